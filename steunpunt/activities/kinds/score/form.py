"""The forms of a score: what is scored on which scale, and what somebody gives for each part."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.ui.lines import TOO_LONG, LinesField, as_lines, with_ids

from .tally import HIGHEST

MOST_PARTS, LONGEST_REMARK = 8, 400
SCALES = (4, 5, 7, 10)
PARTS: tuple[dict[str, str], ...] = (
    {"id": "p1", "title": "Samen opleiden", "text": "Studenten leren het vak in school en instituut samen."},
    {"id": "p2", "title": "Inductie", "text": "Startende leraren krijgen begeleiding in hun eerste jaren."},
    {
        "id": "p3",
        "title": "Voortdurende professionalisering",
        "text": "Leraren blijven zich hun hele loopbaan ontwikkelen.",
    },
)
"""The three parts of the continuous line, which most scores begin with."""
EARLIER = re.compile(r"^(?P<result>\d+(?:[.,]\d)?)\s*(?:en|;|/|-)\s*(?P<ambition>\d+(?:[.,]\d)?)$")


class ScoreSettingsForm(forms.Form):
    """What the facilitator prepares."""

    parts = LinesField(
        label=_("Wat wordt gewaardeerd?"),
        most=MOST_PARTS,
        help_text=_("Eén onderdeel per regel. Uitleg mag erachter, na een dubbele punt."),
    )
    highest = forms.TypedChoiceField(
        label=_("Schaal"),
        coerce=int,
        choices=[(highest, _("1 tot en met %(highest)s") % {"highest": highest}) for highest in SCALES],
        help_text=_("Verandert de schaal na de start? Dan tellen cijfers erbuiten niet meer mee."),
    )
    earlier_title = forms.CharField(
        label=_("Eerdere ronde"), max_length=60, required=False, help_text=_("Bijvoorbeeld: juni 2026.")
    )
    earlier_marks = LinesField(
        label=_("Gemiddelden van de eerdere ronde"),
        least=0,
        most=MOST_PARTS,
        rows=4,
        help_text=_("Per onderdeel het resultaat en de ambitie. Bijvoorbeeld: Inductie: 5,8 en 7,2"),
    )

    def __init__(self, data: Any = None, *, initial: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        self.before = initial or {}
        super().__init__(data, initial=_typed(self.before), **kwargs)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "parts" in given and "earlier_marks" in given:
            self.earlier = self._earlier(given)
        return given

    def _earlier(self, given: Mapping[str, Any]) -> dict[str, dict[str, float]]:
        """The typed means under the titles of their parts."""
        known = {title.casefold(): title for title, _text in given["parts"]}
        found = {}
        for title, text in given["earlier_marks"]:
            try:
                found[_known(title, known)] = _means(title, text, int(given.get("highest") or HIGHEST))
            except ValidationError as error:
                self.add_error("earlier_marks", error)
        if found and not given.get("earlier_title"):
            self.add_error("earlier_title", _("Geef de eerdere ronde een naam, bijvoorbeeld de maand."))
        return found

    def to_settings(self) -> dict[str, Any]:
        given = self.cleaned_data
        parts = with_ids(given["parts"], self.before.get("parts", PARTS), "p")
        settings = {"parts": parts, "highest": given["highest"], "by_name": self.before.get("by_name", False)}
        earlier = {part["id"]: self.earlier[part["title"]] for part in parts if part["title"] in self.earlier}
        return settings | ({"earlier": {"title": given["earlier_title"], "parts": earlier}} if earlier else {})


class ScoreForm(forms.Form):
    """Result and ambition of each part, and a remark. A part may be passed over, but not half of it."""

    def __init__(
        self,
        data: Any = None,
        *,
        settings: Mapping[str, Any],
        initial: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        self.settings = settings
        super().__init__(data, initial=_given(initial or {}), **kwargs)
        marks = [(str(mark), str(mark)) for mark in range(1, int(settings.get("highest", HIGHEST)) + 1)]
        for part in settings.get("parts", ()):
            self.fields[f"result_{part['id']}"] = _scale(_("Resultaat tot nu toe"), marks)
            self.fields[f"ambition_{part['id']}"] = _scale(_("Ambitie"), marks)
            self.fields[f"remark_{part['id']}"] = forms.CharField(
                label=_("Toelichting"),
                required=False,
                max_length=LONGEST_REMARK,
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={"max_length": TOO_LONG},
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        ids = [part["id"] for part in self.settings.get("parts", ())]
        for part in self.settings.get("parts", ()):
            self._check_half(given, part)
        if not self.errors and not any(given.get(f"result_{own}") for own in ids):
            raise ValidationError(_now("Geef minstens één onderdeel een cijfer voor resultaat en voor ambitie."))
        return given

    def _check_half(self, given: Mapping[str, Any], part: Mapping[str, Any]) -> None:
        """Half an answer would make the gap between the two means say something else than it seems to."""
        result, ambition = f"result_{part['id']}", f"ambition_{part['id']}"
        words = {"part": part["title"]}
        if {result, ambition} & set(self.errors):
            return
        if given.get(result) and not given.get(ambition):
            self.add_error(ambition, _now("Kies bij ‘%(part)s’ ook een cijfer voor de ambitie.") % words)
        if given.get(ambition) and not given.get(result):
            self.add_error(result, _now("Kies bij ‘%(part)s’ ook een cijfer voor het resultaat.") % words)

    def sections(self) -> list[dict[str, Any]]:
        """Each part with its three fields."""
        return [
            {"part": part, "fields": [self[f"{name}_{part['id']}"] for name in ("result", "ambition", "remark")]}
            for part in self.settings.get("parts", ())
        ]

    def to_content(self) -> dict[str, Any]:
        found = {part["id"]: self._answer(part["id"]) for part in self.settings.get("parts", ())}
        return {"parts": {own: answer for own, answer in found.items() if answer}}

    def _answer(self, own: str) -> dict[str, Any]:
        given = self.cleaned_data
        marks = {name: int(given[f"{name}_{own}"]) for name in ("result", "ambition") if given[f"{name}_{own}"]}
        remark = given[f"remark_{own}"]
        return {**marks, **({"remark": remark} if remark else {})}


def _scale(label: Any, marks: list[tuple[str, str]]) -> forms.ChoiceField:
    """A mark can be taken back: without JavaScript a radio button cannot be switched off again."""
    choices = [("", _("geen cijfer")), *marks]
    errors = {"invalid_choice": _now("Kies een cijfer van 1 tot en met %(highest)s.") % {"highest": len(marks)}}
    widget = forms.RadioSelect(attrs={"class": "scale"})
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=widget, error_messages=errors)


def _typed(settings: Mapping[str, Any]) -> dict[str, Any]:
    parts, earlier = settings.get("parts", PARTS), settings.get("earlier") or {}
    means = earlier.get("parts", {})
    lines = [
        {
            "title": part["title"],
            "text": f"{_comma(means[part['id']]['result'])} en {_comma(means[part['id']]['ambition'])}",
        }
        for part in parts
        if part["id"] in means
    ]
    return {
        "parts": as_lines(parts),
        "highest": settings.get("highest", HIGHEST),
        "earlier_title": earlier.get("title", ""),
        "earlier_marks": as_lines(lines),
    }


def _comma(mean: float) -> str:
    return f"{mean:g}".replace(".", ",")


def _given(content: Mapping[str, Any]) -> dict[str, Any]:
    answers = content.get("parts", {})
    return {f"{name}_{own}": value for own, answer in answers.items() for name, value in answer.items()}


def _known(title: str, known: Mapping[str, str]) -> str:
    if title.casefold() not in known:
        raise ValidationError(_now("‘%(title)s’ staat niet bij de onderdelen.") % {"title": title})
    return known[title.casefold()]


def _means(title: str, text: str, highest: int) -> dict[str, float]:
    found = EARLIER.match(text)
    if found is None:
        raise ValidationError(_now("Schrijf het zo: %(title)s: 5,8 en 7,2") % {"title": title})
    means = {name: float(value.replace(",", ".")) for name, value in found.groupdict().items()}
    if not all(1 <= mean <= highest for mean in means.values()):
        words = {"title": title, "highest": highest}
        raise ValidationError(_now("De cijfers bij ‘%(title)s’ liggen niet tussen 1 en %(highest)s.") % words)
    return means
