"""The map data as columns: whole-number steps on a grid, differences instead of values, words once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from steunpunt.network.queries.choices import CORE, SHELL, STATE_WORDS
from steunpunt.network.queries.directory import InstitutionDirectory, PartnershipDirectory, SiteDirectory
from steunpunt.network.queries.directory.rows import InstitutionRow, OrganisationRow, PartnershipRow, SiteRow

SOUTH, WEST, STEP = 50.7, 3.3, 0.0001
"""The grid: a step is 11 metres to the north and 7 to the east."""
CODE_WIDTH = 6
Words = dict[Any, int]


def grid_point(organisation: OrganisationRow) -> tuple[int, int]:
    """Steps to the east and to the north of the grid's corner."""
    latitude, longitude = organisation.latitude or SOUTH, organisation.longitude or WEST
    return round((longitude - WEST) / STEP), round((latitude - SOUTH) / STEP)


def along_the_curve(point: tuple[int, int]) -> int:
    """Place on the Z-curve: neighbours on the ground become neighbours in the data, which then packs well."""
    x, y = point
    woven = 0
    for bit in range(16):
        woven |= (x >> bit & 1) << (2 * bit) | (y >> bit & 1) << (2 * bit + 1)
    return woven


def differences(numbers: Iterable[int]) -> list[int]:
    """Every number less the one before it."""
    found, before = [], 0
    for number in numbers:
        found.append(number - before)
        before = number
    return found


def in_order(rows: Iterable[Any]) -> list[Any]:
    """The rows that have a point, along the curve; rows on one spot follow each other."""
    placed = [row for row in rows if row.organisation.has_point]
    return sorted(placed, key=lambda row: (along_the_curve(grid_point(row.organisation)), row.organisation.key))


@dataclass(frozen=True)
class Directories:
    """The three directories of one day, which the map shows together."""

    partnerships: PartnershipDirectory
    sites: SiteDirectory
    institutions: InstitutionDirectory

    @cached_property
    def standing(self) -> dict[tuple[str, str], list[OrganisationRow]]:
        """The school sites of every partnership (by slug) and ring; a whole BRIN school stands at all its sites."""
        found: dict[tuple[str, str], list[OrganisationRow]] = defaultdict(list)
        for row in self.sites.rows:
            for own in row.memberships:
                found[own.slug, own.ring].append(row.organisation)
        return found


def table(here: Directories, sites: Sequence[SiteRow], institutions: Sequence[InstitutionRow]) -> dict[str, Any]:
    """Everything that the browser needs to draw and to filter; names of schools are fetched by a click."""
    sectors: Words = {}
    municipalities = here.sites.choices.municipalities
    towns = _towns(municipalities)
    at = {row.id: place for place, row in enumerate(sites)}
    return {
        "grid": {"lat": SOUTH, "lon": WEST, "step": STEP},
        "sites": _site_columns(sites, sectors, towns),
        "institutions": _institution_columns(institutions, here.partnerships, towns),
        "partnerships": [_partnership(row, here, at, towns) for row in here.partnerships.rows],
        "sectors": list(sectors),
        **_areas(municipalities, towns),
    }


def _towns(municipalities: dict[str, str]) -> Words:
    return {name: place for place, name in enumerate(municipalities)} | {"": len(municipalities)}


def _areas(municipalities: dict[str, str], towns: Words) -> dict[str, Any]:
    provinces = sorted({*municipalities.values(), ""})
    at = {name: place for place, name in enumerate(provinces)}
    return {
        "provinces": provinces,
        "municipalities": [[name, at[municipalities.get(name, "")]] for name in towns],
    }


def _number(word: Any, words: Words) -> int:
    return words.setdefault(word, len(words))


def _point_columns(organisations: Sequence[OrganisationRow], towns: Words) -> dict[str, Any]:
    points = [grid_point(one) for one in organisations]
    return {
        "x": differences(x for x, _y in points),
        "y": differences(y for _x, y in points),
        "municipality": differences(towns.get(one.municipality, towns[""]) for one in organisations),
    }


def _site_columns(rows: Sequence[SiteRow], sectors: Words, towns: Words) -> dict[str, Any]:
    organisations = [row.organisation for row in rows]
    fits = [len(one.key) == CODE_WIDTH for one in organisations]
    return {
        **_point_columns(organisations, towns),
        "sector": "".join(str(_number(one.sector, sectors)) for one in organisations),
        "width": CODE_WIDTH,
        "codes": "".join(one.key if own else "-" * CODE_WIDTH for one, own in zip(organisations, fits, strict=True)),
        "others": {place: organisations[place].key for place, own in enumerate(fits) if not own},
    }


def _institution_columns(
    rows: Sequence[InstitutionRow], partnerships: PartnershipDirectory, towns: Words
) -> dict[str, Any]:
    organisations = [row.organisation for row in rows]
    trained = [{sector for own in row.memberships for sector in partnerships.by_slug[own.slug].sectors} for row in rows]
    return {
        **_point_columns(organisations, towns),
        "code": [one.key for one in organisations],
        "name": [one.name for one in organisations],
        "sectors": [sorted(own) for own in trained],
    }


def _partnership(row: PartnershipRow, here: Directories, at: dict[int, int], towns: Words) -> dict[str, Any]:
    core, shell = (here.standing.get((row.slug, ring), []) for ring in (CORE, SHELL))
    return {
        "slug": row.slug,
        "name": row.name,
        "sectors": list(row.sectors),
        "state": STATE_WORDS[row.state],
        "academic": int(row.is_academic),
        "example": int(row.is_example),
        "institutes": [member.organisation.key for member in row.institutes],
        "at": middle(core) or middle(shell) or middle([member.organisation for member in row.institutes]),
        "core": differences(sorted(at[place.id] for place in core if place.id in at)),
        "shell": differences(sorted(at[place.id] for place in shell if place.id in at)),
        "areas": [sorted({towns.get(place.municipality, towns[""]) for place in ring}) for ring in (core, shell)],
    }


def middle(places: Sequence[OrganisationRow]) -> list[int] | None:
    """The point in the middle, on the grid; None when nobody has a point."""
    points = [grid_point(place) for place in places if place.has_point]
    if not points:
        return None
    return [round(sum(axis) / len(points)) for axis in zip(*points, strict=True)]
