"""Who may register, see who comes and note who is there, and when that is possible."""

from datetime import datetime, timedelta

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Meeting, MeetingState, Registration
from steunpunt.meetings.queries.leading import is_led_by, visible_to_come

DOOR_OPENS = timedelta(days=1)
LOOKING_BACK = timedelta(days=60)


def may_come(actor: Actor, meeting: Meeting, invitation: str = "") -> bool:
    """For a meeting by invitation only with the link of one."""
    return visible_to_come(actor, invitation).filter(pk=meeting.pk).exists()


def may_see_who_comes(actor: Actor, meeting: Meeting) -> bool:
    """Names, addresses and what people need are for whoever leads the meeting."""
    return is_led_by(actor, meeting)


def why_closed(meeting: Meeting, at: datetime) -> str:
    """The sentence that says why nobody can register now; empty when it is possible."""
    if meeting.state == MeetingState.CANCELLED:
        return _("Deze bijeenkomst gaat niet door.")
    if meeting.state == MeetingState.DRAFT:
        return _("Deze bijeenkomst staat nog niet op de agenda.")
    if meeting.ends_at <= at:
        return _("Deze bijeenkomst is geweest.")
    if meeting.starts_at <= at:
        return _("Deze bijeenkomst is al begonnen.")
    if meeting.registration_until is not None and meeting.registration_until <= at:
        until = date_format(localtime(meeting.registration_until), "j F Y, H:i")
        return _("Aanmelden kon tot %(until)s uur.") % {"until": until}
    return ""


def gives_places(meeting: Meeting, at: datetime) -> bool:
    """Whether a place that comes free still goes to whoever waits; also after registering has closed."""
    return meeting.state == MeetingState.PUBLISHED and at < meeting.starts_at


def can_change(registration: Registration, at: datetime) -> bool:
    """What somebody said can be changed until the meeting begins."""
    return registration.state != "withdrawn" and gives_places(registration.meeting, at)


def can_withdraw(registration: Registration, at: datetime) -> bool:
    return can_change(registration, at)


def can_come_back(registration: Registration, at: datetime) -> bool:
    return registration.state == "withdrawn" and not why_closed(registration.meeting, at)


def can_hand_over(registration: Registration, at: datetime) -> bool:
    """There has to be a place to give."""
    return registration.has_place and gives_places(registration.meeting, at)


def can_be_checked_in(registration: Registration, at: datetime) -> bool:
    """From a day before, so that badges can be laid out; whoever withdrew registers first."""
    meeting = registration.meeting
    return (
        registration.state != "withdrawn"
        and meeting.state == MeetingState.PUBLISHED
        and at >= meeting.starts_at - DOOR_OPENS
    )


def can_be_certified(registration: Registration, at: datetime) -> bool:
    """Only who was there, when it is over."""
    return registration.attended_at is not None and registration.meeting.ends_at <= at and bool(registration.name)


def can_evaluate(registration: Registration, at: datetime) -> bool:
    """Once, by whoever was there or had a place: not every leader notes who is there."""
    meeting = registration.meeting
    is_time = meeting.state == MeetingState.PUBLISHED and meeting.ends_at <= at < meeting.ends_at + LOOKING_BACK
    was_there = registration.attended_at is not None or registration.has_place
    return is_time and was_there and registration.evaluated_at is None
