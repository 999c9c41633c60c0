"""The kind `notes`: what tables write down about each theme, with decisions and questions marked."""

from collections.abc import Sequence

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from steunpunt.activities.kind import ActivityKind, Card, Content, Contributed, Example, ExportTable, Settings, register

from .form import THEMES, NotesForm, NotesSettingsForm
from .marks import DECISION, QUESTION, REMARK
from .tally import Standing, ThemeNotes, erased, tally


class Notes(ActivityKind):
    """Notes by theme; the questions flow on."""

    code = "notes"
    label = _("Gespreksnotities")
    explanation = _("Elke tafel schrijft op wat er gezegd is; besluiten en vragen staan apart.")
    votes_as_group = True
    stylesheet = "activities/css/kinds.css"
    settings_form = NotesSettingsForm
    contribution_form = NotesForm
    example = Example(
        settings={"themes": [*THEMES]},
        contents=(
            {
                "notes": [
                    {"n": 1, "theme": "t1", "mark": REMARK, "text": "De leerteams lopen goed"},
                    {"n": 2, "theme": "t2", "mark": DECISION, "text": "We leggen de begeleiding van starters vast"},
                ],
                "next": 3,
            },
            {
                "notes": [
                    {"n": 1, "theme": "t2", "mark": QUESTION, "text": "Wie begeleidt starters op een kleine school?"}
                ],
                "next": 2,
            },
        ),
        refused={"notes_t1": "besluit:"},
    )

    def tally(self, settings: Settings, contributed: Sequence[Contributed]) -> Standing:
        return tally(settings, contributed)

    def findings(self, standing: Standing) -> list[str]:
        """How many decisions and questions there are, and where most questions are."""
        said = []
        if count := len(standing.decisions):
            said.append(
                ngettext("Er is %(count)s besluit genoteerd.", "Er zijn %(count)s besluiten genoteerd.", count)
                % {"count": count}
            )
        if count := len(standing.questions):
            said.append(
                ngettext("Er is %(count)s vraag open.", "Er zijn %(count)s vragen open.", count) % {"count": count}
            )
        return [*said, *_most_questions(standing.themes)]

    def cards(self, standing: Standing) -> list[Card]:
        """The questions, in the order of the themes."""
        return [Card(id=note.key, title=note.text, text=note.title) for note in standing.questions]

    def export(self, settings: Settings, contributed: Sequence[Contributed]) -> ExportTable:
        columns = (_now("stemmer"), _now("groep"), _now("thema"), _now("soort"), _now("notitie"))
        kinds = {DECISION: _now("besluit"), QUESTION: _now("vraag"), REMARK: _now("opmerking")}
        rows = [
            (note.key.rpartition(":")[0], note.group, note.title, kinds[note.mark], note.text)
            for note in tally(settings, contributed).notes
        ]
        return ExportTable(columns, tuple(rows))

    def erased(self, content: Content) -> Content:
        return erased(content)


def _most_questions(themes: Sequence[ThemeNotes]) -> list[str]:
    """Equal ones are all named; when every theme has as many, that is no finding."""
    most = max((len(theme.questions) for theme in themes), default=0)
    first = [f"‘{theme.title}’" for theme in themes if len(theme.questions) == most]
    if most < 2 or len(first) == len(themes):
        return []
    sentence = _now("De meeste vragen gaan over %(themes)s: %(count)s.")
    return [sentence % {"themes": _now(" en ").join(first), "count": most}]


register(Notes())
