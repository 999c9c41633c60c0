"""Prioritise: choose at most k of n cards, in order, with an argument for each."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from steunpunt.activities.kind import (
    ActivityKind,
    Card,
    Content,
    Contributed,
    Example,
    ExportTable,
    Settings,
    register,
)

from .ballots import ERASED, cards_of, entries, key_of
from .form import ChoosingForm
from .preparing import ArrangeForm, PreparingForm
from .standing import Ballot, Standing
from .tally import tally

EXAMPLE_SETTINGS = {
    "question": "Welke diensten eerst?",
    "cards": [
        {"id": "k1", "title": "Kennisdeling mogelijk maken", "text": "", "reference": ""},
        {
            "id": "k2",
            "title": "Omgeving transparant maken",
            "text": "Organisaties, projecten en regelingen.",
            "reference": "",
        },
        {"id": "k3", "title": "Antennefunctie", "text": "", "reference": ""},
    ],
    "k": 3,
    "own": True,
    "argument": "asked",
    "weighted": False,
    "merged": {},
}


class Prioritise(ActivityKind):
    """Cards in order, per subgroup unless the facilitator says otherwise."""

    code = "prioritise"
    label = _("Prioriteren")
    explanation = _("Kies samen de belangrijkste kaarten, leg ze op volgorde en zeg waarom.")
    icon = "list"
    stylesheet = "activities/css/prioritise.css"
    script = "activities/js/prioritise.js"
    votes_as_group = True
    settings_form = PreparingForm
    arrange_form = ArrangeForm
    contribution_form = ChoosingForm
    example = Example(
        settings=EXAMPLE_SETTINGS,
        contents=(
            {
                "places": [
                    {"card": "k2", "argument": "Nu zoekt iedereen alles zelf op."},
                    {"card": "k1", "argument": ""},
                ]
            },
            {
                "places": [
                    {"card": "k1", "argument": ""},
                    {"own": "Regionale proeftuinen", "argument": "Daar leren we van."},
                ]
            },
            {"places": [{"card": "k2", "argument": ""}, {"card": "k3", "argument": ""}]},
        ),
        refused={"place-k1": "1", "place-k2": "1"},
    )

    def tally(self, settings: Settings, contributed: Sequence[Contributed]) -> Standing:
        return tally(settings, contributed)

    def findings(self, standing: Standing) -> list[str]:
        return list(standing.findings)

    def of_group(self, standing: Standing, group: str) -> Ballot | None:
        return next((one for one in standing.ballots if one.label == group), None)

    def cards(self, standing: Standing) -> list[Card]:
        """What was chosen, then what people added, then the rest: a second round lays all of it on the table."""
        chosen = [row.card for row in standing.rows if row.chosen]
        passed = [row.card for row in standing.rows if not row.chosen]
        return [*chosen, *(row.card for row in standing.own if row.card.title != ERASED), *passed]

    def export(self, settings: Settings, contributed: Sequence[Contributed]) -> ExportTable:
        cards = {card.id: card for card in cards_of(settings)}
        rows = [
            (one.voter, one.group, one.people, place, *_exported(entry, cards))
            for one in contributed
            for place, entry in enumerate(entries(one.content), start=1)
        ]
        columns = ("inbreng", "groep", "mensen", "plaats", "kaart", "kaartcode", "eigen kaart", "herkomst", "argument")
        return ExportTable(columns, tuple(rows))

    def erased(self, content: Content) -> Content:
        """Arguments and the words of own cards go; the code of an own card keeps its place in the tally."""
        return {"places": [_without_words(entry) for entry in entries(content)]}


def _exported(entry: Content, cards: dict[str, Card]) -> tuple[str, str, str, str, str]:
    key = key_of(entry)
    card = cards.get(key) or Card(key, str(entry.get("own") or ERASED) if "card" not in entry else "")
    own = "nee" if "card" in entry else "ja"
    return card.title, key, own, card.reference, str(entry.get("argument", ""))


def _without_words(entry: Content) -> Content:
    if "card" in entry:
        return {"card": entry["card"], "argument": ""}
    return {"own": "", "key": key_of(entry), "argument": ""}


KIND = register(Prioritise())
