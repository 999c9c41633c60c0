"""The kind `score`: result and ambition of each part on a scale, also sent in before the meeting."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.activities.kind import ActivityKind, Card, Content, Contributed, Example, ExportTable, Settings, register

from .form import PARTS, ScoreForm, ScoreSettingsForm
from .tally import HIGHEST, Standing, marks_in, remark_in, rounded, tally
from .wording import findings, means_of


class Score(ActivityKind):
    """Result and ambition per part; the largest gap becomes the question of a table."""

    code = "score"
    label = _("Waarderingsscore")
    explanation = _("Iedereen geeft per onderdeel een cijfer voor het resultaat en voor de ambitie.")
    closed_only = True
    stylesheet = "activities/css/kinds.css"
    settings_form = ScoreSettingsForm
    contribution_form = ScoreForm
    example = Example(
        settings={"parts": [*PARTS], "highest": HIGHEST, "by_name": False},
        contents=tuple(
            {
                "parts": {
                    "p1": {"result": 7 + number % 2, "ambition": 8, "remark": "De leerteams lopen goed."},
                    "p2": {"result": 6, "ambition": 7 + number % 2},
                    "p3": {"result": 5 - number % 2, "ambition": 6},
                }
            }
            for number in range(6)
        ),
        refused={"result_p1": "7"},
    )

    def tally(self, settings: Settings, contributed: Sequence[Contributed]) -> Standing:
        return tally(settings, contributed)

    def findings(self, standing: Standing) -> list[str]:
        return findings(standing)

    def cards(self, standing: Standing) -> list[Card]:
        """A question for each part where more is wanted than there is, the largest gap first."""
        return [
            Card(
                id=f"gap-{part.id}",
                title=_now("Wat is er nodig bij ‘%(part)s’?") % {"part": part.title},
                text=_now("Het resultaat is %(result)s, de ambitie %(ambition)s.") % means_of(part.marks),
            )
            for part in standing.by_gap
        ]

    def export(self, settings: Settings, contributed: Sequence[Contributed]) -> ExportTable:
        """Without sector and partnership: beside the marks of one voter these would tell who it was."""
        columns = (_now("stemmer"), _now("onderdeel"), _now("resultaat"), _now("ambitie"), _now("toelichting"))
        highest = int(settings.get("highest", HIGHEST))
        rows = [
            (one.voter, part["title"], *(marks_in(one.content, part["id"], highest) or ("", "")), remark)
            for one in contributed
            for part in settings.get("parts", ())
            if (remark := remark_in(one.content, part["id"])) or marks_in(one.content, part["id"], highest)
        ]
        return ExportTable(columns, tuple(sorted(rows, key=lambda row: row[:2])))

    def erased(self, content: Content) -> Content:
        parts = content.get("parts", {})
        return {"parts": {own: {**answer, "remark": ""} for own, answer in parts.items()}}

    def as_earlier(self, standing: Standing, title: str) -> dict[str, Any]:
        """The setting `earlier` of a next round: the means of what was shown, nothing of a smaller group."""
        means = {
            part.id: {"result": rounded(part.marks.result.mean), "ambition": rounded(part.marks.ambition.mean)}
            for part in standing.parts
            if part.marks
        }
        return {"title": title, "parts": means}


register(Score())
