"""Which registrations somebody sees: those of meetings that one leads, and one's own."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.meetings.queries.registrations import (
    Choice,
    diets_of,
    listed,
    needs_of,
    own_registration,
    place_in_line,
    registration_at,
    registration_by_link,
    visible_registrations,
)
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.meetings_registration import RegistrationFactory, lead_of

pytestmark = pytest.mark.django_db


def test_who_sees_what():
    own, other = RegistrationFactory(), RegistrationFactory()
    actor = signed_in_actor()
    own.account = actor.account
    own.save()

    assert set(visible_registrations(staff_actor())) == {own, other}
    assert set(visible_registrations(lead_of(other.meeting))) == {other}
    assert set(visible_registrations(actor)) == {own}
    assert set(visible_registrations(Actor.visitor())) == set()
    assert list(listed(lead_of(own.meeting), other.meeting, Choice())) == []


def test_staff_without_a_second_factor_see_nothing():
    RegistrationFactory()
    account = staff_actor().account

    assert not visible_registrations(Actor.of(account, second_factor=False)).exists()


def test_a_link_of_somebody_erased_opens_nothing():
    row, erased = RegistrationFactory(), RegistrationFactory(email="", name="")

    assert registration_by_link(row.link) == row
    assert registration_by_link(erased.link) is None
    assert registration_by_link("") is None


def test_ones_own_is_found_by_address_and_not_of_another_meeting():
    actor = signed_in_actor()
    row = RegistrationFactory(email=actor.account.email.upper())

    assert own_registration(actor, row.meeting) == row
    assert own_registration(signed_in_actor(), row.meeting) is None
    assert own_registration(actor, RegistrationFactory().meeting) is None
    assert own_registration(Actor.visitor(), RegistrationFactory(email="").meeting) is None
    row.state = "withdrawn"
    row.save()
    assert own_registration(actor, row.meeting) is None


def test_a_registration_of_another_meeting_is_not_found():
    row = RegistrationFactory()

    assert registration_at(row.meeting, row.public_id) == row
    assert registration_at(RegistrationFactory().meeting, row.public_id) is None


def test_the_place_in_line():
    first = RegistrationFactory(state="waiting", turn=4)
    second = RegistrationFactory(state="waiting", turn=9, meeting=first.meeting)
    RegistrationFactory(state="registered", turn=2, meeting=first.meeting)
    RegistrationFactory(state="waiting", turn=1)

    assert [place_in_line(row) for row in (first, second)] == [1, 2]


def test_wishes_are_summed_in_the_words_of_the_first():
    meeting = RegistrationFactory(diet="Geen noten", access="lift").meeting
    for diet in ("geen noten ", "halal", ""):
        RegistrationFactory(meeting=meeting, diet=diet)
    RegistrationFactory(diet="halal")

    assert [(wish.text, wish.number) for wish in diets_of(meeting)] == [("Geen noten", 2), ("halal", 1)]
    assert [(wish.text, wish.number) for wish in needs_of(meeting)] == [("lift", 1)]
