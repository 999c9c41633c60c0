"""What somebody types about a part of a programme, or about who leads."""

from datetime import timedelta

import pytest

from steunpunt.meetings.forms import programme
from tests.factories.foundation import UserFactory
from tests.factories.meetings import BEGINS, MeetingFactory, ProgrammeItemFactory

pytestmark = pytest.mark.django_db


def test_a_part_on_a_single_day_needs_no_day():
    meeting = MeetingFactory()
    form = programme.PartForm({"title": "Opening", "begins": "13:30", "ends": "14:00"}, meeting=meeting)

    assert form.is_valid()
    assert form.cleaned_data["starts_at"] == BEGINS
    assert form["on"].is_hidden


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"ends": "13:30"}, "ends"),
        ({"title": ""}, "title"),
        ({"round": "0"}, "round"),
        ({"capacity": "-1"}, "capacity"),
    ],
)
def test_what_is_wrong_with_a_part_is_said_at_its_field(given, field):
    form = programme.PartForm({"title": "A", "begins": "13:30", "ends": "14:00", **given}, meeting=MeetingFactory())

    assert list(form.errors) == [field]


def test_a_part_of_a_meeting_of_more_days_asks_for_its_day():
    meeting = MeetingFactory(ends_at=BEGINS + timedelta(days=1))

    assert not programme.PartForm({"title": "A", "begins": "13:30", "ends": "14:00"}, meeting=meeting).is_valid()


def test_a_new_part_begins_where_the_last_one_ends():
    meeting = MeetingFactory()
    first = programme.next_part(meeting)
    ProgrammeItemFactory(meeting=meeting)
    second = programme.next_part(meeting)

    assert (f"{first['begins']:%H:%M}", f"{second['begins']:%H:%M}") == ("13:30", "14:30")


def test_the_form_shows_what_a_part_says():
    initial = programme.initial_of_part(ProgrammeItemFactory(round=2, room="Zaal 1"))

    assert (initial["round"], initial["room"], f"{initial['ends']:%H:%M}", initial["revision"]) == (
        2,
        "Zaal 1",
        "14:30",
        1,
    )


def test_a_lead_has_an_account():
    account = UserFactory(email="ans@voorbeeld.invalid")
    closed = UserFactory(is_active=False)
    form = programme.LeadForm({"email": "Ans@voorbeeld.invalid"})

    assert form.is_valid()
    assert form.account == account
    assert not programme.LeadForm({"email": "niemand@voorbeeld.invalid"}).is_valid()
    assert not programme.LeadForm({"email": closed.email}).is_valid()
