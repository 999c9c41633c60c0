"""The forms of a top 3: the themes, the wishes of one voter, and what the facilitator puts together."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.activities.analysis.numbering import numbered
from steunpunt.foundation.ui.lines import TOO_LONG, LinesField, as_lines, with_ids

from .tally import ELSEWHERE, MOST, plain

MOST_THEMES, LONGEST_WISH = 8, 140
THEMES: tuple[dict[str, str], ...] = (
    {"id": "t1", "title": "Randvoorwaarden", "text": "tijd, geld, regelingen, taakbeleid"},
    {"id": "t2", "title": "Samenwerking", "text": "school en instituut, regio, landelijk, kennis delen, intervisie"},
    {"id": "t3", "title": "Personeelsbeleid", "text": "begeleiders, schoolopleiders, starters, scholing, loopbaan"},
    {"id": "t4", "title": "Onderzoek", "text": "onderzoeksagenda, praktijkonderzoek, wetenschap, literatuur"},
    {"id": "t5", "title": "Kwaliteitszorg", "text": "evalueren, beoordelen, toetsen, visitatie, verbeteren"},
)
"""The five fields of wishes that the field named in 2015."""


class WishesSettingsForm(forms.Form):
    """What the facilitator prepares. What was put together stays, also when the themes change."""

    themes = LinesField(
        label=_("Thema’s"),
        most=MOST_THEMES,
        help_text=_("Eén thema per regel. Trefwoorden mogen erachter, na een dubbele punt."),
    )
    most = forms.TypedChoiceField(
        label=_("Hoeveel wensen per thema?"), coerce=int, choices=[(number, number) for number in range(1, 6)]
    )
    other = forms.BooleanField(
        label=_("Geef ook ruimte voor wensen die bij geen thema passen"),
        required=False,
        help_text=_("Jij kiest later bij welk thema ze horen. Wij stellen er drie voor."),
    )

    def __init__(self, data: Any = None, *, initial: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        self.before = initial or {}
        shown = {
            "themes": as_lines(self.before.get("themes", THEMES)),
            "most": self.before.get("most", MOST),
            "other": self.before.get("other", True),
        }
        super().__init__(data, initial=shown, **kwargs)

    def to_settings(self) -> dict[str, Any]:
        given = self.cleaned_data
        themes = with_ids(given["themes"], self.before.get("themes", THEMES), "t")
        return {**self.before, "themes": themes, "most": given["most"], "other": given["other"]}


class WishesForm(forms.Form):
    """A few wishes per theme. A wish keeps its number when it is handed in again, so that its place stays."""

    def __init__(
        self,
        data: Any = None,
        *,
        settings: Mapping[str, Any],
        initial: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        self.settings, self.before = settings, initial or {}
        self.themes = [*settings.get("themes", ())]
        if settings.get("other"):
            self.themes.append({"id": ELSEWHERE, "title": _now("Iets anders"), "text": ""})
        super().__init__(data, initial=dict(self._given()), **kwargs)
        for name, _theme, number in self._places():
            self.fields[name] = forms.CharField(
                label=_now("Wens %(number)s") % {"number": number},
                required=False,
                max_length=LONGEST_WISH,
                widget=forms.TextInput(attrs={"autocomplete": "off", "enterkeyhint": "next"}),
                error_messages={"max_length": TOO_LONG},
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        seen: set[tuple[str, str]] = set()
        for name, theme, _number in self._places():
            wish = theme, plain(given.get(name) or "")
            if wish in seen:
                self.add_error(name, _now("‘%(wish)s’ staat er bij dit thema al.") % {"wish": given[name]})
            if wish[1]:
                seen.add(wish)
        if not seen and not self.errors:
            raise ValidationError(_now("Schrijf minstens één wens op."))
        return given

    def sections(self) -> list[dict[str, Any]]:
        """Each theme with its fields."""
        return [
            {"theme": theme, "fields": [self[name] for name, own, _n in self._places() if own == theme["id"]]}
            for theme in self.themes
        ]

    def to_content(self) -> dict[str, Any]:
        given = [(theme, self.cleaned_data[name]) for name, theme, _number in self._places()]
        wishes = [{"theme": theme, "text": text} for theme, text in given if text]
        return numbered(wishes, self.before, "wishes", by=("theme", "text"))

    def _places(self) -> Iterator[tuple[str, str, int]]:
        for theme in self.themes:
            for number in range(1, int(self.settings.get("most", MOST)) + 1):
                yield f"wish_{theme['id']}_{number}", theme["id"], number

    def _given(self) -> Iterator[tuple[str, str]]:
        for theme in self.themes:
            mine = [wish["text"] for wish in self.before.get("wishes", ()) if wish["theme"] == theme["id"]]
            for number, text in enumerate(mine, start=1):
                yield f"wish_{theme['id']}_{number}", text
