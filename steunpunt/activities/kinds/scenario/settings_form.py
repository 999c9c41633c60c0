"""The form with which the facilitator describes the scenarios, names the partners and adds an earlier session."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.ui.lines import LONGEST_TITLE, TOO_LONG, LinesField, as_lines, with_ids

from .cards import FEATURES, PARTNERS, SCENARIOS

LETTERS, MOST_PARTNERS, LONGEST_FEATURE = "abcd", 6, 160
LABELS = {
    "title": _("naam"),
    "image": _("beeld"),
    "goal": _("doel"),
    "problem": _("soort probleem"),
    "steering": _("sturing"),
    "network": _("netwerk"),
}
EARLIER = re.compile(r"^(?P<now>\d{1,4})\s*(?:en|;|/|-)\s*(?P<wanted>\d{1,4})$")


class ScenarioSettingsForm(forms.Form):
    """Up to four scenarios; one without a name is not offered."""

    def __init__(self, data: Any = None, *, initial: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        self.before = initial or {}
        super().__init__(data, initial=_typed(self.before), **kwargs)
        for name, letter, part in _places():
            self.fields[name] = _part_field(letter, part)
        self.fields["partners"] = LinesField(
            label=_("Partners"),
            most=MOST_PARTNERS,
            rows=4,
            help_text=_("Van wie maken jullie doelen en belangen zichtbaar? Eén partner per regel."),
        )
        self.fields["earlier_title"] = forms.CharField(
            label=_("Eerdere sessie"), max_length=60, required=False, help_text=_("Bijvoorbeeld: mei 2026.")
        )
        self.fields["earlier_counts"] = LinesField(
            label=_("Uitkomst van de eerdere sessie"),
            least=0,
            most=len(LETTERS),
            rows=3,
            help_text=_("Per scenario hoeveel mensen: nu en gewenst. Bijvoorbeeld: A: 8 en 3"),
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not any(given[f"{letter}_title"] for letter in LETTERS):
            self.add_error("a_title", _("Geef minstens één scenario een naam."))
        self.earlier = self._earlier(given.get("earlier_counts") or [])
        if self.earlier["now"] and not given.get("earlier_title"):
            self.add_error("earlier_title", _("Geef de eerdere sessie een naam, bijvoorbeeld de maand."))
        return given

    def to_settings(self) -> dict[str, Any]:
        given = self.cleaned_data
        scenarios = [
            {"id": letter, **{part: given[f"{letter}_{part}"] for part in ("title", *FEATURES)}} for letter in LETTERS
        ]
        partners = with_ids(given["partners"], self.before.get("partners", PARTNERS), "p")
        earlier = {"earlier": {"title": given["earlier_title"], **self.earlier}} if self.earlier["now"] else {}
        return {"scenarios": scenarios, "partners": partners, **earlier}

    def _earlier(self, lines: list[tuple[str, str]]) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {"now": {}, "wanted": {}}
        for title, text in lines:
            counts, letter = EARLIER.match(text), title.lower()
            if counts is None or letter not in LETTERS:
                error = ValidationError(
                    _now("Schrijf het zo: A: 8 en 3. De regel ‘%(title)s’ lukt niet.") % {"title": title}
                )
                self.add_error("earlier_counts", error)
            else:
                found["now"][letter], found["wanted"][letter] = int(counts["now"]), int(counts["wanted"])
        return found


def _places() -> Iterator[tuple[str, str, str]]:
    for letter in LETTERS:
        for part in ("title", *FEATURES):
            yield f"{letter}_{part}", letter, part


def _part_field(letter: str, part: str) -> forms.CharField:
    label = _now("Scenario %(letter)s: %(part)s") % {"letter": letter.upper(), "part": LABELS[part]}
    longest = LONGEST_TITLE if part == "title" else LONGEST_FEATURE
    return forms.CharField(label=label, required=False, max_length=longest, error_messages={"max_length": TOO_LONG})


def _typed(settings: Mapping[str, Any]) -> dict[str, Any]:
    earlier = settings.get("earlier") or {}
    wanted = earlier.get("wanted", {})
    lines = [
        {"title": letter.upper(), "text": f"{count} en {wanted.get(letter, 0)}"}
        for letter, count in earlier.get("now", {}).items()
    ]
    return {
        **{
            f"{one['id']}_{part}": one[part]
            for one in settings.get("scenarios", SCENARIOS)
            for part in ("title", *FEATURES)
        },
        "partners": as_lines(settings.get("partners", PARTNERS)),
        "earlier_title": earlier.get("title", ""),
        "earlier_counts": as_lines(lines),
    }
