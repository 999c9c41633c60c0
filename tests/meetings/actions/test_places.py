"""Places are never given twice, also when everybody presses at once, and whoever waits longest comes first."""

import threading
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.outbox.models import Mail
from steunpunt.meetings.actions.places import fill_all, fill_places
from steunpunt.meetings.actions.registering import change, hand_over, register, withdraw
from steunpunt.meetings.actions.reminding import remind_all
from steunpunt.meetings.models import Meeting, MeetingState, PartChoice, Registration, RegistrationState
from steunpunt.meetings.queries.places import places_of, rounds_of
from tests.factories.meetings_registration import (
    BEGIN,
    NOW,
    ComingMeetingFactory,
    PartFactory,
    RegistrationFactory,
    given,
)

VISITOR = Actor.visitor()
PEOPLE, PLACES = 200, 20
LINES = 40
"""How many connections to the database may be open at once: it allows a hundred."""


def _all_at_once(deeds: list[Callable[[], object]]) -> list[Any]:
    """Each in a thread of its own that starts with the others; gives what failed."""
    start, lines, failures = threading.Barrier(len(deeds)), threading.BoundedSemaphore(LINES), []

    def press(deed: Callable[[], object]) -> None:
        start.wait()
        with lines:
            try:
                deed()
            except Exception as error:
                failures.append(error)
            finally:
                connection.close()

    threads = [threading.Thread(target=press, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_hundred_people_press_at_once_for_twenty_places():
    meeting = ComingMeetingFactory(capacity=PLACES)
    people = (given(f"p{number}@voorbeeld.invalid") for number in range(PEOPLE))

    assert _all_at_once([partial(register, meeting, one, by=VISITOR, at=NOW) for one in people]) == []
    rows = list(Registration.objects.order_by("turn").values_list("turn", "state"))
    assert [turn for turn, _ in rows] == list(range(1, PEOPLE + 1))
    assert [state for _, state in rows] == ["registered"] * PLACES + ["waiting"] * (PEOPLE - PLACES)
    subjects = list(Mail.objects.values_list("subject", flat=True))
    assert sum(subject.startswith("Je komt naar") for subject in subjects) == PLACES
    assert sum(subject.startswith("Je staat op de wachtlijst") for subject in subjects) == PEOPLE - PLACES


@pytest.mark.django_db(transaction=True)
def test_forty_people_press_at_once_for_the_last_place_in_a_part():
    meeting = ComingMeetingFactory()
    part = PartFactory(meeting=meeting, capacity=3)
    people = (given(f"p{number}@voorbeeld.invalid", part) for number in range(40))
    failures = _all_at_once([partial(register, meeting, one, by=VISITOR, at=NOW) for one in people])

    assert PartChoice.objects.filter(part=part).count() == 3
    assert [(type(error), error.field) for error in failures] == [(Refusal, "round_1")] * 37
    assert Registration.objects.count() == 3


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_coming_and_going_at_once_never_exceeds_the_places():
    """Withdrawals, substitutes, new people and the job, all at the same moment: no deadlock, and every place taken."""
    meeting = ComingMeetingFactory(capacity=10)
    rows = [register(meeting, given(f"p{n}@voorbeeld.invalid"), by=VISITOR, at=NOW).registration for n in range(30)]
    who = {"by": VISITOR, "at": NOW}
    deeds = [partial(withdraw, row, **who) for row in (*rows[:5], *rows[10:15])]
    deeds += [partial(hand_over, row, "Cees", f"c{row.turn}@voorbeeld.invalid", **who) for row in rows[5:10]]
    deeds += [partial(register, meeting, given(f"n{n}@voorbeeld.invalid"), **who) for n in range(10)]
    deeds += [partial(fill_places, meeting.public_id, at=NOW), partial(remind_all, at=BEGIN - timedelta(days=1))] * 5

    assert _all_at_once(deeds) == []
    places = places_of(meeting)
    assert (places.taken, places.waiting) == (10, 20)
    states = Registration.objects.exclude(state="withdrawn").filter(substitute_of=None).order_by("turn")
    assert sorted(states.values_list("state", flat=True)) == list(states.values_list("state", flat=True))


@pytest.mark.django_db
def test_more_places_go_to_whoever_waits_in_order():
    meeting = ComingMeetingFactory(capacity=1)
    people = [register(meeting, given(f"p{n}@voorbeeld.invalid"), by=VISITOR, at=NOW) for n in range(4)]
    Meeting.objects.update(capacity=3)

    assert fill_places(meeting.public_id, at=NOW) == 2
    assert fill_places(meeting.public_id, at=NOW) == 0
    states = [Registration.objects.get(pk=one.registration.pk).state for one in people]
    assert states == ["registered", "registered", "registered", "waiting"]
    assert Mail.objects.filter(to="p1@voorbeeld.invalid", subject__startswith="Er is een plaats").exists()
    assert not Mail.objects.filter(to="p3@voorbeeld.invalid", subject__startswith="Er is een plaats").exists()


@pytest.mark.django_db
def test_the_job_finds_meetings_with_room_by_itself():
    full = RegistrationFactory(meeting=ComingMeetingFactory(capacity=1)).meeting
    RegistrationFactory(meeting=full, state=RegistrationState.WAITING)
    open_again = RegistrationFactory(meeting=ComingMeetingFactory(capacity=2)).meeting
    waiting = RegistrationFactory(meeting=open_again, state=RegistrationState.WAITING)

    assert fill_all(at=NOW) == 1
    waiting.refresh_from_db()
    assert waiting.has_place


@pytest.mark.django_db
@pytest.mark.parametrize("facts", [{"state": MeetingState.CANCELLED}, {"starts_at": NOW, "ends_at": BEGIN}])
def test_a_meeting_that_is_off_or_has_begun_gives_no_places(facts):
    meeting = ComingMeetingFactory(capacity=5, **facts)
    RegistrationFactory(meeting=meeting, state=RegistrationState.WAITING)

    assert fill_places(meeting.public_id, at=NOW) == 0


@pytest.mark.django_db
def test_whoever_gets_a_place_loses_a_part_that_is_full_and_hears_it():
    meeting = ComingMeetingFactory(capacity=1)
    part = PartFactory(meeting=meeting, capacity=1, title="Schrijven")
    first = register(meeting, given("een@voorbeeld.invalid", part), by=VISITOR, at=NOW).registration
    second = register(meeting, given("twee@voorbeeld.invalid", part), by=VISITOR, at=NOW).registration
    assert second.choices.count() == 1
    Meeting.objects.update(capacity=2)
    fill_places(meeting.public_id, at=NOW)

    assert [choice.registration for choice in PartChoice.objects.all()] == [first]
    assert "Vol is intussen: ‘Schrijven’" in Mail.objects.get(subject__startswith="Er is een plaats").text


@pytest.mark.django_db
def test_one_part_per_round():
    meeting = ComingMeetingFactory()
    parts = PartFactory.create_batch(2, meeting=meeting)

    with pytest.raises(Refusal, match="Kies per ronde één onderdeel"):
        register(meeting, given("a@voorbeeld.invalid", *parts), by=VISITOR, at=NOW)
    assert not Registration.objects.exists()


@pytest.mark.django_db
def test_a_part_of_another_meeting_is_left_out():
    meeting = ComingMeetingFactory()
    register(meeting, given("a@voorbeeld.invalid", PartFactory()), by=VISITOR, at=NOW)

    assert not PartChoice.objects.exists()


@pytest.mark.django_db
def test_whoever_keeps_the_last_place_in_a_part_can_change_something_else():
    meeting = ComingMeetingFactory()
    part = PartFactory(meeting=meeting, capacity=1)
    row = register(meeting, given("a@voorbeeld.invalid", part), by=VISITOR, at=NOW).registration
    change(row, given("a@voorbeeld.invalid", part, diet="vegetarisch"), by=VISITOR, at=NOW)

    row.refresh_from_db()
    assert row.diet == "vegetarisch"
    assert row.choices.get().part == part


@pytest.mark.django_db
def test_a_withdrawal_frees_the_part_too():
    meeting = ComingMeetingFactory()
    part = PartFactory(meeting=meeting, capacity=1)
    row = register(meeting, given("a@voorbeeld.invalid", part), by=VISITOR, at=NOW).registration
    assert rounds_of(meeting)[0].parts[0].is_full
    withdraw(row, by=VISITOR, at=NOW)

    assert not rounds_of(meeting)[0].parts[0].is_full
    assert (places_of(meeting).taken, places_of(meeting).waiting) == (0, 0)
