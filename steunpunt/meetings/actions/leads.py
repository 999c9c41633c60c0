"""Who leads a meeting: adding somebody, and letting somebody go."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.access.refusing import refused_with
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.ledger.revisions import locked
from steunpunt.meetings.models import Meeting, MeetingLead
from steunpunt.meetings.rules.meetings import can_lose_lead, may_lead

from .noting import NOT_YOURS, SENTENCES, note

LAST = _("Iemand moet de bijeenkomst leiden. Voeg eerst een ander toe.")


def add_lead(meeting: Meeting, account: User, *, by: Actor, at: datetime) -> MeetingLead:
    """From now on this account prepares and leads it too."""
    require(may_lead(by, meeting), NOT_YOURS)
    with transaction.atomic(), refused_with(SENTENCES):
        held = locked(meeting)
        lead = MeetingLead.objects.create(meeting=held, account=account, since=at)
        note(held, "meeting-lead-added", _now("Iemand erbij die de bijeenkomst leidt."), by=by, at=at)
    return lead


def remove_lead(lead: MeetingLead, *, by: Actor, at: datetime) -> None:
    """Let somebody go; the last one stays."""
    require(may_lead(by, lead.meeting), NOT_YOURS)
    with transaction.atomic():
        held = locked(lead.meeting)
        require(can_lose_lead(held), LAST)
        lead.delete()
        note(held, "meeting-lead-removed", _now("Iemand leidt de bijeenkomst niet meer."), by=by, at=at)


def forget_leads(account: User, at: datetime) -> None:
    """What somebody led stays; staff lead what nobody leads any more."""
    MeetingLead.objects.filter(account=account).delete()
