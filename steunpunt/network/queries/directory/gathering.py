"""Gathering what holds on a day from the tables: a handful of wide queries, no query per row."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import F, QuerySet

from steunpunt.foundation.periods.models import covering
from steunpunt.network.models import (
    AcademicStrand,
    LeadOrganisation,
    Membership,
    MembershipRole,
    OrganisationKind,
    OrganisationVersion,
    PartnershipState,
    PartnershipStatus,
    PartnershipVersion,
    Programme,
    Ring,
    ThemeContact,
)

from .rows import Member, OrganisationRow, PartnershipRow, ProgrammeRow, Since

ORGANISATION_FIELDS = (
    "organisation_id",
    "organisation__public_id",
    "organisation__kind",
    "organisation__code",
    "organisation__source",
    "organisation__source_date",
    "organisation__is_example",
    "name",
    "sector",
    "part_of_id",
    "street",
    "house_number",
    "postcode",
    "place",
    "municipality__name",
    "municipality__province__name",
    "latitude",
    "longitude",
    "pupils",
)
PLACED = slice(14, 16)
"""Municipality and province, which an organisation without an address has not."""
PARTNERSHIP_FIELDS = (
    "partnership_id",
    "partnership__public_id",
    "partnership__slug",
    "name",
    "sectors",
    "region__name",
    "area_text",
    "partnership__source",
    "partnership__source_date_text",
    "partnership__is_verified",
    "partnership__is_example",
)


@dataclass(frozen=True)
class World:
    """All organisations on a day, by id.

    `earlier` holds those whose begin nobody knows and whose first known day is still to come:
    a membership proves that they were there already, the register does not.
    """

    organisations: dict[int, OrganisationRow] = field(default_factory=dict)
    earlier: dict[int, OrganisationRow] = field(default_factory=dict)

    def find(self, pk: int) -> OrganisationRow | None:
        """The organisation on the day, or as it was first known."""
        return self.organisations.get(pk) or self.earlier.get(pk)

    @cached_property
    def sites_of(self) -> dict[int, list[OrganisationRow]]:
        """The sites of every BRIN school."""
        found: dict[int, list[OrganisationRow]] = defaultdict(list)
        for row in (*self.organisations.values(), *self.earlier.values()):
            if row.part_of and row.kind == OrganisationKind.SCHOOL_SITE:
                found[row.part_of].append(row)
        return found

    @cached_property
    def children_of(self) -> dict[int, list[OrganisationRow]]:
        """What falls directly under every organisation, by name."""
        found: dict[int, list[OrganisationRow]] = defaultdict(list)
        for row in self.organisations.values():
            if row.part_of:
                found[row.part_of].append(row)
        return found

    def above(self, row: OrganisationRow) -> list[OrganisationRow]:
        """What an organisation falls under, the nearest first; a circle in the data ends it."""
        chain, seen = [], {row.id}
        while row.part_of and row.part_of not in seen and (parent := self.find(row.part_of)):
            chain.append(parent)
            seen.add(parent.id)
            row = parent
        return chain

    def places_of(self, organisation: OrganisationRow) -> list[OrganisationRow]:
        """Where a member school stands: itself, or the sites when the whole BRIN school takes part."""
        if organisation.kind == OrganisationKind.SCHOOL:
            return self.sites_of.get(organisation.id, [])
        return [organisation]


def world_on(day: date) -> World:
    rows = OrganisationVersion.objects.filter(covering(day)).order_by("name", "organisation__code")
    found = {row[0]: _organisation(row) for row in _facts(rows)}
    later = OrganisationVersion.objects.filter(begin_unknown=True, valid_from__gt=day).order_by("-valid_from")
    earlier = {row[0]: _organisation(row) for row in _facts(later) if row[0] not in found}
    return World(found, earlier)


def _facts(rows: QuerySet[OrganisationVersion]) -> Iterator[tuple[Any, ...]]:
    return rows.values_list(*ORGANISATION_FIELDS).iterator(chunk_size=5000)


def _organisation(row: tuple[Any, ...]) -> OrganisationRow:
    facts: list[Any] = list(row)
    facts[PLACED] = [fact or "" for fact in facts[PLACED]]
    return OrganisationRow(*facts)


def partnerships_on(day: date, world: World) -> list[PartnershipRow]:
    """All partnerships on the day, by name."""
    holds = covering(day)
    academic = set(AcademicStrand.objects.filter(holds).values_list("partnership_id", flat=True))
    statuses = PartnershipStatus.objects.filter(holds)
    states = {
        pk: (state, Since(begun, unknown))
        for pk, state, begun, unknown in statuses.values_list("partnership_id", "state", "valid_from", "begin_unknown")
    }
    leads, themes, begins, members = _leads(day, world), _themes(day), _begins(), _members(day, world)
    rows = []
    for pk, public_id, slug, name, sectors, region, area, source, source_date, verified, example in (
        PartnershipVersion.objects.filter(holds).values_list(*PARTNERSHIP_FIELDS).iterator(chunk_size=5000)
    ):
        own = members.get(pk, ())
        state, since = states.get(pk, (PartnershipState.UNKNOWN.value, Since()))
        rows.append(
            PartnershipRow(
                id=pk,
                public_id=public_id,
                slug=slug,
                name=name,
                sectors=tuple(sectors),
                region=region or "",
                area=area,
                state=state,
                state_since=since,
                source=source,
                source_date=source_date,
                is_verified=verified,
                is_example=example,
                is_academic=pk in academic,
                lead=leads.get(pk, ""),
                members=own,
                themes=themes.get(pk, ()),
                since=begins.get(pk, Since()),
                core=sum(1 for one in own if one.ring == Ring.CORE),
                shell=sum(1 for one in own if one.ring == Ring.SHELL),
            )
        )
    return sorted(rows, key=lambda row: (row.name.casefold(), row.slug))


def _members(day: date, world: World) -> dict[int, tuple[Member, ...]]:
    """Members by partnership; one that is closed on the day is left out."""
    found: dict[int, list[Member]] = defaultdict(list)
    rows = Membership.objects.filter(covering(day)).values_list(
        "partnership_id", "organisation_id", "role", "ring", "valid_from", "begin_unknown"
    )
    begins: dict[tuple[date | None, bool], Since] = {}
    for partnership, organisation, role, ring, begun, unknown in rows.iterator(chunk_size=5000):
        row = world.find(organisation)
        if row is not None:
            since = begins.setdefault((begun, unknown), Since(begun, unknown))
            found[partnership].append(Member(row, role, ring, since))
    order = {role: place for place, role in enumerate(MembershipRole.values)}
    return {
        pk: tuple(sorted(own, key=lambda one: (order[one.role], one.ring, one.organisation.name)))
        for pk, own in found.items()
    }


def _leads(day: date, world: World) -> dict[int, str]:
    rows = LeadOrganisation.objects.filter(covering(day))
    found = rows.values_list("partnership_id", "organisation_id", "name_as_published")
    named = (
        (pk, world.find(organisation) if organisation else None, published) for pk, organisation, published in found
    )
    return {pk: organisation.name if organisation else published for pk, organisation, published in named}


def _themes(day: date) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    contacts = ThemeContact.objects.filter(covering(day)).order_by("theme__position")
    for pk, slug in contacts.values_list("partnership_id", "theme__slug"):
        found[pk] = (*found.get(pk, ()), slug)
    return found


def _begins() -> dict[int, Since]:
    """Since when each partnership is known: the begin of its earliest version."""
    latest_first = PartnershipVersion.objects.order_by(F("valid_from").desc(nulls_last=True))
    rows = latest_first.values_list("partnership_id", "valid_from", "begin_unknown")
    return {pk: Since(begun, unknown) for pk, begun, unknown in rows}


def programmes_on(day: date) -> dict[int, tuple[ProgrammeRow, ...]]:
    """The programmes on the day, by institution."""
    found: dict[int, list[ProgrammeRow]] = defaultdict(list)
    rows = Programme.objects.filter(covering(day)).order_by("kind", "name", "place")
    fields = ("institution_id", "croho", "name", "kind", "level", "place", "accredited_until")
    for row in rows.values_list(*fields):
        found[row[0]].append(ProgrammeRow(*row))
    return {pk: tuple(own) for pk, own in found.items()}
