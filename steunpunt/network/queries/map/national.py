"""The picture of the whole country: a dot for every school, and every partnership with its lines."""

import gzip
import hashlib
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import ngettext

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.choices import CORE, SHELL
from steunpunt.network.queries.directory.rows import OrganisationRow
from steunpunt.network.queries.remembering import Shelf

from .area import Mark
from .bundle import Bundle, map_bundle
from .clipping import Frame, path
from .columns import SOUTH, STEP, WEST, middle
from .outlines import flat, outlines

WIDTH, HEIGHT = 846, 1000
RINGS = {CORE: "core", SHELL: "shell"}
MOST_WITH_SCHOOLS = 40
"""With more partnerships on the map than this the picture shows only their nodes."""

_dots = Shelf(4)
_pictures = Shelf(4)


@dataclass(frozen=True)
class Dots:
    """The heavy part, as a gzipped SVG of its own that a browser keeps."""

    packed: bytes
    version: str


@dataclass(frozen=True)
class NationalPicture:
    """The light part: what is drawn over land and dots."""

    title: str
    dots_version: str
    nodes: list[Mark] = field(default_factory=list)
    schools: list[Mark] = field(default_factory=list)
    core_lines: str = ""
    shell_lines: str = ""
    width: int = WIDTH
    height: int = HEIGHT


def national_picture(actor: Actor, day: date) -> NationalPicture:
    """What the front page shows of the map."""
    bundle = map_bundle(actor, day)
    return _pictures.take(bundle.version, lambda: _picture(bundle, national_dots(actor, day)))


def national_dots(actor: Actor, day: date) -> Dots:
    bundle = map_bundle(actor, day)
    return _dots.take(bundle.version, lambda: _dots_of(bundle))


def _frame() -> Frame:
    corners = [point for ring in outlines().land for point in ring]
    return Frame.around(corners, WIDTH, HEIGHT, margin=6, smallest=1)


def _dots_of(bundle: Bundle) -> Dots:
    frame = _frame()
    land = "".join(path([frame.place(point) for point in ring], closed=True) for ring in outlines().land)
    borders = "".join(path([frame.place(p) for p in line], closed=False) for line in outlines().province_borders)
    marks = (_at(frame, row.organisation, "") for row in bundle.sites)
    places = {(mark.x, mark.y) for mark in marks}
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<g fill="#e9edee"><path id="land" d="{land}"/></g>'
        f'<g fill="none" stroke="#fff" stroke-width="3"><path id="grenzen" d="{borders}"/></g>'
        f'<g fill="none" stroke="#6f868c" stroke-width="3" stroke-linecap="round">'
        f'<path id="scholen" d="{_dotted(sorted(places))}"/></g></svg>'
    )
    packed = gzip.compress(drawing.encode(), compresslevel=9, mtime=0)
    return Dots(packed, hashlib.sha256(packed).hexdigest()[:16])


def _dotted(places: list[tuple[int, int]]) -> str:
    """Dots as strokes without length; each starts from the one before."""
    words, x, y = [], 0, 0
    for place_x, place_y in places:
        words.append(f"m{place_x - x}{'' if place_y < y else ' '}{place_y - y}h0")
        x, y = place_x, place_y
    return "".join(words)


def _picture(bundle: Bundle, dots: Dots) -> NationalPicture:
    frame = _frame()
    rows = bundle.here.partnerships.rows
    standing = {slug for slug, _ring in bundle.here.standing}
    nodes: list[Mark] = []
    schools: list[Mark] = []
    lines = {"core": "", "shell": ""}
    for row in rows:
        rings = {ring: bundle.here.standing.get((row.slug, word), []) for word, ring in RINGS.items()}
        at = middle(rings["core"]) or middle(rings["shell"])
        if at is None:
            continue
        node = _mark(frame, SOUTH + at[1] * STEP, WEST + at[0] * STEP, "node", row.name)
        nodes.append(node)
        if len(standing) > MOST_WITH_SCHOOLS:
            continue
        for ring, places in rings.items():
            own = [_at(frame, place, ring) for place in places if place.has_point]
            lines[ring] += "".join(f"M{node.x} {node.y}L{mark.x} {mark.y}" for mark in own)
            schools += own
    title = ngettext(
        "%(n)s partnerschap op de kaart van Nederland", "%(n)s partnerschappen op de kaart van Nederland", len(rows)
    )
    return NationalPicture(
        title=title % {"n": len(rows)},
        dots_version=dots.version,
        nodes=nodes,
        schools=sorted(schools, key=lambda mark: mark.ring == "core"),
        core_lines=lines["core"],
        shell_lines=lines["shell"],
    )


def _at(frame: Frame, place: OrganisationRow, ring: str) -> Mark:
    return _mark(frame, place.latitude or SOUTH, place.longitude or WEST, ring, "")


def _mark(frame: Frame, latitude: float, longitude: float, ring: str, name: str) -> Mark:
    x, y = frame.place(flat(latitude, longitude))
    return Mark(round(x), round(y), ring, name)
