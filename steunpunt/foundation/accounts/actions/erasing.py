"""Forgetting somebody: every room gives up what it holds, and the account goes last."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.accounts.rules import is_missable, is_own
from steunpunt.foundation.boards import privacy
from steunpunt.foundation.ledger.actions import record


def erase_account(account: User, *, by: Actor, at: datetime) -> None:
    """Erase the account and what every room holds of it; the ledger keeps only references."""
    require(is_own(by, account) or by.is_project_leader, _("Je kunt alleen je eigen account wissen."))
    sentence = _("Je bent de laatste projectleider. Geef eerst iemand anders die rol.")
    require(is_missable(account, timezone.localdate(at)), sentence)
    with transaction.atomic():
        reference = f"account:{account.public_id}"
        for pin in reversed(list(privacy)):
            pin.erase(account, at)
        record(by=by, at=at, deed="account-erased", summary=_("Account gewist"), subjects=[reference])


def erase_with_account(account: User, at: datetime) -> None:
    """For tables whose rows go with the account itself, which is erased last."""


def erase_user(account: User, at: datetime) -> None:
    """The account itself; everything that hangs on it goes too."""
    User.objects.filter(pk=account.pk).delete()
