"""Sets of rows as bits of one whole number: filters become AND and OR, and counting is instant."""

from collections.abc import Iterable, Sequence
from itertools import compress
from typing import TypeVar

Row = TypeVar("Row")
Masks = dict[str, int]


def masks(values: Sequence[Iterable[str]]) -> Masks:
    """For every value the rows that have it; `values` holds the values of each row in order."""
    at: dict[str, list[int]] = {}
    for position, own in enumerate(values):
        for value in own:
            at.setdefault(value, []).append(position)
    return {value: mask_of(positions) for value, positions in at.items()}


def mask_of(positions: Iterable[int]) -> int:
    """The set with the rows at these positions."""
    places = list(positions)
    filled = bytearray(max(places, default=0) // 8 + 1)
    for position in places:
        filled[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(filled, "little")


def any_of(known: Masks, values: Iterable[str]) -> int:
    """The rows with at least one of the values."""
    found = 0
    for value in values:
        found |= known.get(value, 0)
    return found


def chosen(rows: Sequence[Row], mask: int) -> list[Row]:
    """The rows of a set, in their own order."""
    return list(compress(rows, (bit == "1" for bit in reversed(f"{mask:b}"))))
