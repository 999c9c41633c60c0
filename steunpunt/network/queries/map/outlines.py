"""The bundled outlines of provinces and municipalities and the names of places, in flat Mercator units."""

import json
import math
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings

Point = tuple[float, float]
Ring = list[Point]
SCALE = 100_000
"""The world is this wide, so that a unit is about 245 metres in the Netherlands."""


@dataclass(frozen=True, slots=True)
class Town:
    """A place with the number of its postcode areas, which says how important it is on a map."""

    name: str
    at: Point
    rank: int


@dataclass(frozen=True)
class Outlines:
    """The land and a sketch of the land abroad as closed rings, and the borders as open lines."""

    abroad: list[Ring]
    land: list[Ring]
    province_borders: list[Ring]
    municipality_borders: list[Ring]


def flat(latitude: float, longitude: float) -> Point:
    """Web Mercator, east and south."""
    sine = math.sin(math.radians(latitude))
    return (longitude / 360 + 0.5) * SCALE, (0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)) * SCALE


@cache
def outlines() -> Outlines:
    topology = json.loads((settings.REGISTER_DIR / "outlines" / "nederland_2023.json").read_text())
    arcs = _arcs(topology)
    provinces = _rings(topology, "provincies")
    by_province, by_municipality = _usage(provinces), _usage(_rings(topology, "gemeenten"))
    return Outlines(
        abroad=[_joined(ring, arcs) for ring in topology["objects"]["buitenland"]["arcs"]],
        land=[_joined(ring, arcs) for ring in provinces],
        province_borders=[arc for index, arc in enumerate(arcs) if by_province[index] == 2],
        municipality_borders=[
            arc for index, arc in enumerate(arcs) if by_municipality[index] == 2 and not by_province[index]
        ],
    )


@cache
def towns() -> list[Town]:
    """All places, the largest first."""
    raw = json.loads((settings.REGISTER_DIR / "outlines" / "plaatsen_2024.json").read_text())
    return [Town(name, flat(latitude, longitude), rank) for name, latitude, longitude, rank in raw["plaatsen"]]


def _arcs(topology: dict[str, Any]) -> list[Ring]:
    (scale_x, scale_y), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x, y, arc = 0, 0, []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append(flat(y * scale_y + south, x * scale_x + west))
        arcs.append(arc)
    return arcs


def _rings(topology: dict[str, Any], layer: str) -> list[list[int]]:
    rings: list[list[int]] = []
    for geometry in topology["objects"][layer]["geometries"]:
        shapes = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        rings += [ring for shape in shapes for ring in shape]
    return rings


def _usage(rings: list[list[int]]) -> Counter[int]:
    """How many areas use an arc: one along the coast, two on a border."""
    return Counter(index if index >= 0 else ~index for ring in rings for index in ring)


def _joined(ring: list[int], arcs: list[Ring]) -> Ring:
    found: Ring = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        found += arc[1:] if found else arc
    return found
