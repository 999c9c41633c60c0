"""Forgetting somebody who erases the account: the roles end and stay as history, without a name."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.ledger.actions import record
from steunpunt.network.models import Affiliation, Invitation, ThemeContact
from steunpunt.network.queries.people_held import people_behind

from .affiliations import end_affiliation
from .coordinating import ask_if_unmanaged

SYSTEM = "wissen"


def forget_affiliations(account: User, at: datetime) -> None:
    """Roles end today; one that had not begun yet never was."""
    today, by = timezone.localdate(at), Actor.for_system(SYSTEM)
    rows = Affiliation.objects.filter(person__in=people_behind(account))
    for row in rows.select_related("role", "partnership", "organisation", "person"):
        if row.valid_from is not None and row.valid_from >= today:
            row.delete()
            ask_if_unmanaged(row, row.valid_from, by=by, at=at)
        elif row.valid_until is None or row.valid_until > today:
            end_affiliation(row, today, by=by, at=at)


def forget_contacts(account: User, at: datetime) -> None:
    """The role stays to be asked, the person does not."""
    ThemeContact.objects.filter(person__in=people_behind(account)).update(person=None)


def forget_invitations(account: User, at: datetime) -> None:
    rows = Invitation.objects.filter(person__in=people_behind(account))
    (rows | Invitation.objects.filter(email__iexact=account.email)).delete()


def forget_person(account: User, at: datetime) -> None:
    """Name, address, consent and account go; the row stays, because others' history points to it."""
    for person in people_behind(account):
        person.first_name, person.last_name, person.email = "", _("naam gewist"), ""
        person.name_is_public, person.consent_at, person.account = False, None, None
        person.save()
        record(
            by=Actor.for_system(SYSTEM),
            at=at,
            deed="person-erased",
            summary=_("Gegevens van persoon gewist"),
            subjects=[person.reference],
        )
