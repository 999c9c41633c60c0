"""Cutting rings and lines to a rectangle, hulls of points, and writing them as SVG paths of whole numbers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of the flat map and the size in which it is drawn."""

    left: float
    top: float
    scale: float
    width: int
    height: int

    @classmethod
    def around(cls, points: Sequence[Point], width: int, height: int, *, margin: float, smallest: float) -> "Frame":
        """The frame that shows all points with a margin (in drawn units), at least `smallest` map units wide."""
        xs, ys = [x for x, _y in points], [y for _x, y in points]
        across = max(max(xs) - min(xs), smallest)
        down = max(max(ys) - min(ys), smallest * height / width)
        scale = min((width - 2 * margin) / across, (height - 2 * margin) / down)
        middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
        return cls(middle_x - width / scale / 2, middle_y - height / scale / 2, scale, width, height)

    def place(self, point: Point) -> Point:
        return (point[0] - self.left) * self.scale, (point[1] - self.top) * self.scale

    def holds(self, point: Point, inset: float = 0) -> bool:
        """Whether a drawn point lies in the picture, this far from its edge."""
        x, y = point
        return inset <= x <= self.width - inset and inset <= y <= self.height - inset


def cut_ring(ring: Sequence[Point], frame: Frame, spare: int = 8) -> list[Point]:
    """The part of a closed, drawn ring within the frame (Sutherland and Hodgman)."""
    points = list(ring)
    edges: list[tuple[int, float, bool]] = [
        (0, -spare, True),
        (0, frame.width + spare, False),
        (1, -spare, True),
        (1, frame.height + spare, False),
    ]
    for axis, limit, above in edges:
        points = _cut(points, axis, _keeper(axis, limit, above), limit)
    return points


def _keeper(axis: int, limit: float, above: bool) -> Callable[[Point], bool]:
    return (lambda point: point[axis] >= limit) if above else (lambda point: point[axis] <= limit)


def _cut(points: list[Point], axis: int, inside: Callable[[Point], bool], limit: float) -> list[Point]:
    found: list[Point] = []
    for before, point in zip([*points[-1:], *points[:-1]], points, strict=True):
        if inside(before) != inside(point):
            share = (limit - before[axis]) / (point[axis] - before[axis])
            found.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside(point):
            found.append(point)
    return found


def cut_line(line: Sequence[Point], frame: Frame, spare: int = 8) -> list[list[Point]]:
    """The pieces of an open, drawn line that come near the frame."""
    pieces: list[list[Point]] = []
    open_piece = False
    for start, end in pairwise(line):
        if not _near(start, end, frame, spare):
            open_piece = False
            continue
        if not open_piece:
            pieces.append([start])
            open_piece = True
        pieces[-1].append(end)
    return pieces


def _near(start: Point, end: Point, frame: Frame, spare: int) -> bool:
    beside = max(start[0], end[0]) < -spare or min(start[0], end[0]) > frame.width + spare
    above = max(start[1], end[1]) < -spare or min(start[1], end[1]) > frame.height + spare
    return not (beside or above)


def path(points: Iterable[Point], *, closed: bool) -> str:
    """An SVG path in whole numbers, relative after the first point; empty when nothing is left of it."""
    rounded = [(round(x), round(y)) for x, y in points]
    steps = [(point[0] - before[0], point[1] - before[1]) for before, point in pairwise(rounded) if point != before]
    if not steps or (closed and len(steps) < 2):
        return ""
    words = "".join(f"l{dx}{'' if dy < 0 else ' '}{dy}" for dx, dy in steps)
    return f"M{rounded[0][0]} {rounded[0][1]}{words}{'z' if closed else ''}"


def hull(points: Iterable[Point]) -> list[Point]:
    """The convex hull (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return [*_half(ordered), *_half(ordered[::-1])]


def _half(points: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in points:
        while len(chain) >= 2 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain[:-1]


def _turn(start: Point, middle: Point, end: Point) -> float:
    return (middle[0] - start[0]) * (end[1] - start[1]) - (middle[1] - start[1]) * (end[0] - start[0])
