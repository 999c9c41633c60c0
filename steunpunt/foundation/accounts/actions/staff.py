"""Who works for the support point: a dated role on the account."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.accounts.events import StaffRoleChanged
from steunpunt.foundation.accounts.models import StaffRole, User
from steunpunt.foundation.accounts.rules import keeps_a_leader, may_give_roles
from steunpunt.foundation.events.announcing import announce
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.outbox.actions import post_mail

from .making import ensure_account


def give_staff_role(
    account: User, role: StaffRole | str, *, by: Actor, at: datetime, until: date | None = None
) -> User:
    """Make somebody editor or project leader; works only together with a second factor."""
    require(may_give_roles(by), _("Alleen een projectleider geeft iemand een rol bij het steunpunt."))
    require(role in StaffRole.values, _("Deze rol kennen we niet."), field="staff_role")
    is_later = until is None or until > timezone.localdate(at)
    require(is_later, _("Kies een dag na vandaag, of laat de einddatum leeg."), field="until")
    return _set(account, role, until, by=by, at=at, summary=_("Rol bij het steunpunt gegeven"))


def invite_staff(email: str, role: str, *, by: Actor, at: datetime, until: date | None = None) -> User:
    """Give a role to whoever has this address, with or without an account, and mail what to do."""
    require(may_give_roles(by), _("Alleen een projectleider geeft iemand een rol bij het steunpunt."))
    with transaction.atomic():
        account = give_staff_role(ensure_account(email, by=by, at=at), role, by=by, at=at, until=until)
        text = _(
            "Je bent nu %(role)s van het steunpunt.\n\n"
            "Log in met dit e-mailadres: %(url)s\n"
            "Stel daarna een tweede stap in, met een app op je telefoon of een sleutel. "
            "Zonder tweede stap kun je nog niets doen.\n"
        ) % {"role": account.get_staff_role_display(), "url": settings.BASE_URL + reverse("account_login")}
        post_mail(to=account.email, subject=_("Je rol bij het steunpunt"), text=text, at=at)
    return account


def end_staff_role(account: User, *, by: Actor, at: datetime) -> User:
    """The account keeps existing, without rights of staff."""
    require(may_give_roles(by), _("Alleen een projectleider beëindigt een rol bij het steunpunt."))
    return _set(account, "", None, by=by, at=at, summary=_("Rol bij het steunpunt beëindigd"))


def hold_leaders(account: User) -> None:
    """Let roles change one at a time, and look again: two who stop at once would both see the other stay."""
    rows = User.objects.select_for_update().filter(Q(staff_role=StaffRole.PROJECT_LEADER) | Q(pk=account.pk))
    held = {row.pk: row for row in rows.order_by("pk")}
    require(account.pk in held, _("Dit account bestaat niet meer."))
    account.staff_role, account.staff_until = held[account.pk].staff_role, held[account.pk].staff_until


def _set(account: User, role: str, until: date | None, *, by: Actor, at: datetime, summary: str) -> User:
    sentence = _("Dit is de laatste projectleider. Geef eerst iemand anders die rol, zonder einddatum.")
    with transaction.atomic():
        hold_leaders(account)
        require(keeps_a_leader(account, role, until, timezone.localdate(at)), sentence)
        before = _facts(account)
        account.staff_role, account.staff_until = role, until
        account.save(update_fields=["staff_role", "staff_until"])
        record(
            by=by,
            at=at,
            deed="staff-role-changed",
            summary=summary,
            subjects=[f"account:{account.public_id}"],
            changes=field_changes(before, _facts(account)),
        )
        announce(StaffRoleChanged(account.public_id))
    return account


def _facts(account: User) -> dict[str, object]:
    return {"rol": account.get_staff_role_display(), "tot": account.staff_until}
