"""What a voter fills in: a place and an argument for each chosen card, and cards of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from steunpunt.activities.kind import Card

from .ballots import cards_of, entries, k_of, own_key

LONGEST_ARGUMENT, LONGEST_TITLE, MOST_OWN = 10_000, 120, 5


class TypedText(forms.CharField):
    """A text counts a line end once, as the browser does, so that what fits there fits here."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


@dataclass(frozen=True, slots=True)
class Choice:
    """One card in the form."""

    card: Card
    place: forms.BoundField
    argument: forms.BoundField | None
    title: forms.BoundField | None = None
    """To type in, of an own card."""

    @property
    def has_errors(self) -> bool:
        return any(field.errors for field in (self.place, self.argument, self.title) if field is not None)


class ChoosingForm(forms.Form):
    """A select per card, so that it works without JavaScript; with it the cards are put in order by hand."""

    def __init__(self, data: Any = None, *, settings: Mapping[str, Any], initial: Any = None, **kwargs: Any) -> None:
        self.settings = settings
        self.k = k_of(settings)
        self.cards = cards_of(settings)
        self.asks = str(settings.get("argument", "asked"))
        self.own_rows = min(self.k, MOST_OWN) if settings.get("own", True) else 0
        super().__init__(data, initial=self._shown(initial or {}), **kwargs)
        for card in self.cards:
            self._add(f"place-{card.id}", f"argument-{card.id}", card.title)
        for number in range(1, self.own_rows + 1):
            self.fields[f"own-title-{number}"] = _title_field()
            self._add(f"own-place-{number}", f"own-argument-{number}", _("eigen kaart"))

    def _add(self, place: str, argument: str, title: str) -> None:
        self.fields[place] = _place_field(self.k, title)
        if self.asks != "none":
            self.fields[argument] = _argument_field(title)

    def _shown(self, content: Mapping[str, Any]) -> dict[str, str]:
        """What was handed in before, in the fields of this form."""
        shown, own = {}, 0
        for place, entry in enumerate(entries(content), start=1):
            ending = str(entry.get("card"))
            if "card" not in entry:
                own += 1
                ending = str(own)
                shown[f"own-title-{own}"] = str(entry.get("own", ""))
            start = "" if "card" in entry else "own-"
            shown[f"{start}place-{ending}"] = str(place)
            shown[f"{start}argument-{ending}"] = str(entry.get("argument", ""))
        return shown

    @property
    def choices(self) -> list[Choice]:
        """The cards of the table."""
        return [Choice(card, self[f"place-{card.id}"], self._argument(f"argument-{card.id}")) for card in self.cards]

    @property
    def own_choices(self) -> list[Choice]:
        """Room for own cards."""
        return [
            Choice(
                Card(f"own-{number}", ""),
                self[f"own-place-{number}"],
                self._argument(f"own-argument-{number}"),
                self[f"own-title-{number}"],
            )
            for number in range(1, self.own_rows + 1)
        ]

    @property
    def has_own(self) -> bool:
        """Whether an own card was typed or has an error, so that its part of the form stands open."""
        return any(one.has_errors or (one.title and one.title.value()) for one in self.own_choices)

    def _argument(self, name: str) -> forms.BoundField | None:
        return self[name] if name in self.fields else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        self._check_own()
        self._check_places()
        self._check_arguments()
        if not self.errors and not any(True for _one in self._chosen()):
            self.add_error(None, _("Kies minstens één kaart en geef die plaats 1."))
        return cleaned

    def _check_own(self) -> None:
        """An own card has a title and a place, and is not one that lies there already."""
        taken = {own_key(card.title): card.title for card in self.cards}
        for number in range(1, self.own_rows + 1):
            title = " ".join(self.cleaned_data[f"own-title-{number}"].split())
            place = self.cleaned_data[f"own-place-{number}"]
            if title and own_key(title) in taken:
                words = {"title": taken[own_key(title)]}
                self.add_error(
                    f"own-title-{number}", _("‘%(title)s’ ligt al op tafel. Geef die kaart een plaats.") % words
                )
            elif title and not place:
                self.add_error(f"own-place-{number}", _("Kies een plaats voor je eigen kaart, of haal de titel weg."))
            elif place and not title:
                self.add_error(f"own-title-{number}", _("Schrijf op je eigen kaart wat je bedoelt."))
            if title:
                taken[own_key(title)] = title

    def _check_places(self) -> None:
        """Every place is for one card."""
        holders: dict[int, str] = {}
        for place, name, title in self._places():
            if place in holders:
                words = {"place": place, "title": holders[place]}
                self.add_error(name, _("Plaats %(place)s is al voor ‘%(title)s’. Kies een andere plaats.") % words)
            holders.setdefault(place, title)

    def _places(self) -> Iterator[tuple[int, str, str]]:
        """Place, field and title of everything that has a place."""
        for card in self.cards:
            if place := self.cleaned_data.get(f"place-{card.id}"):
                yield int(place), f"place-{card.id}", card.title
        for number in range(1, self.own_rows + 1):
            if place := self.cleaned_data.get(f"own-place-{number}"):
                yield int(place), f"own-place-{number}", self.cleaned_data.get(f"own-title-{number}", "")

    def _check_arguments(self) -> None:
        """An argument without a place would get lost; a chosen card may need one."""
        for name in [name for name in self.fields if "argument-" in name]:
            place = self.cleaned_data.get(name.replace("argument-", "place-"))
            argument = self.cleaned_data.get(name)
            if argument and not place:
                self.add_error(name, _("Je schreef een argument. Geef de kaart een plaats, of haal het argument weg."))
            if place and not argument and self.asks == "required":
                self.add_error(name, _("Schrijf kort waarom je deze kaart kiest."))

    def _chosen(self) -> Iterator[tuple[int, dict[str, str]]]:
        for place, name, title in self._places():
            argument = self.cleaned_data.get(name.replace("place-", "argument-"), "")
            if name.startswith("own-"):
                own = " ".join(title.split())
                yield place, {"own": own, "key": own_key(own), "argument": argument}
            else:
                yield place, {"card": name.removeprefix("place-"), "argument": argument}

    def to_content(self) -> dict[str, Any]:
        """In order; a place that was left open closes up."""
        return {"places": [entry for _place, entry in sorted(self._chosen(), key=lambda one: one[0])]}


def _place_field(k: int, title: str) -> forms.ChoiceField:
    choices = [
        ("", _("niet gekozen")),
        *((str(place), _("plaats %(place)s") % {"place": place}) for place in range(1, k + 1)),
    ]
    wrong = _("Kies een plaats van 1 tot en met %(k)s.") % {"k": k}
    label = _("Plaats van %(title)s") % {"title": title}
    return forms.ChoiceField(label=label, choices=choices, required=False, error_messages={"invalid_choice": wrong})


def _argument_field(title: str) -> TypedText:
    return TypedText(
        label=_("Waarom %(title)s?") % {"title": title},
        required=False,
        max_length=LONGEST_ARGUMENT,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": _lazy("Houd het bij %(limit_value)d tekens; dit zijn er %(show_value)d.")},
    )


def _title_field() -> TypedText:
    return TypedText(
        label=_("Wat staat er op je eigen kaart?"),
        required=False,
        max_length=LONGEST_TITLE,
        error_messages={"max_length": _lazy("Houd het bij %(limit_value)d tekens; dit zijn er %(show_value)d.")},
    )
