"""What is mailed by itself goes once, to whom it concerns, and again only when the meeting moves."""

from datetime import timedelta

import pytest

from steunpunt.foundation.outbox.models import Mail
from steunpunt.meetings.actions.mailing import told_of
from steunpunt.meetings.actions.reminding import (
    ask_all_to_look_back,
    remind_all,
    tell_of_cancelling,
    tell_of_moving,
)
from steunpunt.meetings.models import Meeting, MeetingState, QuestionMoment, RegistrationState
from tests.factories.meetings_registration import (
    BEGIN,
    NOW,
    AttendedFactory,
    ComingMeetingFactory,
    QuestionFactory,
    RegistrationFactory,
)

pytestmark = pytest.mark.django_db
WEEK, DAY = timedelta(days=7), timedelta(days=1)


def test_a_week_and_a_day_before_once_each():
    row = RegistrationFactory()
    for state in (RegistrationState.WAITING, RegistrationState.WITHDRAWN):
        RegistrationFactory(meeting=row.meeting, state=state)

    counts = [remind_all(at=BEGIN - moment) for moment in (WEEK + DAY, WEEK, WEEK / 2, DAY, DAY / 2)]
    assert counts == [0, 1, 0, 1, 0]
    subjects = list(Mail.objects.filter(to=row.email).order_by("pk").values_list("subject", flat=True))
    assert [subject.partition(":")[0] for subject in subjects] == ["Over een week", "Bijna zover"]
    assert Mail.objects.count() == 2


def test_whoever_registered_the_day_before_just_had_a_confirmation():
    RegistrationFactory(registered_at=BEGIN - DAY / 2)

    assert remind_all(at=BEGIN - DAY / 4) == 0


def test_a_meeting_that_moved_gets_new_reminders():
    row = RegistrationFactory()
    remind_all(at=BEGIN - WEEK)
    Meeting.objects.update(starts_at=BEGIN + 3 * WEEK, ends_at=BEGIN + 4 * WEEK)

    assert remind_all(at=BEGIN + 2 * WEEK) == 1
    assert Mail.objects.filter(to=row.email).count() == 2


def test_a_meeting_that_is_off_reminds_nobody():
    RegistrationFactory(meeting__state=MeetingState.CANCELLED)

    assert remind_all(at=BEGIN - DAY) == 0


def test_a_cancelled_meeting_is_told_once_to_who_comes_or_waits():
    meeting = ComingMeetingFactory(state=MeetingState.CANCELLED, cancel_reason="De zaal is dicht.", revision=4)
    row = RegistrationFactory(meeting=meeting)
    RegistrationFactory(meeting=meeting, state=RegistrationState.WAITING)
    RegistrationFactory(meeting=meeting, state=RegistrationState.WITHDRAWN)
    RegistrationFactory()

    assert [tell_of_cancelling(meeting.public_id, at=NOW) for _ in range(2)] == [2, 0]
    mail = Mail.objects.get(to=row.email)
    assert "De zaal is dicht." in mail.text
    assert "STATUS:CANCELLED" in mail.file_text
    assert "SEQUENCE:3" in mail.file_text


def test_a_meeting_that_is_on_is_not_told_as_cancelled():
    row = RegistrationFactory()

    assert tell_of_cancelling(row.meeting.public_id, at=NOW) == 0


def test_another_time_or_place_is_told_once_and_only_when_it_is_another():
    meeting = ComingMeetingFactory()
    row = RegistrationFactory(meeting=meeting, told=told_of(meeting))
    assert tell_of_moving(meeting.public_id, at=NOW) == 0
    Meeting.objects.update(venue="De Andere Zaal")

    assert [tell_of_moving(meeting.public_id, at=NOW) for _ in range(2)] == [1, 0]
    assert "De Andere Zaal" in Mail.objects.get(to=row.email).text


def test_a_day_after_who_was_there_is_asked_once():
    row = AttendedFactory()
    absent = RegistrationFactory(meeting=row.meeting)
    AttendedFactory()
    QuestionFactory.create_batch(2, meeting=row.meeting, moment=QuestionMoment.AFTER)
    end = row.meeting.ends_at

    assert [ask_all_to_look_back(at=end + moment) for moment in (DAY / 2, DAY, 2 * DAY)] == [0, 1, 0]
    assert "/terugblik/" in Mail.objects.get(to=row.email).text
    assert not Mail.objects.filter(to=absent.email).exists()
