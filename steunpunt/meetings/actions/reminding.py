"""What is told by itself: reminders, a change of time or place, a cancellation, and the question how it was.

Each looks at a mark on the registration that is set in the same transaction, so that running twice mails once.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet

from steunpunt.meetings.models import MeetingState, QuestionMoment, Registration, RegistrationState

from .mailing import ask_to_look_back, remind, tell_cancelled, tell_moved, told_of

WEEK, DAY = timedelta(days=7), timedelta(days=1)
LATEST = timedelta(days=14)
"""Who was not asked by then how it was, is not asked any more."""


def remind_all(*, at: datetime) -> int:
    """A week and a day before; whoever registered after that moment just had a confirmation."""
    to_come = Registration.objects.filter(
        state=RegistrationState.REGISTERED, meeting__state=MeetingState.PUBLISHED, meeting__starts_at__gt=at
    ).exclude(email="")
    begin = F("meeting__starts_at")
    week = to_come.filter(meeting__starts_at__lte=at + WEEK, meeting__starts_at__gt=at + DAY)
    week = week.filter(registered_at__lt=begin - WEEK).exclude(reminded_week_for=begin)
    day = to_come.filter(meeting__starts_at__lte=at + DAY, registered_at__lt=begin - DAY).exclude(
        reminded_day_for=begin
    )
    return _each(week, _remind_week, at) + _each(day, _remind_day, at)


def tell_of_cancelling(meeting: str, *, at: datetime) -> int:
    """Whoever has a place or waits hears that it does not go on; how many."""
    rows = _still_coming(meeting).filter(meeting__state=MeetingState.CANCELLED, told_of_cancelling_at__isnull=True)
    return _each(rows, _cancel, at)


def tell_of_moving(meeting: str, *, at: datetime) -> int:
    """Whoever heard of another time or place hears of the new one; how many."""
    rows = _still_coming(meeting).filter(meeting__state=MeetingState.PUBLISHED, meeting__ends_at__gt=at)
    return _each(rows, _move, at)


def ask_all_to_look_back(*, at: datetime) -> int:
    """A day after the end, whoever was there, when the meeting has questions for afterwards."""
    over = Registration.objects.filter(
        meeting__state=MeetingState.PUBLISHED,
        meeting__ends_at__lte=at - DAY,
        meeting__ends_at__gt=at - LATEST,
        meeting__questions__moment=QuestionMoment.AFTER,
        attended_at__isnull=False,
        evaluation_asked_at__isnull=True,
        evaluated_at__isnull=True,
    )
    return _each(over.exclude(email="").distinct(), _ask, at)


def _still_coming(meeting: str) -> QuerySet[Registration]:
    rows = Registration.objects.filter(meeting__public_id=meeting).exclude(email="")
    return rows.filter(Q(state=RegistrationState.REGISTERED) | Q(state=RegistrationState.WAITING))


def _each(rows: QuerySet[Registration], deed: Callable[[Registration, datetime], bool], at: datetime) -> int:
    """Each in a transaction of its own, looked at once more when it is held: another worker may have been first."""
    count = 0
    for pk in list(rows.order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            found = Registration.objects.select_for_update(of=("self",)).select_related("meeting", "substitute_of")
            count += deed(found.get(pk=pk), at)
    return count


def _remind_week(registration: Registration, at: datetime) -> bool:
    begin = registration.meeting.starts_at
    if registration.reminded_week_for == begin or not registration.has_place:
        return False
    registration.reminded_week_for = begin
    registration.save(update_fields=["reminded_week_for"])
    remind(registration, is_tomorrow=False, at=at)
    return True


def _remind_day(registration: Registration, at: datetime) -> bool:
    begin = registration.meeting.starts_at
    if registration.reminded_day_for == begin or not registration.has_place:
        return False
    registration.reminded_day_for = begin
    registration.save(update_fields=["reminded_day_for"])
    remind(registration, is_tomorrow=True, at=at)
    return True


def _cancel(registration: Registration, at: datetime) -> bool:
    if registration.told_of_cancelling_at is not None:
        return False
    registration.told_of_cancelling_at = at
    registration.save(update_fields=["told_of_cancelling_at"])
    tell_cancelled(registration, at=at)
    return True


def _move(registration: Registration, at: datetime) -> bool:
    now = told_of(registration.meeting)
    if registration.told == now or registration.state == RegistrationState.WITHDRAWN:
        return False
    registration.told = now
    registration.save(update_fields=["told"])
    tell_moved(registration, at=at)
    return True


def _ask(registration: Registration, at: datetime) -> bool:
    if registration.evaluation_asked_at is not None or registration.evaluated_at is not None:
        return False
    registration.evaluation_asked_at = at
    registration.save(update_fields=["evaluation_asked_at"])
    ask_to_look_back(registration, at=at)
    return True
