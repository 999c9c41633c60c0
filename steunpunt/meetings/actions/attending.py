"""Noting who is there, by the code at the door or by hand, and taking that back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.meetings.models import Registration
from steunpunt.meetings.rules.registering import can_be_checked_in, may_see_who_comes

ONLY_LEADERS = _("Dit kan alleen wie de bijeenkomst leidt.")
NOT_NOW = _("Aanwezig melden kan vanaf een dag voor het begin, en niet voor wie zich heeft afgemeld.")


def check_in(registration: Registration, how: str, *, by: Actor, at: datetime) -> Registration:
    """Somebody is there; once more changes nothing, so that a double press does no harm."""
    require(may_see_who_comes(by, registration.meeting), ONLY_LEADERS)
    with transaction.atomic():
        held = _locked(registration)
        require(can_be_checked_in(held, at), NOT_NOW)
        if held.attended_at is None:
            held.attended_at, held.attended_how = at, how
            held.save(update_fields=["attended_at", "attended_how"])
            record(by=by, at=at, deed="attended", summary=_now("Aanwezig gemeld."), subjects=[held.reference])
    return held


def undo_check_in(registration: Registration, *, by: Actor, at: datetime) -> Registration:
    """It was somebody else."""
    require(may_see_who_comes(by, registration.meeting), ONLY_LEADERS)
    with transaction.atomic():
        held = _locked(registration)
        if held.attended_at is not None:
            held.attended_at, held.attended_how = None, ""
            held.save(update_fields=["attended_at", "attended_how"])
            record(by=by, at=at, deed="not-attended", summary=_now("Toch niet aanwezig."), subjects=[held.reference])
    return held


def _locked(registration: Registration) -> Registration:
    return Registration.objects.select_for_update(of=("self",)).select_related("meeting").get(pk=registration.pk)
