"""A meeting that stands in a minute: one part of three hours, for a working form with whoever has the code."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.access.refusing import refused_with
from steunpunt.meetings.models import Admission, Meeting, MeetingKind, MeetingLead, MeetingState, ProgrammeItem
from steunpunt.meetings.rules.meetings import may_improvise

from .meetings import free_slug
from .noting import SENTENCES, note

LASTS = timedelta(hours=3)
NOT_A_MEMBER = _("Dit kan wie een rol heeft bij een partnerschap. Vraag die eerst aan bij ‘Mijn rollen’.")


def improvise_meeting(*, by: Actor, at: datetime, title: str) -> ProgrammeItem:
    """A meeting that begins now and stands on no list; what comes back is its only part."""
    require(may_improvise(by), NOT_A_MEMBER)
    require(bool(title.strip()), _("Geef het een titel."), field="title")
    name = title.strip()[:160]
    with transaction.atomic(), refused_with(SENTENCES):
        meeting = Meeting.objects.create(
            slug=free_slug(name),
            kind=MeetingKind.IMPROVISED,
            state=MeetingState.PUBLISHED,
            admission=Admission.UNLISTED,
            title=name,
            starts_at=at,
            ends_at=at + LASTS,
            created_at=at,
            published_at=at,
        )
        if by.account is not None:
            MeetingLead.objects.create(meeting=meeting, account=by.account, since=at)
        item = ProgrammeItem.objects.create(meeting=meeting, title=name, starts_at=at, ends_at=at + LASTS)
        note(meeting, "meeting-improvised", _now("Losse werkvorm begonnen."), by=by, at=at)
    return item
