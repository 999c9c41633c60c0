"""Forgetting somebody: every room gives up what it holds, and the account goes last."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.accounts.events import SignedIn, StaffRoleChanged
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.accounts.rules import is_own, keeps_a_leader
from steunpunt.foundation.boards import privacy
from steunpunt.foundation.events.announcing import name_of
from steunpunt.foundation.events.models import Announcement
from steunpunt.foundation.ledger.actions import record

from .staff import hold_leaders


def erase_account(account: User, *, by: Actor, at: datetime) -> None:
    """Erase the account and what every room holds of it; the ledger keeps only references."""
    require(is_own(by, account) or by.is_project_leader, _("Je kunt alleen je eigen account wissen."))
    sentence = _("Je bent de laatste projectleider. Geef eerst iemand anders die rol, zonder einddatum.")
    with transaction.atomic():
        hold_leaders(account)
        require(keeps_a_leader(account, "", None, timezone.localdate(at)), sentence)
        _forget_announced(account)
        reference = f"account:{account.public_id}"
        for pin in reversed(list(privacy)):
            pin.erase(account, at)
        record(by=by, at=at, deed="account-erased", summary=_("Account gewist"), subjects=[reference])


def _forget_announced(account: User) -> None:
    """What was announced of the account; first, so that a reaction at work is done before the rooms give up theirs."""
    events = [name_of(SignedIn), name_of(StaffRoleChanged)]
    Announcement.objects.filter(event__in=events, payload__account=account.public_id).delete()


def erase_with_account(account: User, at: datetime) -> None:
    """For tables whose rows go with the account itself, which is erased last."""


def erase_user(account: User, at: datetime) -> None:
    """The account itself; everything that hangs on it goes too."""
    User.objects.filter(pk=account.pk).delete()
