"""Who may plan and lead meetings, and what can be done with one as it stands."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Meeting, MeetingState, ProgrammeItem, Series
from steunpunt.meetings.queries.choosing import partnerships_to_organise, series_to_choose
from steunpunt.meetings.queries.meetings import led_meetings, visible_meetings
from steunpunt.network.models import Partnership
from steunpunt.network.queries.belonging import is_member

Missing = list[tuple[str, str | Promise]]
"""Form field and what to fill in there."""


def may_organise(actor: Actor) -> bool:
    """Staff, and whoever coordinates a partnership today."""
    return actor.is_staff or partnerships_to_organise(actor).exists()


def may_organise_for(actor: Actor, partnership: Partnership | None) -> bool:
    """Coordinators for their own partnership; staff for everybody, and for the support point itself."""
    if actor.is_staff:
        return True
    return partnership is not None and partnerships_to_organise(actor).filter(pk=partnership.pk).exists()


def may_improvise(actor: Actor) -> bool:
    """Staff, and whoever works for a partner of a current partnership."""
    return actor.is_staff or is_member(actor, actor.day)


def may_see(actor: Actor, meeting: Meeting) -> bool:
    return visible_meetings(actor).filter(pk=meeting.pk).exists()


def may_lead(actor: Actor, meeting: Meeting) -> bool:
    """Its leads, and staff."""
    return led_meetings(actor).filter(pk=meeting.pk).exists()


def may_plan_series(actor: Actor) -> bool:
    return may_organise(actor)


def may_change_series(actor: Actor, series: Series) -> bool:
    """Whoever leads one of its meetings, of an empty one whoever organises, and staff."""
    return may_organise(actor) and may_stand_in(actor, series)


def may_stand_in(actor: Actor, series: Series) -> bool:
    """Whether the actor may put meetings into this series."""
    return series_to_choose(actor).filter(pk=series.pk).exists()


def can_change(meeting: Meeting) -> bool:
    """What was cancelled stays as it was."""
    return meeting.state != MeetingState.CANCELLED


def can_publish(meeting: Meeting) -> bool:
    return meeting.state == MeetingState.DRAFT


def can_cancel(meeting: Meeting, moment: datetime) -> bool:
    """What has been held cannot be cancelled any more."""
    return meeting.state != MeetingState.CANCELLED and meeting.ends_at > moment


def can_lose_lead(meeting: Meeting) -> bool:
    """Somebody has to lead it."""
    return meeting.leads.count() > 1


def missing_in(meeting: Meeting) -> Missing:
    """What has to be there before others see it: what it is about, and where it is."""
    found: Missing = []
    if not meeting.summary.strip():
        found.append(("summary", _("Schrijf waar het over gaat en voor wie het is.")))
    if not meeting.venue.strip() and not meeting.online_link:
        found.append(("venue", _("Vul in waar het is, of geef een link om online mee te doen.")))
    return found


def fits_in(starts_at: datetime, ends_at: datetime, meeting: Meeting) -> bool:
    """Whether a part lies within the time of its meeting."""
    return meeting.starts_at <= starts_at and ends_at <= meeting.ends_at


def is_beside(starts_at: datetime, ends_at: datetime, others: Iterable[ProgrammeItem]) -> bool:
    """Whether a part is held at the same time as each of the others, at least for a while."""
    return all(starts_at < other.ends_at and other.starts_at < ends_at for other in others)
