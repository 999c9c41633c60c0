"""Reading requests and proposals for a role: whom and what they are about, and where a sign-in points to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.accounts.queries import account_by_public_id
from steunpunt.foundation.periods.models import covering
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.models import (
    Affiliation,
    Membership,
    Organisation,
    OrganisationKind,
    OrganisationVersion,
    Partnership,
    Role,
)

from .people import managed_partnerships, organisation_name, partnership_name

MOST_PLACES = 3
"""Who works at a place in more partnerships than this is proposed for the place alone."""

Place = tuple[Partnership | None, Organisation | None]


@dataclass(frozen=True)
class Home:
    """Where a federation says that somebody works or studies."""

    places: list[Place]
    source: str


@dataclass(frozen=True)
class Joining:
    """A request or proposal with its rows; what has gone since is None."""

    account: User | None
    role: Role | None
    partnership: Partnership | None
    organisation: Organisation | None

    @property
    def place(self) -> Partnership | Organisation | None:
        return self.partnership or self.organisation


def joining_of(item: WorkItem) -> Joining:
    """The rows that a work item about a role speaks of."""
    data = item.data
    return Joining(
        account=account_by_public_id(data.get("account", "")),
        role=Role.objects.filter(code=data.get("role", "")).first(),
        partnership=Partnership.objects.filter(public_id=data.get("partnership", "")).first(),
        organisation=Organisation.objects.filter(public_id=data.get("organisation", "")).first(),
    )


def joining_context(item: WorkItem) -> dict[str, Any]:
    """What the work list shows of a request or proposal."""
    asked, day = joining_of(item), timezone.localdate(item.opened_at)
    return {
        "asked": asked,
        "partnership": partnership_name(asked.partnership, day) if asked.partnership else "",
        "organisation": organisation_name(asked.organisation, day),
        "note": item.data.get("note", ""),
        "source": item.data.get("source", ""),
    }


def unmanaged_context(item: WorkItem) -> dict[str, Any]:
    """What the work list shows of a partnership without a coordinator."""
    return {"partnership": partnership_of(item)}


def partnership_of(item: WorkItem) -> Partnership | None:
    """The partnership that a work item is about, when it is about one."""
    return Partnership.objects.filter(public_id=item.data.get("partnership", "")).first()


def items_to_manage(actor: Actor) -> Q:
    """The work items about partnerships that the actor coordinates today."""
    subjects = [partnership.reference for partnership in managed_partnerships(actor, actor.day)]
    return Q(subject__in=subjects)


def is_affiliated(
    account: User,
    role: Role | None,
    partnership: Partnership | None,
    on: date,
    organisation: Organisation | None = None,
) -> bool:
    """Whether the account's person has this role (or any) at this place on that day."""
    rows = Affiliation.objects.on(on).filter(person__account=account)
    rows = rows.filter(partnership=partnership) if partnership else rows.filter(organisation=organisation)
    return rows.filter(role=role).exists() if role else rows.exists()


def role_by_code(code: str) -> Role | None:
    return Role.objects.filter(code=code).first()


def home_at(brin: str, domain: str, on: date) -> Home | None:
    """The places that a BRIN (4 or 6 characters) or a home domain points to; None when we know none."""
    organisations = _by_brin(brin) if brin else _by_domain(domain, on)
    if not organisations:
        return None
    rows = Membership.objects.on(on).filter(organisation__in=_with_neighbours(organisations, on))
    partnerships = list(Partnership.objects.filter(pk__in=rows.values("partnership")).order_by("pk")[: MOST_PLACES + 1])
    if 0 < len(partnerships) <= MOST_PLACES:
        places: list[Place] = [(partnership, organisations[0]) for partnership in partnerships]
    else:
        places = [(None, organisations[0])]
    return Home(places, brin or domain)


def _by_brin(brin: str) -> list[Organisation]:
    """Four characters are a school or an institution, six a site; the school first."""
    code = brin.strip().upper()
    found = Organisation.objects.filter(code=code)
    order = [OrganisationKind.SCHOOL_SITE, OrganisationKind.SCHOOL, OrganisationKind.TRAINING_INSTITUTION]
    rank = {kind: place for place, kind in enumerate(order)}
    return sorted(found, key=lambda row: rank.get(OrganisationKind(row.kind), len(order)))


def _by_domain(domain: str, on: date) -> list[Organisation]:
    """Institutions whose own site is on that domain (schac_home_organization of SURFconext)."""
    if "." not in domain:
        return []
    kinds = [OrganisationKind.TRAINING_INSTITUTION, OrganisationKind.UNIVERSITY, OrganisationKind.MBO]
    site = Q(website__iregex=rf"^(https?://)?(www\.)?{_escaped(domain)}(/.*)?$")
    rows = OrganisationVersion.objects.filter(covering(on), site, organisation__kind__in=kinds)
    return list(Organisation.objects.filter(pk__in=rows.values("organisation")).order_by("pk"))


def _escaped(domain: str) -> str:
    """Only letters, figures, hyphens and dots make a domain; the dots are meant literally."""
    kept = "".join(sign for sign in domain.lower() if sign.isalnum() or sign in ".-")
    return kept.replace(".", r"\.")


def _with_neighbours(organisations: Iterable[Organisation], on: date) -> QuerySet[Organisation]:
    """The organisations, what they fall under, and what falls under them: a member is any of these."""
    ids = {row.pk for row in organisations}
    versions = OrganisationVersion.objects.filter(covering(on))
    above = versions.filter(organisation__in=ids).values_list("part_of", flat=True)
    below = versions.filter(part_of__in=ids).values_list("organisation", flat=True)
    return Organisation.objects.filter(pk__in=ids | {pk for pk in above if pk} | set(below))
