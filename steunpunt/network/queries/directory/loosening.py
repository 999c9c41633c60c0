"""What to loosen when a list is empty, and what lies nearest."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from steunpunt.network.queries.filters import CHOICES, Filters

from .selection import Directory

LOOSENABLE = ("text", "radius", *CHOICES, "programmes")
NEAREST = 3


@dataclass(frozen=True, slots=True)
class Loosening:
    """One filter taken back, and how many rows that gives."""

    field: str
    values: tuple[str, ...]
    count: int
    filters: Filters


def loosenings(directory: Directory[Any], filters: Filters) -> list[Loosening]:
    """The filters that stand in the way, the one that frees most first."""
    found = [one for one in _tried(directory, filters) if one.count]
    return sorted(found, key=lambda one: -one.count)


def _tried(directory: Directory[Any], filters: Filters) -> Iterator[Loosening]:
    for name in LOOSENABLE:
        value = getattr(filters, name)
        if not value:
            continue
        freed = filters.loosened(name)
        values = value if isinstance(value, tuple) else (str(value),)
        yield Loosening(name, values, directory.select(freed).count, freed)


def nearest(directory: Directory[Any], filters: Filters) -> list[tuple[Any, float]]:
    """The rows nearest to the postcode that was asked for, whatever the other filters say."""
    if filters.point is None:
        return []
    near = replace(filters.cleared(), postcode=filters.postcode, point=filters.point)
    selection = directory.select(near)
    return [
        (row, selection.distances[directory.row_id(row)])
        for row in selection.rows[:NEAREST]
        if directory.row_id(row) in selection.distances
    ]
