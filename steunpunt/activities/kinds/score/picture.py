"""Where columns and points stand in the pictures of a score; plain sums, the templates draw."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from steunpunt.activities.analysis.spread import Spread

SIDE, MARGIN = 400, 40
NEAR = 34
"""Points nearer than this would cover each other, so they become one with both numbers."""
STEP, FLOOR = 52, 66
"""Width of a mark of the scale among the columns, and where these stand on."""


@dataclass(frozen=True, slots=True)
class Column:
    """How many gave one mark, as heights: those for the result and those for the ambition beside each other."""

    mark: int
    left: int
    result: int
    ambition: int

    @property
    def right(self) -> int:
        return self.left + 20

    @property
    def middle(self) -> int:
        return self.left + 18

    @property
    def result_top(self) -> int:
        return FLOOR - self.result

    @property
    def ambition_top(self) -> int:
        return FLOOR - self.ambition


@dataclass(frozen=True, slots=True)
class Point:
    """One point in the plane; its numbers are those of the parts in their list."""

    x: int
    y: int
    numbers: tuple[int, ...]

    @property
    def label(self) -> str:
        return "·".join(str(number) for number in self.numbers)

    @property
    def half_width(self) -> int:
        return 20 + 12 * (len(self.numbers) - 1)

    @property
    def left(self) -> int:
        return self.x - self.half_width

    @property
    def width(self) -> int:
        return 2 * self.half_width

    @property
    def top(self) -> int:
        return self.y - 20


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the scale, from the left and from the top."""

    mark: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Plane:
    """Result from left to right, ambition from below upwards."""

    points: tuple[Point, ...]
    ticks: tuple[Tick, ...]


def columns_of(result: Spread, ambition: Spread) -> tuple[Column, ...]:
    most = max(result.most, ambition.most)
    return tuple(
        Column(mark, 8 + STEP * at, _height(one, most), _height(other, most))
        for at, ((mark, one), (_mark, other)) in enumerate(zip(result.bars, ambition.bars, strict=True))
    )


def _height(count: int, most: int) -> int:
    return round(count / most * (FLOOR - 6))


def plane_of(means: Iterable[tuple[int, float, float]], highest: int) -> Plane:
    """Each thing by its number, with the mean of its results and of its ambitions."""
    placed = [(number, _across(result, highest), _down(ambition, highest)) for number, result, ambition in means]
    ends = sorted({1, (highest + 1) // 2, highest})
    return Plane(_joined(placed), tuple(Tick(mark, _across(mark, highest), _down(mark, highest)) for mark in ends))


def _across(mark: float, highest: int) -> int:
    return round(MARGIN + (mark - 1) / (highest - 1) * (SIDE - 2 * MARGIN))


def _down(mark: float, highest: int) -> int:
    return SIDE - _across(mark, highest)


def _joined(placed: Sequence[tuple[int, int, int]]) -> tuple[Point, ...]:
    points: list[Point] = []
    for number, x, y in placed:
        near = [point for point in points if abs(point.x - x) < NEAR and abs(point.y - y) < NEAR]
        if near:
            points[points.index(near[0])] = Point(near[0].x, near[0].y, (*near[0].numbers, number))
        else:
            points.append(Point(x, y, (number,)))
    return tuple(points)
