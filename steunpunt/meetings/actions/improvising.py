"""A meeting that nobody planned: one part, seen by who has the code."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.references import new_public_id
from steunpunt.meetings.models import Admission, Meeting, MeetingKind, MeetingLead, MeetingState, ProgrammeItem

LASTS = timedelta(hours=4)


def improvise_meeting(*, by: Actor, at: datetime, title: str) -> ProgrammeItem:
    """The one part of a new meeting that its maker leads."""
    if by.account is None:
        raise Refusal(str(_("Log in om een werkvorm klaar te zetten.")))
    with transaction.atomic():
        public_id = new_public_id()
        meeting = Meeting.objects.create(
            public_id=public_id,
            slug=f"{slugify(title)[:80]}-{public_id}".strip("-"),
            kind=MeetingKind.IMPROVISED,
            state=MeetingState.PUBLISHED,
            admission=Admission.UNLISTED,
            title=title,
            starts_at=at,
            ends_at=at + LASTS,
            created_at=at,
            published_at=at,
        )
        MeetingLead.objects.create(meeting=meeting, account=by.account, since=at)
        item = ProgrammeItem.objects.create(meeting=meeting, title=title, starts_at=at, ends_at=at + LASTS)
        record(
            by=by, at=at, deed="meeting-improvised", summary=_("Losse werkvorm begonnen."), subjects=[meeting.reference]
        )
    return item
