"""Noting who is there: by leaders only, once, and taken back."""

from datetime import timedelta

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.meetings.actions.attending import check_in, undo_check_in
from steunpunt.meetings.models import AttendedHow, RegistrationState
from steunpunt.meetings.queries.attendance import door_of, expected_at, waiting_at
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.meetings_registration import BEGIN, NOW, AttendedFactory, RegistrationFactory, lead_of

pytestmark = pytest.mark.django_db


def test_a_second_press_keeps_the_first_moment():
    row = RegistrationFactory()
    leader = lead_of(row.meeting)
    check_in(row, AttendedHow.CODE, by=leader, at=BEGIN)
    again = check_in(row, AttendedHow.HAND, by=leader, at=BEGIN + timedelta(minutes=1))

    assert (again.attended_at, again.attended_how) == (BEGIN, "code")
    assert LedgerEntry.objects.filter(deed="attended").count() == 1


def test_it_can_be_taken_back():
    row = AttendedFactory()
    held = undo_check_in(row, by=staff_actor(), at=BEGIN)

    assert (held.attended_at, held.attended_how) == (None, "")


@pytest.mark.parametrize("deed", [lambda row, **who: check_in(row, "hand", **who), undo_check_in])
def test_only_who_leads_this_meeting(deed):
    row, other = RegistrationFactory(), RegistrationFactory()

    for actor in (Actor.visitor(), signed_in_actor(), lead_of(other.meeting)):
        with pytest.raises(Refusal, match="alleen wie de bijeenkomst leidt"):
            deed(row, by=actor, at=BEGIN)


def test_not_weeks_before_and_not_for_who_withdrew():
    row, gone = RegistrationFactory(), RegistrationFactory(state=RegistrationState.WITHDRAWN)

    with pytest.raises(Refusal, match="vanaf een dag voor het begin"):
        check_in(row, AttendedHow.HAND, by=staff_actor(), at=NOW)
    with pytest.raises(Refusal):
        check_in(gone, AttendedHow.HAND, by=staff_actor(), at=BEGIN)


def test_the_list_at_the_door():
    meeting = RegistrationFactory(name="Anouk Ëmma", organisation="De Linde").meeting
    AttendedFactory(meeting=meeting, name="Bram")
    waiting = RegistrationFactory(meeting=meeting, name="Wil Wacht", state=RegistrationState.WAITING)
    RegistrationFactory(meeting=meeting, name="Gone", state=RegistrationState.WITHDRAWN)
    RegistrationFactory(name="Elders")

    assert [row.name for row in expected_at(meeting)] == ["Anouk Ëmma", "Bram"]
    assert [row.name for row in expected_at(meeting, "emma linde")] == ["Anouk Ëmma"]
    assert list(waiting_at(meeting, "wacht")) == [waiting]
    assert list(waiting_at(meeting, "")) == []
    door = door_of(meeting)
    assert (door.expected, door.present, door.missing) == (2, 1, 1)
