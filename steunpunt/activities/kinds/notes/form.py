"""The forms of notes: the themes of the conversation, and what a table writes down about each, a line for a note."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.activities.analysis.numbering import numbered
from steunpunt.foundation.ui.lines import TOO_LONG, LinesField, as_lines, with_ids

from .marks import marked, unmarked

MOST_THEMES, MOST_NOTES, LONGEST_NOTE, LONGEST_TEXT = 8, 40, 400, 8000
THEMES: tuple[dict[str, str], ...] = (
    {"id": "t1", "title": "Samen opleiden", "text": ""},
    {"id": "t2", "title": "Inductie", "text": ""},
    {"id": "t3", "title": "Voortdurende professionalisering", "text": ""},
    {"id": "t4", "title": "Wat is nodig?", "text": "Wat helpt om onze ambities waar te maken?"},
)
"""What the round tables of December 2016 spoke about."""


class NotesSettingsForm(forms.Form):
    """What the facilitator prepares."""

    themes = LinesField(
        label=_("Waarover gaat het gesprek?"),
        most=MOST_THEMES,
        help_text=_("Eén thema per regel. Uitleg mag erachter, na een dubbele punt."),
    )

    def __init__(self, data: Any = None, *, initial: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        self.before = initial or {}
        super().__init__(data, initial={"themes": as_lines(self.before.get("themes", THEMES))}, **kwargs)

    def to_settings(self) -> dict[str, Any]:
        themes = with_ids(self.cleaned_data["themes"], self.before.get("themes", THEMES), "t")
        return {**self.before, "themes": themes}


class LinesOfNotes(forms.CharField):
    """Notes line by line; gives each with its mark."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 5})
        errors = {"max_length": TOO_LONG}
        super().__init__(required=False, max_length=LONGEST_TEXT, widget=widget, error_messages=errors, **kwargs)

    def clean(self, value: Any) -> list[tuple[str, str]]:  # type: ignore[override]
        notes = [marked(line) for line in super().clean(value).splitlines() if line.strip()]
        if len(notes) > MOST_NOTES:
            words = {"most": MOST_NOTES, "count": len(notes)}
            raise ValidationError(_("Er is plaats voor %(most)s regels; dit zijn er %(count)s.") % words)
        for number, (_mark, text) in enumerate(notes, start=1):
            self._check(number, text)
        return notes

    def _check(self, number: int, text: str) -> None:
        words = {"number": number, "most": LONGEST_NOTE}
        if not text:
            raise ValidationError(_("In regel %(number)s staat nog geen tekst.") % words)
        if len(text) > LONGEST_NOTE:
            raise ValidationError(_("Regel %(number)s is langer dan %(most)s tekens. Maak er twee regels van.") % words)


class NotesForm(forms.Form):
    """What a table writes down, theme by theme."""

    def __init__(
        self,
        data: Any = None,
        *,
        settings: Mapping[str, Any],
        initial: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        self.themes, self.before = settings.get("themes", ()), initial or {}
        super().__init__(data, initial={f"notes_{one['id']}": self._given(one["id"]) for one in self.themes}, **kwargs)
        for theme in self.themes:
            self.fields[f"notes_{theme['id']}"] = LinesOfNotes(label=theme["title"], help_text=theme.get("text", ""))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not any(given.values()):
            raise ValidationError(_now("Schrijf minstens één regel op."))
        return given

    def to_content(self) -> dict[str, Any]:
        notes = [
            {"theme": theme["id"], "mark": mark, "text": text}
            for theme in self.themes
            for mark, text in self.cleaned_data[f"notes_{theme['id']}"]
        ]
        return numbered(notes, self.before, "notes", by=("theme", "mark", "text"))

    def _given(self, theme: str) -> str:
        notes = [note for note in self.before.get("notes", ()) if note["theme"] == theme]
        return "\n".join(unmarked(note["mark"], note["text"]) for note in notes)
