"""How numbers on a scale lie: how many gave each, their mean and their median."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor


@dataclass(frozen=True, slots=True)
class Spread:
    """How many gave each number of the scale, from the lowest up."""

    counts: tuple[int, ...]
    mean: float
    median: float
    lowest: int = 1

    @property
    def total(self) -> int:
        return sum(self.counts)

    @property
    def most(self) -> int:
        return max(self.counts)

    @property
    def bars(self) -> tuple[tuple[int, int], ...]:
        """Every number with how many gave it."""
        return tuple(enumerate(self.counts, start=self.lowest))


def spread_of(numbers: Sequence[int], highest: int, lowest: int = 1) -> Spread | None:
    """Nothing when there are no numbers."""
    if not numbers:
        return None
    given = Counter(numbers)
    counts = tuple(given[number] for number in range(lowest, highest + 1))
    return Spread(counts, float(Fraction(sum(numbers), len(numbers))), _median(sorted(numbers)), lowest)


def rounded(number: float) -> float:
    """To one decimal as people do it: a half goes up."""
    return floor(number * 10 + 0.5 + 1e-9) / 10


def _median(ordered: Sequence[int]) -> float:
    middle = len(ordered) // 2
    return float(ordered[middle]) if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
