"""The background work of who comes does what it is for, at the moment of the clock."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from steunpunt.foundation.boards import due
from steunpunt.foundation.outbox.models import Mail
from steunpunt.meetings.jobs.registrations import fill_free_places, forget_what_people_need, remind_participants
from steunpunt.meetings.models import RegistrationState
from steunpunt.meetings.reactions.registrations import after_cancelling, after_changing, after_moving
from tests.factories.meetings_registration import (
    AttendedFactory,
    ComingMeetingFactory,
    QuestionFactory,
    RegistrationFactory,
)

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class About:
    """What an event about a meeting says."""

    meeting: str


def test_they_are_due_by_themselves():
    assert {"remind-participants", "fill-places", "forget-needs"} <= {pin.key for pin in due}


def test_reminders_and_looking_back():
    soon = RegistrationFactory(
        meeting=ComingMeetingFactory(starts_at=timezone.now() + timedelta(hours=20)),
        registered_at=timezone.now() - timedelta(days=3),
    )
    over = AttendedFactory(meeting=ComingMeetingFactory(starts_at=timezone.now() - timedelta(days=2)))
    QuestionFactory(meeting=over.meeting, moment="after")
    remind_participants.call()
    remind_participants.call()

    assert sorted(Mail.objects.values_list("to", flat=True)) == sorted([soon.email, over.email])


def test_places_and_forgetting():
    waiting = RegistrationFactory(
        meeting=ComingMeetingFactory(starts_at=timezone.now() + timedelta(days=2), capacity=1),
        state=RegistrationState.WAITING,
    )
    old = RegistrationFactory(meeting=ComingMeetingFactory(starts_at=timezone.now() - timedelta(days=40)), diet="noten")
    fill_free_places.call()
    forget_what_people_need.call()

    waiting.refresh_from_db()
    old.refresh_from_db()
    assert (waiting.has_place, old.diet) == (True, "")


def test_reactions_are_safe_to_run_twice():
    off = RegistrationFactory(meeting__state="cancelled")
    moved = RegistrationFactory(
        meeting=ComingMeetingFactory(starts_at=timezone.now() + timedelta(days=2), capacity=2), told="anders"
    )
    waiting = RegistrationFactory(meeting=moved.meeting, state=RegistrationState.WAITING, told="anders")
    for _ in range(2):
        after_cancelling(About(off.meeting.public_id))
        after_moving(About(moved.meeting.public_id))

    subjects = list(Mail.objects.filter(to=waiting.email).order_by("pk").values_list("subject", flat=True))
    assert [subject.partition(":")[0] for subject in subjects] == ["Andere tijd of plaats", "Er is een plaats voor je"]
    assert Mail.objects.filter(to=off.email).count() == 1
    assert Mail.objects.filter(to=moved.email).count() == 1


def test_when_there_are_more_places_those_who_wait_get_them():
    waiting = RegistrationFactory(
        meeting=ComingMeetingFactory(starts_at=timezone.now() + timedelta(days=2), capacity=2),
        state=RegistrationState.WAITING,
    )

    after_changing(About(waiting.meeting.public_id))

    waiting.refresh_from_db()
    assert waiting.has_place
