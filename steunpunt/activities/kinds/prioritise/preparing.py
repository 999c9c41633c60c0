"""What the facilitator prepares: the question, the cards, how many to choose, and what else is asked."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .ballots import own_key
from .merging import ARROW, as_lines, from_lines

LONGEST_TITLE, LONGEST_TEXT, MOST_CARDS, MOST_K = 80, 300, 60, 10
ARGUMENTS = (
    ("asked", _("vragen, maar het mag leeg blijven")),
    ("required", _("verplicht bij elke kaart")),
    ("none", _("niet vragen")),
)


class CardsField(forms.CharField):
    """A card on each line: `titel` or `titel: uitleg`."""

    def clean(self, value: Any) -> list[tuple[str, str]]:  # type: ignore[override]
        typed = enumerate(super().clean(value).splitlines(), start=1)
        lines = [(number, *_split(line)) for number, line in typed if line.strip()]
        if not 2 <= len(lines) <= MOST_CARDS:
            words = {"most": MOST_CARDS, "count": len(lines)}
            raise forms.ValidationError(_("Leg 2 tot %(most)s kaarten neer; dit zijn er %(count)s."), params=words)
        seen: set[str] = set()
        for number, title, text in lines:
            _check_line(number, title, text, seen)
            seen.add(title.casefold())
        return [(title, text) for _number, title, text in lines]


class MergingField(forms.CharField):
    """On each line `eigen kaart > kaart`; the first counts as the second."""

    def clean(self, value: Any) -> dict[str, str]:  # type: ignore[override]
        found: dict[str, str] = {}
        for number, line in enumerate(super().clean(value).splitlines(), start=1):
            start, arrow, end = (" ".join(part.split()) for part in line.partition(ARROW))
            if not line.strip():
                continue
            words = {"number": number, "title": start}
            if not (start and arrow and end):
                raise forms.ValidationError(_("Schrijf regel %(number)s zo: eigen kaart > kaart."), params=words)
            if own_key(start) == own_key(end):
                raise forms.ValidationError(_("In regel %(number)s staat twee keer dezelfde kaart."), params=words)
            if start in found:
                raise forms.ValidationError(_("‘%(title)s’ staat er twee keer voor het teken >."), params=words)
            found[start] = end
        return found


def _split(line: str) -> tuple[str, str]:
    title, _colon, text = line.partition(":")
    return " ".join(title.split()), " ".join(text.split())


def _check_line(number: int, title: str, text: str, seen: set[str]) -> None:
    words = {"number": number, "title": title, "most": LONGEST_TITLE, "text": LONGEST_TEXT}
    if not title:
        raise forms.ValidationError(_("Regel %(number)s begint zonder titel."), params=words)
    if len(title) > LONGEST_TITLE:
        raise forms.ValidationError(_("De titel in regel %(number)s is langer dan %(most)s tekens."), params=words)
    if len(text) > LONGEST_TEXT:
        raise forms.ValidationError(_("De uitleg in regel %(number)s is langer dan %(text)s tekens."), params=words)
    if title.casefold() in seen:
        raise forms.ValidationError(_("‘%(title)s’ staat er twee keer."), params=words)


class PreparingForm(forms.Form):
    """Cards keep their code and the record that they came from, also when a word in them changes."""

    question = forms.CharField(
        label=_("Vraag aan de groep"),
        max_length=160,
        error_messages={"required": _("Schrijf de vraag op."), "max_length": _("Houd de vraag bij 160 tekens.")},
    )
    cards = CardsField(
        label=_("Kaarten"),
        help_text=_("Eén kaart per regel. Uitleg mag erachter, na een dubbele punt."),
        widget=forms.Textarea(attrs={"rows": 9}),
        strip=False,
        max_length=20_000,
        error_messages={
            "required": _("Leg minstens twee kaarten neer."),
            "max_length": _("Dit is te lang voor kaarten."),
        },
    )
    k = forms.IntegerField(
        label=_("Hoeveel kaarten mag iemand kiezen?"),
        help_text=_("Hoogstens zoveel. Plaats 1 krijgt de meeste punten."),
        initial=5,
        min_value=1,
        max_value=MOST_K,
        error_messages={
            name: _("Vul een getal in van 1 tot en met 10.")
            for name in ("required", "invalid", "min_value", "max_value")
        },
    )
    own = forms.BooleanField(label=_("Een eigen kaart toevoegen mag"), required=False, initial=True)
    argument = forms.ChoiceField(
        label=_("Argument"),
        choices=ARGUMENTS,
        widget=forms.RadioSelect,
        initial="asked",
        error_messages={"required": _("Kies of je een argument vraagt."), "invalid_choice": _("Kies een van de drie.")},
    )
    weighted = forms.BooleanField(
        label=_("Grotere groepen tellen zwaarder"),
        help_text=_("Dan telt een groep zo vaak mee als zij mensen heeft. Het staat bij de uitslag."),
        required=False,
    )

    merging = MergingField(
        label=_("Kaarten samenvoegen"),
        help_text=_(
            "Lijken kaarten op elkaar? Eén paar per regel: eigen kaart > kaart. De eerste telt dan als de tweede. "
            "Haal de regel weg en ze staan weer los; wat mensen inbrachten verandert niet."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        strip=False,
        required=False,
        max_length=6_000,
    )

    def __init__(self, data: Any = None, *, initial: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        self.before = dict(initial or {})
        shown = dict(self.before)
        if isinstance(shown.get("cards"), list):
            shown["cards"] = "\n".join(_as_line(card) for card in shown["cards"])
        shown["merging"] = as_lines(self.before)
        super().__init__(data, initial=shown, **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cards, k = cleaned.get("cards"), cleaned.get("k")
        if cards and k and k > len(cards):
            self.add_error(
                "k", _("Er liggen %(count)s kaarten, dus kiezen kan er hoogstens %(count)s.") % {"count": len(cards)}
            )
        return cleaned

    def to_settings(self) -> dict[str, Any]:
        """Merging is kept by the codes of cards, so that it holds when a title changes."""
        rest = {name: value for name, value in self.cleaned_data.items() if name != "merging"}
        cards = _with_codes(rest["cards"], self.before.get("cards") or [])
        known = {**self.before, "cards": cards}
        return {**rest, "cards": cards, **from_lines(self.cleaned_data["merging"], known)}


class ArrangeForm(forms.Form):
    """After closing: which cards say the same."""

    merging = PreparingForm.base_fields["merging"]

    def __init__(self, data: Any = None, *, settings: Mapping[str, Any], standing: Any, **kwargs: Any) -> None:
        self.before, self.own = dict(settings), [row.card.title for row in standing.own]
        super().__init__(data, initial={"merging": as_lines(self.before)}, **kwargs)

    def to_settings(self) -> dict[str, Any]:
        return {**self.before, **from_lines(self.cleaned_data["merging"], self.before)}


def _as_line(card: Mapping[str, Any]) -> str:
    return f"{card['title']}: {card['text']}" if card.get("text") else str(card["title"])


def _with_codes(lines: Sequence[tuple[str, str]], before: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """The same title keeps its code; with as many lines as before, a reworded line takes that of the one it replaced."""
    known = {_split(_as_line(card))[0].casefold(): card for card in before}
    titles = {title.casefold() for title, _text in lines}
    left = [card for title, card in known.items() if title not in titles] if len(lines) == len(before) else []
    taken = {str(card["id"]) for card in before}
    cards = []
    for title, text in lines:
        old = known.get(title.casefold()) or (left.pop(0) if left else None)
        code = str(old["id"]) if old else _fresh(taken)
        taken.add(code)
        cards.append(
            {"id": code, "title": title, "text": text, "reference": str(old.get("reference", "")) if old else ""}
        )
    return cards


def _fresh(taken: set[str]) -> str:
    return next(code for number in range(1, len(taken) + 2) if (code := f"k{number}") not in taken)
