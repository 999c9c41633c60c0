"""Everything that the page of one organisation tells: facts on a day, history, chain and partnerships."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.periods.models import covering
from steunpunt.network.models import (
    FieldOverride,
    Membership,
    Organisation,
    OrganisationKind,
    OrganisationVersion,
    PartnershipVersion,
    Programme,
    RegionSite,
    Succession,
)

from .addresses import organisation_address
from .directory import World
from .directory.rows import OrganisationRow

TOLD = ("name", "part_of", "street", "house_number", "postcode", "place", "sector", "website", "structure")
"""The fields whose changes the history tells; numbers of pupils differ every year and are left out."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that was otherwise until a day."""

    on: date | None
    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Part:
    """A partnership in which the organisation takes or took part."""

    slug: str
    name: str
    role: str
    ring: str
    since: str
    until: str
    is_current: bool
    by: str


@dataclass(frozen=True, slots=True)
class Relative:
    """A predecessor or successor."""

    name: str
    url: str
    on: date
    kind: str
    source: str


def visible_organisations(actor: Actor) -> QuerySet[Organisation]:
    """The register is public: everybody sees every organisation."""
    return Organisation.objects.all()


def organisation_by_key(actor: Actor, kind: str, key: str) -> Organisation | None:
    """By its code in the register, or by its public id."""
    rows = visible_organisations(actor).filter(kind=kind)
    return rows.filter(Q(code=key.upper()) | Q(public_id=key)).first()


def versions_of(organisation: Organisation) -> list[OrganisationVersion]:
    """All that is known of it, oldest first."""
    rows = OrganisationVersion.objects.filter(organisation=organisation)
    return list(rows.select_related("municipality__province").order_by("valid_from"))


def version_on(versions: list[OrganisationVersion], day: date) -> OrganisationVersion | None:
    """What held on the day."""
    return next((row for row in versions if row.covers(day)), None)


def best_version(versions: list[OrganisationVersion], day: date) -> OrganisationVersion | None:
    """What held on the day, or the last before it, or the first after it."""
    earlier = [row for row in versions if row.valid_from is None or row.valid_from <= day]
    return version_on(versions, day) or (earlier[-1] if earlier else next(iter(versions), None))


def closed_on(versions: list[OrganisationVersion], day: date) -> date | None:
    """Since when the organisation is closed, when it is on the day."""
    if not versions or version_on(versions, day):
        return None
    ends = [row.valid_until for row in versions if row.valid_until and row.valid_until <= day]
    return max(ends) if ends else None


def opens_on(versions: list[OrganisationVersion], day: date) -> date | None:
    """The first known day, when it lies after the day."""
    if not versions or any(row.valid_from is None or row.valid_from <= day for row in versions):
        return None
    return min(row.valid_from for row in versions if row.valid_from)


def changes_between(versions: list[OrganisationVersion], world: World) -> list[Change]:
    """What became different from one version to the next, newest first."""
    found = [
        Change(after.valid_from, _label(name), old, new)
        for before, after in pairwise(versions)
        for name in TOLD
        if (old := _told(before, name, world)) != (new := _told(after, name, world))
    ]
    return found[::-1]


def _label(name: str) -> str:
    field: Any = OrganisationVersion._meta.get_field(name)
    return str(field.verbose_name)


def _told(version: OrganisationVersion, name: str, world: World) -> str:
    if name == "part_of":
        parent = world.find(version.part_of_id) if version.part_of_id else None
        return parent.name if parent else ""
    display: Any = getattr(version, f"get_{name}_display", None)
    return str(display() if display else getattr(version, name))


def parts_of(organisation: Organisation, day: date, world: World) -> list[Part]:
    """Partnerships it takes part in itself or through its BRIN school, current ones first."""
    row = world.find(organisation.pk)
    above = [one.id for one in world.above(row)] if row and row.kind == OrganisationKind.SCHOOL_SITE else []
    rows = Membership.objects.filter(organisation_id__in=[organisation.pk, *above])
    memberships = list(rows.select_related("partnership").order_by("-valid_from", "pk"))
    names = _names({one.partnership_id for one in memberships}, day)
    found = [_part(one, organisation, names, day, world) for one in memberships]
    return sorted(found, key=lambda one: not one.is_current)


def _part(one: Membership, organisation: Organisation, names: dict[int, str], day: date, world: World) -> Part:
    through = world.find(one.organisation_id) if one.organisation_id != organisation.pk else None
    return Part(
        slug=one.partnership.slug,
        name=names.get(one.partnership_id, one.partnership.slug),
        role=str(one.get_role_display()),
        ring=one.ring,
        since=one.since_text(),
        until=one.until_text(),
        is_current=one.covers(day),
        by=through.name if through else "",
    )


def _names(partnerships: set[int], day: date) -> dict[int, str]:
    """The name on the day, otherwise the latest."""
    rows = PartnershipVersion.objects.filter(partnership_id__in=partnerships).order_by("valid_from")
    found = {row.partnership_id: row.name for row in rows}
    return found | {row.partnership_id: row.name for row in rows if row.covers(day)}


def predecessors_of(organisation: Organisation, world: World) -> list[Relative]:
    rows = Succession.objects.filter(successor=organisation).select_related("predecessor")
    return [_relative(row, row.predecessor, world) for row in rows]


def successors_of(organisation: Organisation, world: World) -> list[Relative]:
    rows = Succession.objects.filter(predecessor=organisation).select_related("successor")
    return [_relative(row, row.successor, world) for row in rows]


def _relative(row: Succession, other: Organisation, world: World) -> Relative:
    known = world.find(other.pk)
    name = known.name if known else latest_name(other)
    url = organisation_address(other.kind, other.code or other.public_id)
    return Relative(name, url, row.on, str(row.get_kind_display()), row.source)


def latest_name(organisation: Organisation) -> str:
    row = OrganisationVersion.objects.filter(organisation=organisation).order_by("-valid_from").first()
    return row.name if row else _("naam onbekend (%(code)s)") % {"code": organisation.code or organisation.public_id}


def overrides_of(organisation: Organisation) -> list[FieldOverride]:
    """Facts corrected by hand that still stand beside the register."""
    return list(FieldOverride.objects.filter(organisation=organisation, ended_at__isnull=True))


def programmes_of(organisation: Organisation, day: date) -> list[Programme]:
    rows = Programme.objects.filter(covering(day), institution=organisation)
    return list(rows.order_by("kind", "name", "place"))


def regions_of(organisation: Organisation, day: date) -> list[RegionSite]:
    rows = RegionSite.objects.filter(covering(day), site=organisation)
    return list(rows.select_related("region"))


def siblings_on(row: OrganisationRow, world: World) -> list[OrganisationRow]:
    """The other sites of the same school."""
    if row.kind != OrganisationKind.SCHOOL_SITE or row.part_of is None:
        return []
    return [one for one in world.children_of.get(row.part_of, []) if one.id != row.id]


def children_on(organisation: Organisation, world: World) -> list[OrganisationRow]:
    return world.children_of.get(organisation.pk, [])
