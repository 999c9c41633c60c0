"""The plane of breadth against height as a drawing: dots that never cover each other and labels that never collide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil, hypot

from .lettering import LINE, in_lines, width_of
from .numbers import plural
from .standing import Spot, Standing

WIDTH, HEIGHT = 704, 556
LEFT, RIGHT, TOP, BOTTOM = 92, 676, 72, 420
"""Where the middles of dots may lie; the captions stand above and below that."""
EDGE_TOP, AXIS = 6, 478
RADIUS, GAP = 21, 5
LABEL_ROOM, NARROW, NEAR = 236, 184, 10
MOST_SPOTS, FEW_VOTERS = 15, 8
Box = tuple[int, int, int, int]
Leader = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Dot:
    """One card; its number is its place in the list."""

    x: int
    y: int
    number: int
    title: str
    kind: str
    is_half: bool
    """Whether at least half of the voters chose it."""
    true_x: int
    true_y: int

    @property
    def is_moved(self) -> bool:
        """Whether it gave way to another one; a thin line then leads to where it belongs."""
        return (self.x, self.y) != (self.true_x, self.true_y)


@dataclass(frozen=True, slots=True)
class Label:
    """The title beside a dot, in one or two lines."""

    x: int
    anchor: str
    lines: tuple[tuple[int, str], ...]
    """Per line its y and its text."""
    box: Box
    kind: str
    leader: Leader | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that the template draws, in whole pixels."""

    dots: tuple[Dot, ...] = ()
    labels: tuple[Label, ...] = ()
    x_ticks: tuple[tuple[int, str], ...] = ()
    y_ticks: tuple[tuple[int, str], ...] = ()
    x_title: str = ""
    captions: tuple[str, str] = ("", "")
    has_low: bool = False
    """Whether a card is broadly chosen and seldom high: then its caption is a finding."""
    left_out: int = 0
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(slots=True)
class _Sheet:
    """What is on the paper already."""

    dots: list[Dot] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    leaders: list[Leader] = field(default_factory=list)


def picture(standing: Standing) -> Picture:
    """The highest cards, and those that stand out."""
    spots = _shown(standing.plane)
    if not spots:
        return Picture()
    widest = 1.0 if standing.voters <= FEW_VOTERS else min(1.0, ceil(max(spot.breadth for spot in spots) * 10) / 10)
    numbers = {row.card.id: row.place for row in standing.rows}
    sheet = _Sheet(boxes=[(LEFT, EDGE_TOP, WIDTH, EDGE_TOP + 40), (LEFT, AXIS - 36, WIDTH, AXIS)])
    for spot in spots:
        sheet.dots.append(_dot(spot, numbers[spot.card.id], widest, sheet.dots))
    labels = [label for dot in sorted(sheet.dots, key=lambda dot: not dot.kind) if (label := _label(dot, sheet))]
    return Picture(
        dots=tuple(sheet.dots),
        labels=tuple(labels),
        x_ticks=tuple(_x_ticks(standing.voters, widest)),
        y_ticks=tuple((_y(place, standing.k), str(place)) for place in range(1, standing.k + 1)),
        x_title=_x_title(standing),
        captions=("breed gedragen, hoog geplaatst", "breed gedragen, zelden bovenaan"),
        has_low=any(spot.kind == "wide_low" for spot in spots),
        left_out=len(standing.plane) - len(spots),
    )


def _shown(plane: Sequence[Spot]) -> list[Spot]:
    first = [spot for spot in plane if spot.kind][:MOST_SPOTS]
    rest = [spot for spot in plane if not spot.kind][: MOST_SPOTS - len(first)]
    return [spot for spot in plane if spot in first or spot in rest]


def _y(place: float, k: int) -> int:
    return round(TOP + (place - 1) / max(k - 1, 1) * (BOTTOM - TOP))


def _x_ticks(voters: int, widest: float) -> Iterator[tuple[int, str]]:
    if voters <= FEW_VOTERS:
        for many in range(1, voters + 1):
            yield round(LEFT + many / voters * (RIGHT - LEFT)), str(many)
        return
    step = 20 if widest > 0.5 else 10
    for percent in range(step, round(widest * 100) + 1, step):
        yield round(LEFT + percent / 100 / widest * (RIGHT - LEFT)), f"{percent}%"


def _x_title(standing: Standing) -> str:
    who = plural(standing.unit)
    return f"gekozen door aantal {who} →" if standing.voters <= FEW_VOTERS else f"gekozen door deel van de {who} →"


def _dot(spot: Spot, number: int, widest: float, others: Sequence[Dot]) -> Dot:
    """At its own place, or at the nearest free one when another card lies there."""
    true_x = round(LEFT + spot.breadth / widest * (RIGHT - LEFT))
    true_y = round(BOTTOM - spot.height * (BOTTOM - TOP))
    x, y = next((x, y) for x, y in _around(true_x, true_y) if _is_free(x, y, others))
    return Dot(x, y, number, spot.card.title, spot.kind, spot.breadth >= 0.5, true_x, true_y)


def _around(x: int, y: int) -> Iterator[tuple[int, int]]:
    """Places in wider and wider circles, to the left first: there is room."""
    yield x, y
    for distance in range(8, 800, 8):
        for sideways, down in ((-4, 0), (4, 0), (-3, 3), (-3, -3), (3, 3), (3, -3), (0, 4), (0, -4)):
            at = x + sideways * distance // 4, y + down * distance // 4
            if LEFT <= at[0] <= RIGHT and TOP <= at[1] <= BOTTOM:
                yield at


def _is_free(x: int, y: int, others: Sequence[Dot]) -> bool:
    return all(hypot(x - dot.x, y - dot.y) >= 2 * RADIUS + GAP for dot in others)


def _label(dot: Dot, sheet: _Sheet) -> Label | None:
    """The first spot beside the dot where it covers nothing; without one, the number in the dot must do."""
    for room, most in ((LABEL_ROOM, 2), (NARROW, 3)):
        lines = in_lines(dot.title, room, most)
        wide, high = max(width_of(line) for line in lines), LINE * len(lines)
        for far in (0, NEAR, 26, 52, 84):
            for label in _beside(dot, lines, wide, high, far):
                if _fits(label.box, sheet) and _is_clear(label.leader, dot, sheet):
                    sheet.boxes.append(label.box)
                    sheet.leaders += [label.leader] if label.leader else []
                    return label
    return None


def _beside(dot: Dot, lines: Sequence[str], wide: int, high: int, far: int) -> Iterator[Label]:
    """Right, left, below, above, across the corners, and above or below with an edge in line."""
    away, half = RADIUS + 9 + far, high // 2
    for anchor, x, top in (
        ("start", dot.x + away, dot.y - half),
        ("end", dot.x - away, dot.y - half),
        ("middle", dot.x, dot.y + away - 4),
        ("middle", dot.x, dot.y - away + 4 - high),
        ("end", dot.x - away, dot.y + RADIUS // 2),
        ("end", dot.x - away, dot.y - RADIUS // 2 - high),
        ("start", dot.x + away, dot.y + RADIUS // 2),
        ("start", dot.x + away, dot.y - RADIUS // 2 - high),
        ("end", dot.x + RADIUS, dot.y + away - 4),
        ("end", dot.x + RADIUS, dot.y - away + 4 - high),
        ("start", dot.x - RADIUS, dot.y + away - 4),
        ("start", dot.x - RADIUS, dot.y - away + 4 - high),
    ):
        left = {"start": x, "end": x - wide, "middle": x - wide // 2}[anchor]
        box = (left, top, left + wide, top + high)
        placed = tuple((top + LINE * number + LINE - 8, line) for number, line in enumerate(lines))
        yield Label(x, anchor, placed, box, dot.kind, _leader(dot, box) if far > NEAR else None)


def _leader(dot: Dot, box: Box) -> Leader:
    """From the rim of the dot to the nearest side of the label."""
    x, y = min(max(dot.x, box[0]), box[2]), min(max(dot.y, box[1]), box[3])
    long = max(hypot(x - dot.x, y - dot.y), 1)
    return round(dot.x + (x - dot.x) * RADIUS / long), round(dot.y + (y - dot.y) * RADIUS / long), x, y


def _fits(box: Box, sheet: _Sheet) -> bool:
    left, top, right, bottom = box
    if left < LEFT - 20 or right > WIDTH or top < EDGE_TOP or bottom > AXIS:
        return False
    if any(_touch(box, other) for other in sheet.boxes) or any(_covers(box, dot) for dot in sheet.dots):
        return False
    return not any(_holds(box, point) for leader in sheet.leaders for point in _along(leader))


def _is_clear(leader: Leader | None, own: Dot, sheet: _Sheet) -> bool:
    """Whether the line crosses no label, and no dot but its own."""
    points = list(_along(leader)) if leader else []
    dots = [dot for dot in sheet.dots if dot is not own]
    return not any(_holds(box, point) for box in sheet.boxes for point in points) and not any(
        hypot(point[0] - dot.x, point[1] - dot.y) < RADIUS + 2 for dot in dots for point in points
    )


def _along(leader: Leader) -> Iterator[tuple[float, float]]:
    """Points on the line, close enough to miss nothing."""
    x, y, to_x, to_y = leader
    steps = max(int(hypot(to_x - x, to_y - y) // 6), 1)
    for step in range(steps + 1):
        yield x + (to_x - x) * step / steps, y + (to_y - y) * step / steps


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] + 4 and other[0] < one[2] + 4 and one[1] < other[3] and other[1] < one[3]


def _covers(box: Box, dot: Dot) -> bool:
    x, y = min(max(dot.x, box[0]), box[2]), min(max(dot.y, box[1]), box[3])
    return hypot(x - dot.x, y - dot.y) < RADIUS + 3
