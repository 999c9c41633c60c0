"""Reading invitations: one by its link, those of a meeting, and whom a pasted line stands for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Count, Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import (
    InvitationAnswer,
    Meeting,
    MeetingInvitation,
    MeetingState,
    Registration,
    RegistrationState,
)
from steunpunt.network.models import Affiliation, Organisation, OrganisationVersion, Partnership, PartnershipVersion
from steunpunt.network.queries.partnerships import visible_partnerships
from steunpunt.network.queries.people import coordinators_of, partnership_names

ADDRESS = re.compile(r"[^\s<>;,]+@[^\s<>;,]+")
MOST = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """One person to invite."""

    email: str
    name: str = ""
    on_behalf_of: str = ""


@dataclass
class Trial:
    """What sending would do: who gets an invitation, who has one, who comes already, and what we cannot read."""

    new: list[Asked]
    known: list[Asked]
    coming: list[Asked]
    unread: list[str]


@dataclass(frozen=True)
class InvitationCounts:
    """How many people were asked, and what they said."""

    sent: int
    accepted: int
    declined: int

    @property
    def silent(self) -> int:
        return self.sent - self.accepted - self.declined


def invitation_by_link(link: str) -> MeetingInvitation | None:
    """For whoever holds the link; a meeting that is still a draft stays shut."""
    rows = MeetingInvitation.objects.filter(link=link).exclude(email="").exclude(meeting__state=MeetingState.DRAFT)
    return rows.select_related("meeting", "registration").first()


def invitations_of(meeting: Meeting, answer: str = "") -> QuerySet[MeetingInvitation]:
    rows = MeetingInvitation.objects.filter(meeting=meeting).select_related("registration")
    return rows.filter(answer=answer) if answer in InvitationAnswer.values else rows


def invitation_counts(meeting: Meeting) -> InvitationCounts:
    found = MeetingInvitation.objects.filter(meeting=meeting).aggregate(
        sent=Count("pk"),
        accepted=Count("pk", filter=Q(answer=InvitationAnswer.ACCEPTED)),
        declined=Count("pk", filter=Q(answer=InvitationAnswer.DECLINED)),
    )
    return InvitationCounts(**found)


def partnerships_to_invite(actor: Actor) -> list[tuple[int, str]]:
    """All partnerships with their names of today, to choose from."""
    names = partnership_names(visible_partnerships(actor).values_list("pk", flat=True), actor.day)
    return sorted(names.items(), key=lambda pair: pair[1].lower())


def trial_of(meeting: Meeting, lines: Iterable[str], partnerships: Iterable[Partnership], on: date) -> Trial:
    """Whom these lines and partnerships stand for; nothing is sent."""
    asked: dict[str, Asked] = {}
    unread: list[str] = []
    for partnership in partnerships:
        found = _of_partnership(partnership, on)
        unread += [] if found else [_name(partnership, on)]
        asked |= {one.email: one for one in found if one.email not in asked}
    for line in filter(None, (line.strip() for line in lines)):
        found = _of_line(line, on)
        unread += [] if found else [line]
        asked |= {one.email: one for one in found if one.email not in asked}
    return _sorted_out(meeting, asked, unread)


def _sorted_out(meeting: Meeting, asked: dict[str, Asked], unread: list[str]) -> Trial:
    known = _addresses(MeetingInvitation.objects.filter(meeting=meeting))
    coming = _addresses(Registration.objects.filter(meeting=meeting).exclude(state=RegistrationState.WITHDRAWN))
    return Trial(
        new=[one for email, one in asked.items() if email not in known and email not in coming],
        known=[one for email, one in asked.items() if email in known and email not in coming],
        coming=[one for email, one in asked.items() if email in coming],
        unread=list(dict.fromkeys(unread)),
    )


def _addresses(rows: QuerySet) -> set[str]:
    return {email.lower() for email in rows.values_list("email", flat=True)}


def _of_line(line: str, on: date) -> list[Asked]:
    """An address, with or without a name before it; otherwise the name of a partnership or an organisation."""
    found = ADDRESS.search(line)
    if found:
        return _with_address(line, found.group())
    partnership = _partnership_named(line, on)
    if partnership is not None:
        return _of_partnership(partnership, on)
    organisation = _organisation_named(line, on)
    return _of_organisation(organisation, line, on) if organisation is not None else []


def _with_address(line: str, address: str) -> list[Asked]:
    try:
        validate_email(address)
    except ValidationError:
        return []
    name = line.replace(address, "").strip(" <>;,\"'\t")
    return [Asked(address.lower(), name[:120])]


def _of_partnership(partnership: Partnership, on: date) -> list[Asked]:
    """Whoever coordinates it on that day."""
    name = _name(partnership, on)
    people = coordinators_of(partnership, on)
    addresses = [(person.account.email if person.account else person.email, str(person)) for person in people]
    return [Asked(email.lower(), who[:120], name[:160]) for email, who in addresses if email]


def _of_organisation(organisation: Organisation, line: str, on: date) -> list[Asked]:
    """Whoever has a role there on that day."""
    rows = Affiliation.objects.on(on).filter(organisation=organisation, person__merged_into__isnull=True)
    found = {}
    for row in rows.select_related("person__account").order_by("pk"):
        person = row.person
        email = person.account.email if person.account else person.email
        if email:
            found[email.lower()] = Asked(email.lower(), str(person)[:120], line[:160])
    return list(found.values())


def _partnership_named(line: str, on: date) -> Partnership | None:
    rows = PartnershipVersion.objects.on(on).filter(name__iexact=line).select_related("partnership")
    version = rows.first()
    return version.partnership if version else None


def _organisation_named(line: str, on: date) -> Organisation | None:
    """By its code in the register, or by a name that only one has."""
    by_code = list(Organisation.objects.filter(code__iexact=line)[:2])
    if len(by_code) == 1:
        return by_code[0]
    versions = OrganisationVersion.objects.on(on).filter(name__iexact=line).select_related("organisation")
    found = {version.organisation for version in versions[:2]}
    return found.pop() if len(found) == 1 else None


def _name(partnership: Partnership, on: date) -> str:
    return partnership_names([partnership.pk], on).get(partnership.pk, partnership.slug)
