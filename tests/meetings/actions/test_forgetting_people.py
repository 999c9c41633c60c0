"""Erasing who came: the counts stay; and what people need is gone thirty days after the meeting."""

from datetime import timedelta

import pytest

from steunpunt.foundation.boards import privacy
from steunpunt.meetings.actions.forgetting_people import KEEP_NEEDS, forget_needs
from steunpunt.meetings.models import MeetingAnswer, MeetingInvitation, Registration
from steunpunt.meetings.queries.registrations import counts_of, registration_by_link
from tests.factories.foundation import UserFactory
from tests.factories.meetings_registration import (
    NOW,
    AttendedFactory,
    MeetingInvitationFactory,
    QuestionFactory,
    RegistrationFactory,
)

pytestmark = pytest.mark.django_db


def test_needs_go_thirty_days_after_the_end_and_not_before():
    row = RegistrationFactory(diet="vegetarisch", access="ringleiding")
    end = row.meeting.ends_at
    assert forget_needs(at=end + KEEP_NEEDS - timedelta(minutes=1)) == 0
    assert forget_needs(at=end + KEEP_NEEDS) == 1
    assert forget_needs(at=end + KEEP_NEEDS) == 0

    row.refresh_from_db()
    assert (row.diet, row.access, row.name != "") == ("", "", True)


def test_erasing_keeps_the_counts_and_nothing_of_the_person():
    account = UserFactory()
    row = AttendedFactory(account=account, email=account.email, diet="noten", access="lift")
    by_address = RegistrationFactory(
        meeting__starts_at=NOW, meeting__ends_at=NOW + timedelta(1), email=account.email.upper()
    )
    question = QuestionFactory(meeting=row.meeting)
    MeetingAnswer.objects.create(question=question, registration=row, text="Ik, Vera")
    other = RegistrationFactory(meeting=row.meeting, diet="halal")
    privacy.get("meetings.registration").erase(account, row.meeting.ends_at)

    for one in (row, by_address):
        one.refresh_from_db()
        assert (one.account, one.name, one.email, one.organisation, one.diet, one.access) == (None, "", "", "", "", "")
        assert registration_by_link(one.link) is None
    assert not MeetingAnswer.objects.exists()
    other.refresh_from_db()
    assert other.diet == "halal"
    counts = counts_of(row.meeting)
    assert (counts.registered, counts.attended) == (2, 1)


def test_whoever_is_erased_before_the_meeting_frees_the_place():
    account = UserFactory()
    row = RegistrationFactory(account=account, email=account.email)
    privacy.get("meetings.registration").erase(account, NOW)

    assert Registration.objects.get(pk=row.pk).state == "withdrawn"


def test_an_invitation_keeps_its_answer():
    account = UserFactory()
    MeetingInvitationFactory(email=account.email, name="Vera", answer="declined")
    privacy.get("meetings.meetinginvitation").erase(account, NOW)

    assert list(MeetingInvitation.objects.values_list("email", "name", "answer")) == [("", "", "declined")]
