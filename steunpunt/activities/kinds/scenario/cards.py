"""The scenarios and their features. Two come from the sessions of 2015; no source describes the one between them."""

from collections.abc import Mapping, Sequence
from typing import Any

FEATURES = ("image", "goal", "problem", "steering", "network")
SCENARIOS: tuple[dict[str, str], ...] = (
    {
        "id": "a",
        "title": "Schoolgebonden werkplekleren",
        "image": "Twee huizen onder één kap met tussendeuren: je werkt naast elkaar.",
        "goal": "Een betere opleiding van de student, dichter op de praktijk.",
        "problem": "Complex",
        "steering": "Aanbodgestuurd",
        "network": "Vast",
    },
    {"id": "b", "title": "", "image": "", "goal": "", "problem": "", "steering": "", "network": ""},
    {
        "id": "c",
        "title": "Interinstitutioneel professionaliseren",
        "image": "Eén huis met veel ruimte om elkaar te ontmoeten: je werkt met elkaar.",
        "goal": "Studenten, leraren, school en instituut ontwikkelen zich samen.",
        "problem": "Wicked: er is geen eenduidig antwoord",
        "steering": "Vraaggestuurd",
        "network": "Flexibel, met tijdelijke partners en bronnen van buiten",
    },
)
PARTNERS: tuple[dict[str, str], ...] = (
    {"id": "p1", "title": "School", "text": ""},
    {"id": "p2", "title": "Bestuur", "text": ""},
    {"id": "p3", "title": "Instituut", "text": ""},
    {"id": "p4", "title": "Studenten", "text": ""},
)
NONE = "none"
"""Chosen when no scenario fits."""


def offered(settings: Mapping[str, Any]) -> Sequence[Mapping[str, str]]:
    """Those with a title; an empty record waits until somebody describes it."""
    return [scenario for scenario in settings.get("scenarios", ()) if scenario["title"]]
