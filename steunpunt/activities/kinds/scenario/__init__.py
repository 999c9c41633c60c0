"""The kind `scenario`: which scenario fits now, which is wanted, and what that asks of every partner."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.activities.kind import ActivityKind, Card, Content, Contributed, Example, ExportTable, Settings, register

from .cards import NONE, PARTNERS, SCENARIOS
from .form import ScenarioForm
from .settings_form import ScenarioSettingsForm
from .tally import Standing, asks_in, tally
from .wording import findings


class Scenarios(ActivityKind):
    """Positions among scenarios; what the wanted one asks becomes cards."""

    code = "scenario"
    label = _("Scenario’s")
    explanation = _("Ieder kiest welk scenario nu past en welk gewenst is, en schrijft op wat dat vraagt.")
    closed_only = True
    stylesheet = "activities/css/kinds.css"
    settings_form = ScenarioSettingsForm
    contribution_form = ScenarioForm
    example = Example(
        settings={"scenarios": [*SCENARIOS], "partners": [*PARTNERS]},
        contents=tuple(
            {
                "now": "a",
                "wanted": "c" if number else "a",
                "asks": ["Een open houding"] if number % 2 else [],
                "partners": {"p1": {"goal": "Leraren blijven leren", "interest": "Docenten behouden"}}
                if number
                else {},
            }
            for number in range(6)
        ),
        refused={"now": "a"},
    )

    def tally(self, settings: Settings, contributed: Sequence[Contributed]) -> Standing:
        return tally(settings, contributed)

    def findings(self, standing: Standing) -> list[str]:
        return findings(standing)

    def cards(self, standing: Standing) -> list[Card]:
        """What is asked, what most wrote first."""
        titles: dict[str, list[str]] = defaultdict(list)
        for group in standing.asks:
            for ask in group.asks:
                titles[ask.text].append(standing.title_of(group.wanted))
        return [
            Card(id=f"ask-{number}", title=ask.text, text=", ".join(filter(None, titles[ask.text])))
            for number, ask in enumerate(standing.all_asks, start=1)
        ]

    def export(self, settings: Settings, contributed: Sequence[Contributed]) -> ExportTable:
        """A row for every position, for every thing asked, and for what every partner is after."""
        columns = (_now("stemmer"), _now("soort"), _now("bij"), _now("inbreng"))
        rows = [row for one in contributed for row in _rows(one, settings)]
        return ExportTable(columns, tuple(sorted(rows)))

    def erased(self, content: Content) -> Content:
        return {**content, "asks": [], "partners": {}}

    def as_earlier(self, standing: Standing, title: str) -> dict[str, Any]:
        """The setting `earlier` of a next session; nothing of a smaller group."""
        shown = [position for position in standing.positions if position.now and position.wanted]
        return {
            "title": title,
            "now": {one.id: one.now.count for one in shown if one.now},
            "wanted": {one.id: one.wanted.count for one in shown if one.wanted},
        }


def _rows(one: Contributed, settings: Settings) -> list[tuple[str, str, str, str]]:
    names = {scenario["id"]: scenario["title"] for scenario in settings.get("scenarios", ())}
    names[NONE] = _now("geen van deze")
    partners = {partner["id"]: partner["title"] for partner in settings.get("partners", ())}
    sides = {"now": _now("past nu"), "wanted": _now("gewenst")}
    words = {"goal": _now("doel"), "interest": _now("belang")}
    chosen = [(one.voter, word, "", names.get(one.content.get(side), "")) for side, word in sides.items()]
    asked = [(one.voter, _now("vraagt"), "", text) for text in asks_in(one.content)]
    said = [
        (one.voter, words[name], partners[own], text)
        for own, given in one.content.get("partners", {}).items()
        if own in partners
        for name, text in given.items()
        if text
    ]
    return [*chosen, *asked, *said]


register(Scenarios())
