"""Chooses real schools for an invented partnership: the nearest of its sectors, always the same ones."""

from collections.abc import Sequence
from datetime import date
from math import cos, inf, radians

from steunpunt.network.models import Municipality, Organisation, OrganisationKind, OrganisationVersion

SPREAD = 3
"""Of the nearest schools each third is taken, so that a partnership covers an area and not a street."""


def schools_near(municipality: str, sectors: Sequence[str], count: int, on: date) -> list[Organisation]:
    """School sites around the centre of a municipality, nearest first; sectors take turns."""
    centre = Municipality.objects.get(code=municipality)
    rows = (
        OrganisationVersion.objects.on(on)
        .filter(organisation__kind=OrganisationKind.SCHOOL_SITE, latitude__isnull=False, sector__in=sectors)
        .filter(valid_until__isnull=True)
        .select_related("organisation")
    )
    near = sorted(rows, key=lambda row: (_distance(row, centre), row.organisation.code))[: count * SPREAD * 2]
    one_per_name = list({row.name: row for row in near}.values())
    chosen = one_per_name[::SPREAD] + [row for place, row in enumerate(one_per_name) if place % SPREAD]
    return [row.organisation for row in sorted(chosen[:count], key=lambda row: _distance(row, centre))]


def institutions(codes: Sequence[str]) -> list[Organisation]:
    """The teacher-training institutions with these BRIN codes, in the same order."""
    kinds = (OrganisationKind.TRAINING_INSTITUTION, OrganisationKind.UNIVERSITY)
    found = {row.code: row for row in Organisation.objects.filter(kind__in=kinds, code__in=codes)}
    return [found[code] for code in codes]


def board_of(school: Organisation, on: date) -> Organisation | None:
    """The board above a school site, by way of its BRIN school, when the register knows it."""
    for _ in range(2):
        version = school.versions.on(on).select_related("part_of").first()
        if version is None or version.part_of is None:
            return None
        school = version.part_of
    return school if school.kind == OrganisationKind.SCHOOL_BOARD else None


def _distance(row: OrganisationVersion, centre: Municipality) -> float:
    """Squared distance in degrees of latitude; good enough to say which school is nearer."""
    if row.latitude is None or row.longitude is None:
        return inf
    shrink = cos(radians(centre.latitude))
    return (row.latitude - centre.latitude) ** 2 + ((row.longitude - centre.longitude) * shrink) ** 2
