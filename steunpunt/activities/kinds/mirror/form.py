"""The forms of a mirror: the themes, and what one voter sees go well and needing attention, with an example."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.activities.analysis.numbering import numbered
from steunpunt.foundation.ui.lines import TOO_LONG, LinesField, as_lines, with_ids

from .tally import GOOD, SIDES, Point, Standing, plain

MOST_THEMES, MOST, LONGEST_POINT, LONGEST_EXAMPLE = 6, 2, 200, 300
THEMES: tuple[dict[str, str], ...] = (
    {"id": "t1", "title": "Kwaliteit van het partnerschap", "text": "Visie, afspraken en wat we samen sterker maakt."},
    {"id": "t2", "title": "Begeleiden en beoordelen", "text": "Wie doet wat, en hoe goed gaat het?"},
    {"id": "t3", "title": "Integrale kwaliteitszorg", "text": "Hoe we samen meten, bespreken en verbeteren."},
    {"id": "t4", "title": "Integraal personeelsbeleid", "text": "Scholing, rollen en loopbaan bij alle partners."},
    {"id": "t5", "title": "Onderzoek bij de academische kop", "text": "Wat we onderzoeken en hoe we dat delen."},
)
"""The five quality themes of the analysis of 2015, in our own words."""
LABELS = {
    GOOD: (_("Dit gaat goed"), _("Waaraan zie je dat?")),
    "attention": (_("Dit vraagt aandacht"), _("Wat is een voorbeeld?")),
}


class Place(NamedTuple):
    """Where a point may be written: its two fields, its theme and its side."""

    text: str
    example: str
    theme: str
    side: str


class MirrorSettingsForm(forms.Form):
    """What the facilitator prepares."""

    themes = LinesField(
        label=_("Thema’s"),
        most=MOST_THEMES,
        help_text=_("Eén thema per regel. Uitleg mag erachter, na een dubbele punt."),
    )
    most = forms.TypedChoiceField(
        label=_("Hoeveel punten per thema aan elke kant?"),
        coerce=int,
        choices=[(number, number) for number in (1, 2, 3)],
    )

    def __init__(self, data: Any = None, *, initial: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        self.before = initial or {}
        shown = {"themes": as_lines(self.before.get("themes", THEMES)), "most": self.before.get("most", MOST)}
        super().__init__(data, initial=shown, **kwargs)

    def to_settings(self) -> dict[str, Any]:
        given = self.cleaned_data
        themes = with_ids(given["themes"], self.before.get("themes", THEMES), "t")
        return {**self.before, "themes": themes, "most": given["most"]}


class MirrorForm(forms.Form):
    """Own points with an example, and those of others that this voter recognises as well, when these are shown."""

    def __init__(
        self,
        data: Any = None,
        *,
        settings: Mapping[str, Any],
        initial: Mapping[str, Any] | None = None,
        standing: Standing | None = None,
        **kwargs: Any,
    ) -> None:
        self.settings, self.before = settings, initial or {}
        self.others = self._others(standing) if standing else ()
        super().__init__(data, initial=dict(self._given()), **kwargs)
        for place in self._places():
            label, example = LABELS[place.side]
            self.fields[place.text] = _words(label, LONGEST_POINT)
            self.fields[place.example] = _words(example, LONGEST_EXAMPLE)
        if self.others:
            self.fields["supports"] = forms.MultipleChoiceField(
                label=_("Herkennen jullie dit ook?"),
                required=False,
                choices=[(point.key, _beside(point)) for point in self.others],
                widget=forms.CheckboxSelectMultiple,
                error_messages={"invalid_choice": _("Een van deze punten is er niet meer. Kijk de lijst nog eens na.")},
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        seen: set[tuple[str, str, str]] = set()
        for place in self._places():
            self._check(place, given, seen)
        if not self.errors and not seen and not given.get("supports"):
            raise ValidationError(_now("Schrijf minstens één punt op."))
        return given

    def _check(self, place: Place, given: Mapping[str, Any], seen: set[tuple[str, str, str]]) -> None:
        text = plain(given.get(place.text) or "")
        if given.get(place.example) and not text and place.text not in self.errors:
            self.add_error(place.text, _("Schrijf ook op waar dit voorbeeld bij hoort."))
        if text and (place.theme, place.side, text) in seen:
            self.add_error(place.text, _("Dit punt staat er al."))
        if text:
            seen.add((place.theme, place.side, text))

    def sections(self) -> list[dict[str, Any]]:
        """Each theme with its fields side by side; open when something stands or is wrong in it, and the first one."""
        return [self._section(theme, is_first=at == 0) for at, theme in enumerate(self.settings.get("themes", ()))]

    def _section(self, theme: Mapping[str, Any], *, is_first: bool) -> dict[str, Any]:
        mine = [place for place in self._places() if place.theme == theme["id"]]
        pairs = [(self[place.text], self[place.example]) for place in mine]
        is_used = any(field.errors or field.value() for pair in pairs for field in pair)
        return {"theme": theme, "pairs": pairs, "open": is_first or is_used}

    def to_content(self) -> dict[str, Any]:
        given = self.cleaned_data
        points = [
            {"theme": place.theme, "side": place.side, "text": given[place.text], "example": given[place.example]}
            for place in self._places()
            if given[place.text]
        ]
        return {**numbered(points, self.before, "points", by=("theme", "side", "text")), "supports": self._supports()}

    def _supports(self) -> list[str]:
        """All keys of a point that several wrote alike, so that it stays supported when one of them takes it back."""
        if not self.others:
            return [*self.before.get("supports", ())]
        chosen = set(self.cleaned_data["supports"])
        return sorted(key for point in self.others if point.key in chosen for key in point.keys)

    def _places(self) -> Iterator[Place]:
        for theme in self.settings.get("themes", ()):
            for side in SIDES:
                for number in range(1, int(self.settings.get("most", MOST)) + 1):
                    own = f"{theme['id']}_{side}_{number}"
                    yield Place(f"text_{own}", f"example_{own}", theme["id"], side)

    def _given(self) -> Iterator[tuple[str, Any]]:
        left = [*self.before.get("points", ())]
        for place in self._places():
            mine = next((one for one in left if (one["theme"], one["side"]) == (place.theme, place.side)), None)
            if mine is not None:
                left.remove(mine)
                yield place.text, mine["text"]
                yield place.example, mine["example"]
        before = set(self.before.get("supports", ()))
        yield "supports", [point.key for point in self.others if before.intersection(point.keys)]

    def _others(self, standing: Standing) -> tuple[Point, ...]:
        """Without the own ones: a voter counts for these already."""
        own = {(one["theme"], one["side"], plain(one["text"])) for one in self.before.get("points", ())}
        return tuple(one for one in standing.points if (one.theme, one.side, plain(one.text)) not in own)


def _beside(point: Point) -> str:
    return _now("%(side)s: %(text)s") % {"side": LABELS[point.side][0], "text": point.text}


def _words(label: Any, longest: int) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2})
    errors = {"max_length": TOO_LONG}
    return forms.CharField(label=label, required=False, max_length=longest, widget=widget, error_messages=errors)
