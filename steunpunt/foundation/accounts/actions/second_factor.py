"""Letting somebody start anew who lost the second step and its recovery codes."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.accounts.rules import may_give_roles
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.outbox.actions import post_mail


def forget_second_factor(account: User, *, by: Actor, at: datetime) -> User:
    """Remove app, keys and codes of an account and end its sessions; the owner is told, also when it was not asked.

    Whoever does this has to know that it is really that person who asks: mail alone is then enough to sign in,
    until a new second step is set up.
    """
    require(may_give_roles(by), _("Alleen een projectleider zet de tweede stap van iemand uit."))
    require(by.account != account, _("Je eigen tweede stap wijzig je op Mijn pagina."))
    with transaction.atomic():
        removed, _rows = Authenticator.objects.filter(user=account).delete()
        require(bool(removed), _("Dit account heeft geen tweede stap."))
        account.set_unusable_password()
        account.save(update_fields=["password"])
        summary = _("Tweede stap uitgezet")
        record(by=by, at=at, deed="second-factor-removed", summary=summary, subjects=[f"account:{account.public_id}"])
        text = _(
            "De tweede stap van je account bij het steunpunt is uitgezet, en je bent overal uitgelogd.\n\n"
            "Log in en stel een nieuwe in: %(url)s\n\n"
            "Vroeg je hier niet om? Bel dan meteen het steunpunt.\n"
        ) % {"url": settings.BASE_URL + reverse("account_login")}
        post_mail(to=account.email, subject=_("Je tweede stap is uitgezet"), text=text, at=at)
    return account
