"""What stands on the overview of a partnership's own pages, and how its forms begin."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils.timezone import get_current_timezone, localdate

from steunpunt.foundation.access import Actor
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.foundation.worklist.queries import open_items
from steunpunt.network.models import (
    AcademicStrand,
    LeadOrganisation,
    PartnerGoal,
    Partnership,
    PartnershipStatus,
    PartnershipVersion,
    ProjectPartnership,
    ThemeContact,
)

from .editing import current, members_on, ring_counts
from .people import coordinators_of, organisation_name
from .role_aliases import aliases_of

STALE = timedelta(days=365)
"""After this long without a confirmation a page is called not checked any more."""


@dataclass(frozen=True)
class ManagedState:
    """The words on the overview."""

    version: PartnershipVersion | None
    status: PartnershipStatus | None
    lead: str
    lead_since: str
    strand: AcademicStrand | None
    rings: dict[str, int]
    members: int
    contacts: int
    goals: int
    projects: int
    coordinators: int
    role_aliases: int
    is_stale: bool


def state_of(partnership: Partnership, today: date) -> ManagedState:
    """Everything in a fixed number of queries."""
    lead = current(LeadOrganisation.objects.select_related("organisation").filter(partnership=partnership), today)
    return ManagedState(
        version=current(PartnershipVersion.objects.select_related("region").filter(partnership=partnership), today),
        status=current(PartnershipStatus.objects.filter(partnership=partnership), today),
        lead=(organisation_name(lead.organisation, today) or lead.name_as_published) if lead else "",
        lead_since=lead.since_text() if lead else "",
        strand=strand_now(partnership, today),
        rings=ring_counts(partnership, today),
        members=members_on(partnership, today).count(),
        contacts=ThemeContact.objects.on(today).filter(partnership=partnership).count(),
        goals=PartnerGoal.objects.filter(partnership=partnership).count(),
        projects=ProjectPartnership.objects.filter(partnership=partnership).count(),
        coordinators=coordinators_of(partnership, today).count(),
        role_aliases=aliases_of(partnership).count(),
        is_stale=is_stale(partnership, today),
    )


def is_stale(partnership: Partnership, today: date) -> bool:
    """Whether nobody said for over a year that everything is right."""
    return partnership.confirmed_at is None or partnership.confirmed_at.date() < today - STALE


def unconfirmed_partnerships(at: datetime) -> QuerySet[Partnership]:
    """Partnerships of now that nobody confirmed for over a year, never confirmed ones first; each with its `name`."""
    versions = PartnershipVersion.objects.on(localdate(at)).filter(partnership=OuterRef("pk"))
    rows = Partnership.objects.filter(Q(confirmed_at__isnull=True) | Q(confirmed_at__lt=at - STALE))
    rows = rows.annotate(name=Subquery(versions.values("name")[:1])).filter(name__isnull=False)
    return rows.order_by(F("confirmed_at").asc(nulls_first=True), "name")


def staff_tile(actor: Actor, today: date) -> dict[str, Any] | None:
    """What staff see on the front page: how much was not checked for long; nothing for others."""
    if not actor.is_staff:
        return None
    at = datetime.combine(today, time.max, tzinfo=get_current_timezone())
    return {"unconfirmed": unconfirmed_partnerships(at).count()}


def strand_now(partnership: Partnership, today: date) -> AcademicStrand | None:
    return current(AcademicStrand.objects.filter(partnership=partnership), today)


def facts_now(partnership: Partnership, today: date) -> dict[str, Any]:
    """How the form on name, sectors and region begins."""
    version = current(PartnershipVersion.objects.filter(partnership=partnership), today)
    names = ("name", "sectors", "region", "area_text")
    facts = {name: getattr(version, name) for name in names} if version else {}
    return {**facts, "valid_from": today, "revision": partnership.revision}


def status_now(partnership: Partnership, today: date) -> dict[str, Any]:
    row = current(PartnershipStatus.objects.filter(partnership=partnership), today)
    facts = {"state": row.state} if row else {}
    return {**facts, "valid_from": today, "revision": partnership.revision}


def open_corrections(partnership: Partnership, actor: Actor) -> QuerySet[WorkItem]:
    """Proposals of visitors that wait for a yes or no of this actor."""
    return open_items(actor).filter(subject=partnership.reference, kind="verbetering")


def next_first_of_august(today: date) -> date:
    """The next 1 August, on which a change of penvoerder takes effect by the rules."""
    year = today.year if today < date(today.year, 8, 1) else today.year + 1
    return date(year, 8, 1)
