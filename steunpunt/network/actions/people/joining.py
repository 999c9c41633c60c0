"""Asking for a role without an invitation, and what a sign-in through a federation proposes."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.outbox.actions import post_mail
from steunpunt.foundation.worklist.actions import open_item
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.foundation.worklist.queries import waits_for, was_asked
from steunpunt.network.models import Affiliation, Organisation, Partnership, Role
from steunpunt.network.queries.joining import Home, Joining, is_affiliated, joining_of
from steunpunt.network.queries.people import coordinators_of, organisation_name, partnership_name

from .affiliations import take_up_once
from .persons import person_for

REQUEST = "rol-aanvraag"
PROPOSAL = "rol-voorstel"


@dataclass(frozen=True)
class JoinRequest:
    """What somebody asks to become, where, and a word about it."""

    partnership: Partnership
    role: Role
    organisation: Organisation | None = None
    note: str = ""


def request_affiliation(account: User, request: JoinRequest, *, by: Actor, at: datetime) -> WorkItem:
    """A signed-in account asks for a role; the coordinator of that partnership or staff decide."""
    require(by.account == account, _("Log in om een rol aan te vragen."))
    partnership, today = request.partnership, timezone.localdate(at)
    require(not waits_for(REQUEST, partnership.reference, by.reference), _("Je hebt hier al een aanvraag lopen."))
    held = is_affiliated(account, request.role, partnership, today)
    require(not held, _("Je hebt deze rol hier al."), field="role")
    words = {"role": request.role.title, "name": partnership_name(partnership, today)}
    with transaction.atomic():
        item = open_item(
            kind=REQUEST,
            subject=partnership.reference,
            title=_("Aanvraag: %(role)s van %(name)s") % words,
            data=_data(account, request.role, partnership, request.organisation) | {"note": request.note.strip()},
            by=by,
            at=at,
            reply_to=account.email,
        )
        _tell_coordinators(item, partnership, at)
    return item


def propose_affiliations(account: User, home: Home, role: Role, *, at: datetime) -> list[WorkItem]:
    """Put what the federation says of somebody's school or institute on the list; nobody gets a right by it."""
    by, today, opened = Actor.of(account, second_factor=False), timezone.localdate(at), []
    for partnership, organisation in home.places:
        place = partnership or organisation
        if place is None:
            continue
        subject = place.reference
        if was_asked(PROPOSAL, subject, by.reference):
            continue
        if is_affiliated(account, None, partnership, today, organisation):
            continue
        where = partnership_name(partnership, today) if partnership else organisation_name(organisation, today)
        opened.append(
            open_item(
                kind=PROPOSAL,
                subject=subject,
                title=_("Voorstel na inloggen: %(role)s van %(name)s") % {"role": role.title, "name": where},
                data=_data(account, role, partnership, organisation) | {"source": home.source},
                by=by,
                at=at,
            )
        )
    return opened


def accept_request(item: WorkItem, by: Actor, at: datetime) -> None:
    """Yes to a request or proposal: the person takes up the role from today."""
    asked: Joining = joining_of(item)
    if asked.account is None:
        raise Refusal(_("Dit account bestaat niet meer."))
    require(asked.role is not None and asked.place is not None, _("Deze rol of dit partnerschap bestaat niet meer."))
    person = person_for(asked.account, by=by, at=at)
    affiliation = Affiliation(
        person=person,
        role=asked.role,
        partnership=asked.partnership,
        organisation=asked.organisation,
        valid_from=timezone.localdate(at),
    )
    take_up_once(affiliation, by=by, at=at)


def leave_as_it_is(item: WorkItem, by: Actor, at: datetime) -> None:
    """For an answer that changes nothing in the network: the decision itself is noted by the work list."""


def _data(
    account: User, role: Role, partnership: Partnership | None, organisation: Organisation | None
) -> dict[str, str]:
    return {
        "account": account.public_id,
        "role": role.code,
        "partnership": partnership.public_id if partnership else "",
        "organisation": organisation.public_id if organisation else "",
    }


def _tell_coordinators(item: WorkItem, partnership: Partnership, at: datetime) -> None:
    url = settings.BASE_URL + reverse("foundation:work_item", args=[item.public_id])
    text = _("Er wacht een verzoek op je antwoord:\n%(title)s\n\nBekijk het hier: %(url)s\n") % {
        "title": item.title,
        "url": url,
    }
    for person in coordinators_of(partnership, timezone.localdate(at)):
        if person.account is not None and person.account.is_active:
            post_mail(to=person.account.email, subject=_("Verzoek aan je partnerschap"), text=text, at=at)
