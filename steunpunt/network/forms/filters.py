"""Reads the filters from an address; what it does not understand it leaves out and says so."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.network.queries.choices import (
    ACADEMIC,
    ALL_SECTORS,
    KINDS,
    PROGRAMMES,
    RADII,
    RINGS,
    SECTORS,
    STATES,
    Choices,
    choices,
)
from steunpunt.network.queries.filters import PARAMETERS, Filters

POSTCODE = re.compile(r"([1-9][0-9]{3})\s*([a-zA-Z]{2})?")
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 1, 1)
MOST_VALUES = 50


class ManyField(forms.Field):
    """Repeated values; the known ones stay, in the order of the choices, `unknown` holds the rest."""

    widget = forms.SelectMultiple

    def clean(self, value: Any) -> list[str]:
        return [one for one in dict.fromkeys(value or []) if one][:MOST_VALUES]


class FilterForm(forms.Form):
    """All filters of the network. It never refuses: a wrong value becomes a remark and is left out."""

    q = forms.CharField(label=_("Zoek op naam, plaats of code"), required=False)
    soort = ManyField(label=_("Soort"), required=False)
    sector = ManyField(label=_("Sector"), required=False)
    status = ManyField(label=_("Status"), required=False)
    provincie = ManyField(label=_("Provincie"), required=False)
    gemeente = ManyField(label=_("Gemeente"), required=False)
    instituut = ManyField(label=_("Lerarenopleiding"), required=False)
    academisch = ManyField(label=_("Academische kop"), required=False)
    ring = ManyField(label=_("Kern of schil"), required=False)
    thema = ManyField(label=_("Thema"), required=False)
    opleiding = ManyField(label=_("Soort opleiding"), required=False)
    postcode = forms.CharField(label=_("Bij mij in de buurt: postcode"), required=False)
    straal = forms.CharField(label=_("Hoe ver"), required=False)
    op = forms.CharField(label=_("Zoals op"), required=False)
    pagina = forms.CharField(label=_("Pagina"), required=False)

    MANY = ("kinds", "sectors", "states", "provinces", "municipalities", "institutes", "academic", "rings", "themes")

    def __init__(self, query: QueryDict, *, today: date) -> None:
        super().__init__(query)
        self.today = today
        self.known: Choices = choices()
        self.remarks: list[str] = []
        self.refused: list[tuple[str, str]] = []

    def filters(self) -> Filters:
        """What was asked, as far as it is understood; `remarks` tells the rest."""
        self.full_clean()
        day, is_explicit = self._day()
        postcode, point = self._near()
        many = {name: self._known(name) for name in (*self.MANY, "programmes")}
        return Filters(
            day=day,
            is_explicit_day=is_explicit,
            text=self._value("q")[:100].replace("\x00", ""),
            postcode=postcode,
            point=point,
            radius=self._radius() if point else None,
            page=self._page(),
            **many,
        )

    def _value(self, name: str) -> str:
        return str(self.cleaned_data.get(name, "")).strip()

    def _allowed(self, field: str) -> Iterable[str]:
        known = self.known
        allowed: dict[str, Iterable[str]] = {
            "kinds": KINDS,
            "sectors": SECTORS,
            "states": STATES,
            "provinces": known.provinces,
            "municipalities": known.municipalities,
            "institutes": known.institutes,
            "academic": ACADEMIC,
            "rings": RINGS,
            "themes": known.themes,
            "programmes": PROGRAMMES,
        }
        return allowed[field]

    def _known(self, field: str) -> tuple[str, ...]:
        name = PARAMETERS[field]
        asked: list[str] = self.cleaned_data.get(name, [])
        if not asked:
            return ()
        allowed = self._allowed(field)
        for one in asked:
            if one not in allowed and (field, one) != ("sectors", ALL_SECTORS):
                self._remark(
                    _now("“%(value)s” kennen we niet bij %(field)s. Dat deel van je keuze telt niet mee."), one, name
                )
        return tuple(one for one in asked if one in allowed)

    def _remark(self, sentence: str, value: str, name: str) -> None:
        self.refused.append((name, value))
        self.remarks.append(sentence % {"value": value[:60], "field": str(self.fields[name].label).lower()})

    def _day(self) -> tuple[date, bool]:
        asked = self._value("op")
        if not asked:
            return self.today, False
        try:
            day = date.fromisoformat(asked)
        except ValueError:
            day = LATEST
        if not EARLIEST <= day < LATEST:
            self._remark(
                _now("De datum “%(value)s” lukt niet. Je ziet vandaag. Schrijf een datum zo: 2026-08-01."), asked, "op"
            )
            return self.today, False
        return day, day != self.today

    def _near(self) -> tuple[str, tuple[float, float] | None]:
        asked = self._value("postcode")
        if not asked:
            return "", None
        match = POSTCODE.fullmatch(asked)
        place = self.known.postcodes.get(match[1]) if match else None
        if match is None or place is None:
            self._remark(
                _now("De postcode “%(value)s” kennen we niet. Vul vier cijfers in, zoals 3511."), asked, "postcode"
            )
            return "", None
        return f"{match[1]}{(match[2] or '').upper()}", (place.latitude, place.longitude)

    def _radius(self) -> int | None:
        asked = self._value("straal")
        if not asked:
            return None
        if asked.isdecimal() and int(asked) in RADII:
            return int(asked)
        self._remark(_now("De afstand “%(value)s” kennen we niet. Je ziet alles, dichtbij eerst."), asked, "straal")
        return None

    def _page(self) -> int:
        asked = self._value("pagina")
        return min(int(asked), 100_000) if asked.isdecimal() and asked.isascii() and int(asked[:9]) > 0 else 1


def read_filters(query: QueryDict, today: date) -> tuple[Filters, list[str]]:
    """The filters in an address, and remarks for the reader about what was left out."""
    form = FilterForm(query, today=today)
    filters = form.filters()
    return filters, form.remarks
