"""The picture of one partnership or organisation: its schools on a piece of the map."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .clipping import Frame, Point, cut_line, cut_ring, hull, path
from .outlines import flat, outlines, towns

WIDTH, HEIGHT, MARGIN = 420, 340, 38
SMALLEST = 55.0
"""The narrowest piece of map that is shown, about 13 kilometres, so that one school still has surroundings."""
MOST_NAMES = 6
LETTER, LINE = 8.2, 21
AreaPoint = tuple[float, float, str, str, str]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A school in the picture."""

    x: int
    y: int
    ring: str
    name: str


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a place in the picture."""

    x: int
    y: int
    text: str


@dataclass(frozen=True)
class AreaPicture:
    """Everything that the template draws; `title` says the finding and `summary` is the text beside it."""

    title: str
    summary: str
    abroad: str
    land: str
    borders: str
    town_borders: str
    shape: str
    node: Mark | None
    core_lines: str
    shell_lines: str
    marks: list[Mark] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    width: int = WIDTH
    height: int = HEIGHT


def area_of(points: Sequence[AreaPoint], *, title: str) -> AreaPicture | None:
    """The picture around points (latitude, longitude, ring, name, url); None when there is none.

    With a ring ("core" or "shell") somewhere it is a partnership: it gets a node, lines and a shape.
    """
    if not points:
        return None
    places = [flat(latitude, longitude) for latitude, longitude, *_rest in points]
    frame = Frame.around(places, WIDTH, HEIGHT, margin=MARGIN, smallest=SMALLEST)
    drawn = [frame.place(place) for place in places]
    marks = [
        Mark(round(x), round(y), ring, name)
        for (x, y), (_lat, _lon, ring, name, _url) in zip(drawn, points, strict=True)
    ]
    node = _node(marks)
    here = outlines()
    return AreaPicture(
        title=title,
        summary=_summary(marks),
        abroad=_areas(here.abroad, frame),
        land=_areas(here.land, frame),
        borders=_lines(here.province_borders, frame),
        town_borders=_lines(here.municipality_borders, frame),
        shape=path(hull([(mark.x, mark.y) for mark in marks if mark.ring]), closed=True) if node else "",
        node=node,
        core_lines=_spokes(node, marks, "core"),
        shell_lines=_spokes(node, marks, "shell"),
        marks=sorted(marks, key=lambda mark: mark.ring == "core"),
        names=_names(frame, marks, node),
    )


def _summary(marks: Sequence[Mark]) -> str:
    core = sum(1 for mark in marks if mark.ring == "core")
    shell = sum(1 for mark in marks if mark.ring == "shell")
    if not core and not shell:
        return ngettext("%(n)s plek op de kaart.", "%(n)s plekken op de kaart.", len(marks)) % {"n": len(marks)}
    parts = [
        ngettext("%(n)s kernschool", "%(n)s kernscholen", core) % {"n": core},
        ngettext("%(n)s schilschool", "%(n)s schilscholen", shell) % {"n": shell},
    ]
    return _("%(core)s en %(shell)s op de kaart. De lijst op deze pagina noemt ze alle.") % {
        "core": parts[0],
        "shell": parts[1],
    }


def _node(marks: Sequence[Mark]) -> Mark | None:
    """The middle of the core, or of the shell when there is no core."""
    ring = "core" if any(mark.ring == "core" for mark in marks) else "shell"
    own = [mark for mark in marks if mark.ring == ring]
    if not own:
        return None
    return Mark(round(sum(m.x for m in own) / len(own)), round(sum(m.y for m in own) / len(own)), "node", "")


def _spokes(node: Mark | None, marks: Sequence[Mark], ring: str) -> str:
    if node is None:
        return ""
    return "".join(f"M{node.x} {node.y}L{mark.x} {mark.y}" for mark in marks if mark.ring == ring)


def _areas(rings: Sequence[Sequence[Point]], frame: Frame) -> str:
    return "".join(path(cut_ring([frame.place(point) for point in ring], frame), closed=True) for ring in rings)


def _lines(lines: Sequence[Sequence[Point]], frame: Frame) -> str:
    drawn = ([frame.place(point) for point in line] for line in lines)
    return "".join(path(piece, closed=False) for line in drawn for piece in cut_line(line, frame))


def _names(frame: Frame, marks: Sequence[Mark], node: Mark | None) -> list[Name]:
    """The largest places in the picture whose names touch no mark and no other name."""
    taken: list[Box] = [(mark.x - 10, mark.y - 10, mark.x + 10, mark.y + 10) for mark in marks]
    if node:
        taken.append((node.x - 14, node.y - 14, node.x + 14, node.y + 14))
    names: list[Name] = []
    for town in towns():
        x, y = frame.place(town.at)
        half = len(town.name) * LETTER / 2
        if not (frame.holds((x - half, y), 6) and frame.holds((x + half, y), 16)):
            continue
        box = (x - half, y - LINE / 2, x + half, y + LINE / 2)
        if any(box[0] < one[2] and one[0] < box[2] and box[1] < one[3] and one[1] < box[3] for one in taken):
            continue
        taken.append(box)
        names.append(Name(round(x), round(y), town.name))
        if len(names) == MOST_NAMES:
            break
    return names
