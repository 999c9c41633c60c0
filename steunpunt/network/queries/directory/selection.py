"""What every directory does: find by words, near a point and by choices, and count what each choice would give."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.core.paginator import Page, Paginator

from steunpunt.network.queries.filters import PARAMETERS, Filters
from steunpunt.network.queries.remembering import Shelf

from .distance import kilometres
from .masks import any_of, chosen
from .rows import OrganisationRow
from .words import Finder, haystack, plain

Row = TypeVar("Row")
PAGE_SIZE = 25
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter, with how many rows it gives beside the other filters."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with all its options, also those that give nothing now."""

    field: str
    label: str
    options: tuple[Option, ...]

    @property
    def name(self) -> str:
        """As it stands in the address."""
        return PARAMETERS[self.field]

    @property
    def chosen(self) -> list[Option]:
        return [option for option in self.options if option.is_chosen]


@dataclass
class Selection(Generic[Row]):
    """The rows that match, in the order of the list; `guesses` says how unknown words were read."""

    filters: Filters
    rows: list[Row]
    total: int
    distances: dict[int, float] = field(default_factory=dict)
    guesses: dict[str, list[str]] = field(default_factory=dict)
    count_facets: Callable[[], list[Facet]] = list

    @property
    def count(self) -> int:
        return len(self.rows)

    @cached_property
    def facets(self) -> list[Facet]:
        return self.count_facets()

    @cached_property
    def page(self) -> Page[Row]:
        """The page asked for; a page beyond the last is the last."""
        return Paginator(self.rows, PAGE_SIZE).get_page(self.filters.page)

    @cached_property
    def shown(self) -> list[tuple[Row, float | None]]:
        """The rows of the page, each with its distance in kilometres when a postcode was asked."""
        return [(row, self.distances.get(row.id)) for row in self.page.object_list]  # type: ignore[attr-defined]


class Directory(Generic[Row]):
    """Rows with their masks. A subclass says what its rows are found by and which facets it has."""

    def __init__(self, rows: Sequence[Row], *, version: str) -> None:
        self.rows = tuple(rows)
        self.version = version
        self.all = (1 << len(self.rows)) - 1
        self.kept: dict[Any, Any] = {}
        """What pages made of a row, for as long as this directory is the right one."""
        self.pages = Shelf(200)
        """What pages made of a question, likewise."""
        self._by_distance = Shelf(32)
        self._by_facets = Shelf(64)

    # What a subclass gives.
    def texts(self, row: Row) -> Iterable[str]:
        raise NotImplementedError

    def name(self, row: Row) -> str:
        raise NotImplementedError

    def places(self, row: Row, filters: Filters) -> Iterable[OrganisationRow]:
        raise NotImplementedError

    def parts(self, filters: Filters) -> dict[str, int]:
        """The rows that each group of filters leaves."""
        raise NotImplementedError

    def facets(self, filters: Filters, parts: dict[str, int]) -> list[Facet]:
        raise NotImplementedError

    # What all do.
    @cached_property
    def finder(self) -> Finder:
        return Finder([haystack(*self.texts(row)) for row in self.rows])

    @cached_property
    def plain_names(self) -> dict[int, str]:
        return {self.row_id(row): plain(self.name(row)) for row in self.rows}

    @staticmethod
    def row_id(row: Any) -> int:
        return int(row.id)

    def select(self, filters: Filters) -> Selection[Row]:
        """The rows that match: nearest first, or best name first, or in order of name."""
        found, guesses = self.finder.find(filters.text)
        distances = self.distances(filters)
        parts = self.parts(filters)
        parts["text"] = found
        parts["near"] = self._within(filters, distances)
        mask = self.all
        for part in parts.values():
            mask &= part
        return Selection(
            filters,
            self._sorted(chosen(self.rows, mask), filters, distances),
            len(self.rows),
            distances,
            guesses,
            lambda: self._facets_of(filters, parts),
        )

    def _facets_of(self, filters: Filters, parts: dict[str, int]) -> list[Facet]:
        key = Filters.cleared(filters) if filters.is_empty else filters
        return self._by_facets.take(key, lambda: self.facets(filters, parts))

    def distances(self, filters: Filters) -> dict[int, float]:
        """Kilometres to the nearest place of every row that has one."""
        point = filters.point
        if point is None:
            return {}
        measured: dict[int, float] = self._by_distance.take(
            (point, filters.rings), lambda: self._measure(filters, point)
        )
        return measured

    def _measure(self, filters: Filters, point: Point) -> dict[int, float]:
        known: dict[int, float] = {}
        found = {}
        for row in self.rows:
            nearest = None
            for place in self.places(row, filters):
                if place.latitude is None or place.longitude is None:
                    continue
                km = known.get(place.id)
                if km is None:
                    km = known[place.id] = kilometres(point, (place.latitude, place.longitude))
                nearest = km if nearest is None or km < nearest else nearest
            if nearest is not None:
                found[self.row_id(row)] = nearest
        return found

    def _within(self, filters: Filters, distances: dict[int, float]) -> int:
        if filters.point is None or filters.radius is None:
            return self.all
        near = (distances.get(self.row_id(row), filters.radius + 1) <= filters.radius for row in reversed(self.rows))
        return int("".join("1" if one else "0" for one in near) or "0", 2)

    def _sorted(self, rows: list[Row], filters: Filters, distances: dict[int, float]) -> list[Row]:
        if filters.point is not None:
            return sorted(rows, key=lambda row: distances.get(self.row_id(row), float("inf")))
        if filters.text:
            asked = plain(filters.text)
            return sorted(rows, key=lambda row: _rank(self.plain_names[self.row_id(row)], asked))
        return rows

    def options(
        self, field_name: str, labels: Mapping[str, str], filters: Filters, count: Callable[[str], int]
    ) -> tuple[Option, ...]:
        """One option per label, each with its count."""
        now = getattr(filters, field_name)
        return tuple(Option(value, label, count(value), value in now) for value, label in labels.items())


def together(parts: dict[str, int], everything: int, leaving_out: str = "") -> int:
    """The rows that all parts leave, without one of them."""
    mask = everything
    for name, part in parts.items():
        if name != leaving_out:
            mask &= part
    return mask


def counter(masks: dict[str, int], base: int) -> Callable[[str], int]:
    """Counts the rows of a value within a set."""
    return lambda value: (masks.get(value, 0) & base).bit_count()


def either(masks: dict[str, int], values: Iterable[str], everything: int) -> int:
    """The rows with one of the values; without values all rows."""
    wanted = tuple(values)
    return any_of(masks, wanted) if wanted else everything


def _rank(name: str, asked: str) -> int:
    if name.startswith(asked):
        return 0
    return 1 if asked in name else 2
