"""Which passages lie near to a question: a rough choice by the signs of their numbers, then the exact cosines."""

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from .meaning import SIZE, Vectors

if TYPE_CHECKING:
    from .catalogue import Entry

VECTORS, BITS, CENTRE = "vectors.bin", "bits.bin", "centre.bin"
BIT_BYTES = SIZE // 8
ROUGH = 1_000
"""So many passages are compared exactly."""
AT_ONCE = 1 << 15
"""Passages per step of the rough choice, so that its numbers stay in the fast memory of the processor."""
TOO_FAR = SIZE + 1
AUDIENCES = 32
QUICK = 0.05
SHORTER_FRACTION, SIGN_POWER_FRACTION, TOO_SMALL = 13, np.int32(-0x70002000), np.float32(2.0**112)
"""Of a number of 16 bits beside one of 32: so many bits less of fraction, the bits that it fills, and what it lacks."""
Numbers = NDArray[np.int64]


class Nearness:
    """Which documents are near to a vector, among those that a reader may find."""

    def __init__(self, folder: Path, entries: "Sequence[Entry]") -> None:
        started = time.monotonic()
        self.numbers: Numbers = np.array([entry.number for entry in entries], np.int64)
        firsts = np.array([entry.first for entry in entries], np.int64)
        counts = np.array([entry.count for entry in entries], np.int64)
        self._spans = {entry.number: (entry.first, entry.count) for entry in entries}
        self._rows, self._owners = _spread(firsts, counts)
        self._by_token = _by_token(entries)
        self._audiences: dict[frozenset[str], Numbers] = {}
        self._vectors = rows_of(folder / VECTORS, np.float16, SIZE)
        bits = rows_of(folder / BITS, np.uint64, BIT_BYTES // 8)
        self._bits = np.ascontiguousarray(bits[self._rows].T) if self._rows.size else None
        self._centre = np.fromfile(folder / CENTRE, np.float32) if self._rows.size else np.zeros(SIZE, np.float32)
        self._made_at = time.monotonic()
        self._took = self._made_at - started

    def is_worn(self) -> bool:
        """Whether it may be made again: always when that is quick, else so that it takes a twentieth of the time."""
        return self._took < QUICK or time.monotonic() - self._made_at > 20 * self._took

    def nearest(self, vector: Vectors, audience: Iterable[str], most: int) -> list[tuple[int, float]]:
        """Numbers of documents with their nearness (cosine of the best passage), nearest first."""
        if self._bits is None:
            return []
        chosen = self._roughly(vector, audience)
        scores = cosines(self._vectors[self._rows[chosen]], vector)
        order = np.argsort(-scores, kind="stable")
        owners = self._owners[chosen][order]
        _, first_seen = np.unique(owners, return_index=True)
        best = order[np.sort(first_seen)[:most]]
        numbers = self.numbers[self._owners[chosen[best]]]
        return list(zip(numbers.tolist(), scores[best].tolist(), strict=True))

    def of(self, vector: Vectors, numbers: Iterable[int]) -> dict[int, float]:
        """How near these documents are; those without meaning are left out."""
        spans = {number: self._spans[number] for number in numbers if number in self._spans}
        if not spans:
            return {}
        firsts, counts = np.array(list(spans.values()), np.int64).T
        scores = cosines(self._vectors[_spread(firsts, counts)[0]], vector)
        starts = np.cumsum(counts) - counts
        return dict(zip(spans, np.maximum.reduceat(scores, starts).tolist(), strict=True))

    def best_passage(self, vector: Vectors, number: int) -> int:
        """Which passage of a document is the nearest one; -1 when none is known."""
        first, count = self._spans.get(number, (0, 0))
        if not count:
            return -1
        return int(np.argmax(cosines(self._vectors[first : first + count], vector)))

    def middle(self) -> Vectors:
        """The mean of all vectors, or of an even choice out of many."""
        step = max(1, self._rows.size // ROUGH)
        return np.asarray(self._vectors[self._rows[::step]], np.float32).mean(axis=0)

    def _roughly(self, vector: Vectors, audience: Iterable[str]) -> Numbers:
        """The passages that this reader may find and that differ in the fewest signs."""
        hidden = self._hidden(frozenset(audience))
        distance = _distance(self._bits, signs(vector[None, :], self._centre)[0].view(np.uint64))
        distance[hidden] = TOO_FAR
        tally = np.cumsum(np.bincount(distance, minlength=TOO_FAR + 1)[:TOO_FAR])
        furthest = min(int(np.searchsorted(tally, ROUGH)), TOO_FAR - 1)
        return np.flatnonzero(distance <= furthest)

    def _hidden(self, audience: frozenset[str]) -> Numbers:
        """The passages of documents that these tokens do not open; readers with the same tokens share it."""
        if audience not in self._audiences:
            allowed = np.zeros(len(self.numbers), bool)
            for token in audience & self._by_token.keys():
                allowed[self._by_token[token]] = True
            if len(self._audiences) >= AUDIENCES:
                self._audiences.clear()
            self._audiences[audience] = np.flatnonzero(~allowed[self._owners])
        return self._audiences[audience]


def cosines(halves: NDArray[np.float16], vector: Vectors) -> Vectors:
    """The cosine of each row with the vector.

    The bits of the short numbers are moved to where long ones have them, in a third of the time that numpy takes to
    make long ones of them. A long number counts its power from 112 lower: each comes out 2 ** 112 too small, and the
    vector makes up for that exactly.
    """
    moved = halves.view(np.int16).astype(np.int32)
    moved <<= SHORTER_FRACTION
    moved &= SIGN_POWER_FRACTION
    return moved.view(np.float32) @ (vector * TOO_SMALL)


def _distance(bits: Any, asked: NDArray[np.uint64]) -> NDArray[np.uint16]:
    """In how many signs each passage differs from the question."""
    total = np.zeros(bits.shape[1], np.uint16)
    for at in range(0, total.size, AT_ONCE):
        part = total[at : at + AT_ONCE]
        for column, word in zip(bits[:, at : at + AT_ONCE], asked, strict=True):
            part += np.bitwise_count(column ^ word)
    return total


def signs(vectors: Vectors, centre: Vectors) -> NDArray[np.uint8]:
    """One bit per number: above or below the middle."""
    return np.packbits(vectors > centre, axis=1)


def _spread(firsts: Numbers, counts: Numbers) -> tuple[Numbers, Numbers]:
    """Of all passages the row where they stand and the place of their document."""
    owners = np.repeat(np.arange(len(counts)), counts)
    within = np.arange(owners.size) - np.repeat(np.cumsum(counts) - counts, counts)
    return firsts[owners] + within, owners


def _by_token(entries: "Sequence[Entry]") -> dict[str, Numbers]:
    found: dict[str, list[int]] = {}
    for place, entry in enumerate(entries):
        for token in entry.audience:
            found.setdefault(token, []).append(place)
    return {token: np.array(places, np.int64) for token, places in found.items()}


def rows_of(path: Path, kind: Any, width: int) -> Any:
    """The whole rows of a file, mapped and not read; as a plain array, because every slice of a memmap is one again."""
    rows = path.stat().st_size // (np.dtype(kind).itemsize * width) if path.exists() else 0
    return np.asarray(np.memmap(path, kind, "r", shape=(rows, width))) if rows else np.empty((0, width), kind)
