"""Mail from whoever leads a meeting to those who come."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.meetings.models import Meeting
from steunpunt.meetings.queries.registrations import readers_of
from steunpunt.meetings.rules.registering import may_see_who_comes

from .attending import ONLY_LEADERS
from .mailing import write_to


def write_to_participants(meeting: Meeting, group: str, subject: str, text: str, *, by: Actor, at: datetime) -> int:
    """One mail to each of the group, none of whom sees the others; how many."""
    require(may_see_who_comes(by, meeting), ONLY_LEADERS)
    with transaction.atomic():
        readers = list(readers_of(meeting, group))
        require(bool(readers), _("In deze groep zit nog niemand. Kies een andere groep."), field="group")
        for registration in readers:
            write_to(registration, subject, text, at=at)
        summary = _now("Mail gestuurd aan %(number)d deelnemers.") % {"number": len(readers)}
        record(by=by, at=at, deed="meeting-participants-written", summary=summary, subjects=[meeting.reference])
    return len(readers)
