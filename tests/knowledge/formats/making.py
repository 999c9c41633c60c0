"""A record with everything in it, for the tests of the formats."""

from datetime import UTC, datetime
from typing import Any

from steunpunt.knowledge.formats.record import Attached, Named, Record

BASE = "https://steunpunt.example"


def full(**given: Any) -> Record:
    """A record of which nothing is empty; `given` replaces."""
    facts = {
        "public_id": "k7f3q2bx",
        "url": f"{BASE}/kennisbank/startgesprek/",
        "kind": "learning_task",
        "title": "Startgesprek & <afspraken>",
        "outcome": "Studenten weten wat ze mogen verwachten.\n\nHun begeleider ook.",
        "published_at": datetime(2025, 3, 4, 12, tzinfo=UTC),
        "changed_at": datetime(2026, 9, 1, 10, tzinfo=UTC),
        "conditions": "Als beiden een uur hebben.",
        "body": "Ga samen zitten.",
        "details": (("Wat leert de student ervan?", "Vragen stellen"),),
        "year": 2024,
        "sectors": ("po", "vo", "mbo", "ho"),
        "phases": ("training", "induction"),
        "themes": (Named("Begeleiden", f"{BASE}/thema/begeleiden/", "begeleiden"),),
        "theme_codes": ("begeleiden", "samen-opleiden"),
        "licence": "cc-by-sa-4.0",
        "partnership": Named("De Opleidingsschool; Oost, Noord", f"{BASE}/partnerschappen/oost/", "p2x4"),
        "contact_role": "schoolopleider",
        "link": "https://elders.example/x?a=1&b=2",
        "files": (Attached("taak.pdf", f"{BASE}/kennisbank/startgesprek/bestand/f1/", "application/pdf"),),
        "effort_hours": 6,
        "cost": "low",
        "version": 3,
        "based_on": Named("Het eerste gesprek", f"{BASE}/kennisbank/eerste/", "e1"),
        "replaced_by": Named("Het nieuwe gesprek", f"{BASE}/kennisbank/nieuwe/", "n1"),
        "is_example": True,
    }
    return Record(**{**facts, **given})


def bare(**given: Any) -> Record:
    """A record with no more than every published item has."""
    moment = datetime(2026, 9, 1, 10, tzinfo=UTC)
    facts = {
        "public_id": "b1",
        "url": f"{BASE}/kennisbank/kaal/",
        "kind": "practice",
        "title": "Kaal",
        "outcome": "Iets",
    }
    return Record(**{**facts, "published_at": moment, "changed_at": moment, **given})
