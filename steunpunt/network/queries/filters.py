"""The filters of map, lists, exports and API: one frozen value that knows its own address."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

PARAMETERS = {
    "text": "q",
    "kinds": "soort",
    "sectors": "sector",
    "states": "status",
    "provinces": "provincie",
    "municipalities": "gemeente",
    "institutes": "instituut",
    "academic": "academisch",
    "rings": "ring",
    "themes": "thema",
    "programmes": "opleiding",
    "postcode": "postcode",
    "radius": "straal",
    "day": "op",
    "page": "pagina",
}
"""Field → name in the address, in the order in which they stand there."""

CHOICES = ("sectors", "states", "provinces", "municipalities", "institutes", "academic", "rings", "themes")
"""The fields that choose among partnerships; `programmes` does so among training institutions."""


@dataclass(frozen=True)
class Filters:
    """What a reader asked for; every field but `point` stands in the address as it is here."""

    day: date
    is_explicit_day: bool = False
    text: str = ""
    kinds: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    institutes: tuple[str, ...] = ()
    academic: tuple[str, ...] = ()
    rings: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    postcode: str = ""
    point: tuple[float, float] | None = None
    radius: int | None = None
    page: int = 1

    @property
    def is_empty(self) -> bool:
        """Whether nothing narrows the list; the day and the page do not count."""
        return not (self.text or self.point or self.programmes or any(getattr(self, name) for name in CHOICES))

    @property
    def count(self) -> int:
        """How many choices are active, for the label of a folded filter form."""
        many = sum(len(getattr(self, name)) for name in (*CHOICES, "programmes"))
        return many + bool(self.text) + bool(self.point)

    def pairs(self, **changes: Any) -> list[tuple[str, str]]:
        """Name and value as they stand in the address; a change to None, "" or () leaves a field out."""
        found: list[tuple[str, str]] = []
        for field, name in PARAMETERS.items():
            value = changes.get(field, getattr(self, field))
            if field == "day" and "day" not in changes and not self.is_explicit_day:
                continue
            if field == "page" and value == 1:
                continue
            many = value if isinstance(value, tuple | list) else (value,)
            found += [(name, str(one)) for one in many if one not in (None, "")]
        return found

    def query_string(self, **changes: Any) -> str:
        """The address of these filters with some fields changed; empty when nothing is asked."""
        return urlencode(self.pairs(**changes))

    def without(self, field: str, value: str = "") -> str:
        """The address after taking back one choice, from the first page."""
        now = getattr(self, field)
        left = tuple(one for one in now if one != value) if isinstance(now, tuple) and field != "point" else None
        more = {"radius": None} if field == "postcode" else {}
        return self.query_string(page=1, **{field: left}, **more)

    def cleared(self) -> "Filters":
        """The same day without any choice."""
        return Filters(day=self.day, is_explicit_day=self.is_explicit_day)

    def loosened(self, field: str) -> "Filters":
        """The same filters without one field."""
        freed: dict[str, Any] = {one.name: one.default for one in fields(self) if one.name == field}
        if field == "postcode":
            freed |= {"point": None, "radius": None}
        return replace(self, page=1, **freed)
