"""Inviting somebody by mail to take up a role, and answering such an invitation."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.accounts.actions import ensure_account
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.accounts.queries import account_by_email
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.outbox.actions import post_mail
from steunpunt.network.models import Affiliation, Invitation, Person
from steunpunt.network.models.invitation import digest_of
from steunpunt.network.queries.invitations import open_invitations
from steunpunt.network.queries.people import partnership_name, person_by_email, person_of
from steunpunt.network.rules.people import can_connect, may_manage_partnership

from .affiliations import take_up_once
from .persons import tie

VALID = timedelta(days=30)


def invite(invitation: Invitation, *, by: Actor, at: datetime) -> Invitation:
    """Offer a role (an unsaved row) by mail; the secret link in it is valid for thirty days."""
    today = timezone.localdate(at)
    allowed = may_manage_partnership(by, invitation.partnership, today)
    require(allowed, _("Je mag voor dit partnerschap niemand uitnodigen."))
    invitation.email = invitation.email.strip().lower()
    waiting = open_invitations(invitation.partnership, at).filter(email=invitation.email, role=invitation.role)
    require(not waiting.exists(), _("Deze persoon heeft al een uitnodiging voor deze rol."), field="email")
    token = secrets.token_urlsafe(24)
    with transaction.atomic():
        invitation.digest, invitation.invited_at, invitation.invited_by = digest_of(token), at, by.reference
        invitation.valid_until = at + VALID
        invitation.save()
        _note(invitation, by, at, "invitation-sent", _("Uitnodiging verstuurd: %(role)s"))
        _mail(invitation, token, at)
    return invitation


def accept_invitation(token: str, account: User, *, by: Actor, at: datetime) -> Affiliation:
    """The account takes up the offered role; its person is found or made."""
    with transaction.atomic():
        row = Invitation.objects.select_for_update().filter(digest=digest_of(token)).first()
        if row is None or not row.is_open(at):
            raise Refusal(_("Deze uitnodiging is niet meer geldig."))
        person = _person(row, account, by=by, at=at)
        row.accepted_at, row.person = at, person
        row.save(update_fields=["accepted_at", "person"])
        affiliation = Affiliation(
            person=person,
            role=row.role,
            partnership=row.partnership,
            organisation=row.organisation,
            valid_from=timezone.localdate(at),
        )
        _note(row, by, at, "invitation-accepted", _("Uitnodiging aangenomen: %(role)s"))
        return take_up_once(affiliation, by=by, at=at)


def accept_as_guest(token: str, *, at: datetime) -> User:
    """Whoever holds the link has the address; when it has no account yet, make one and take up the role."""
    guest = Actor.with_token(token)
    with transaction.atomic():
        row = Invitation.objects.filter(digest=digest_of(token)).first()
        if row is None or not row.is_open(at):
            raise Refusal(_("Deze uitnodiging is niet meer geldig."))
        require(account_by_email(row.email) is None, _("Met dit adres is er al een account. Log eerst in."))
        account = ensure_account(row.email, row.first_name, row.last_name, by=guest, at=at)
        accept_invitation(token, account, by=guest, at=at)
    return account


def withdraw_invitation(invitation: Invitation, *, by: Actor, at: datetime) -> Invitation:
    """The link no longer works."""
    allowed = may_manage_partnership(by, invitation.partnership, timezone.localdate(at))
    require(allowed, _("Je mag deze uitnodiging niet intrekken."))
    with transaction.atomic():
        invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
        require(invitation.is_open(at), _("Deze uitnodiging is al beantwoord of verlopen."))
        invitation.withdrawn_at = at
        invitation.save(update_fields=["withdrawn_at"])
        _note(invitation, by, at, "invitation-withdrawn", _("Uitnodiging ingetrokken: %(role)s"))
    return invitation


def _person(row: Invitation, account: User, *, by: Actor, at: datetime) -> Person:
    """The account's own person first; then the one invited; then a namesake by address; else a new one."""
    own = person_of(account)
    if own is not None:
        return own
    # A forwarded link gives the role that it offers, never what the invited person has elsewhere.
    is_theirs = account.email.lower() == row.email.lower()
    person = (row.person or person_by_email(row.email)) if is_theirs else None
    if person is None or not can_connect(person, account):
        person = Person.objects.create(
            first_name=row.first_name or account.first_name,
            last_name=row.last_name or account.last_name or row.email.partition("@")[0],
            email=row.email,
            is_example=account.is_example,
        )
    return tie(person, account, by=by, at=at)


def _mail(invitation: Invitation, token: str, at: datetime) -> None:
    words = {
        "role": invitation.role.title,
        "name": partnership_name(invitation.partnership, timezone.localdate(at)),
        "url": settings.BASE_URL + reverse("network:invitation", args=[token]),
        "day": date_format(timezone.localtime(invitation.valid_until), "j F Y"),
    }
    text = _(
        "Je bent gevraagd als %(role)s van %(name)s op het platform van het steunpunt.\n\n"
        "Bekijk de uitnodiging en geef antwoord:\n%(url)s\n\n"
        "De link werkt tot %(day)s. Stuur hem niet door: wie de link heeft, kan de rol aannemen.\n"
        "Wil je dit niet? Dan hoef je niets te doen.\n"
    )
    subject = _("Uitnodiging: %(role)s van %(name)s")
    post_mail(to=invitation.email, subject=subject % words, text=text % words, at=at)


def _note(invitation: Invitation, by: Actor, at: datetime, deed: str, summary: str) -> None:
    summary = summary % {"role": invitation.role.title}
    record(by=by, at=at, deed=deed, summary=summary, subjects=[invitation.partnership.reference])
