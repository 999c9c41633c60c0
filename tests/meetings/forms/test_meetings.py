"""What somebody types about a meeting or a series."""

from datetime import UTC, datetime, timedelta

import pytest

from steunpunt.meetings.forms import meetings as forms
from steunpunt.meetings.models import Admission, MeetingKind
from tests.factories.foundation import staff_actor
from tests.factories.meetings import BEGINS, LASTS, MeetingFactory
from tests.factories.network import PartnershipFactory
from tests.meetings.making import coordinator_of, lead_of

pytestmark = pytest.mark.django_db
TYPED = {
    "title": "Starters",
    "kind": "theme",
    "starts_on": "3-12-2026",
    "begins": "13.30",
    "ends": "16:30",
    "admission": "public",
}


def checked(actor=None, meeting=None, **given):
    form = forms.MeetingForm({**TYPED, **given}, actor=actor or staff_actor(), meeting=meeting)
    form.is_valid()
    return form


def test_day_and_times_become_moments():
    form = checked()

    assert not form.errors
    assert (form.cleaned_data["starts_at"], form.cleaned_data["ends_at"]) == (BEGINS, BEGINS + LASTS)
    assert form.cleaned_data["registration_until"] is None


def test_more_than_one_day():
    form = checked(ends_on="4-12-2026", ends="09:00")

    assert form.cleaned_data["ends_at"] == datetime(2026, 12, 4, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"title": ""}, "title"),
        ({"begins": "half twee"}, "begins"),
        ({"starts_on": "ooit"}, "starts_on"),
        ({"ends": "13:00"}, "ends"),
        ({"ends_on": "2-12-2026"}, "ends_on"),
        ({"capacity": "0"}, "capacity"),
        ({"online_link": "geen link"}, "online_link"),
        ({"registration_day": "4-12-2026"}, "registration_day"),
        ({"admission": "unlisted"}, "admission"),
        ({"kind": "improvised"}, "kind"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(given, field):
    assert list(checked(**given).errors) == [field]


def test_registering_lasts_until_the_end_of_a_day_but_not_longer_than_the_meeting():
    assert checked(registration_day="1-12-2026").cleaned_data["registration_until"] == datetime(
        2026, 12, 1, 22, 59, tzinfo=UTC
    )
    assert checked(registration_day="3-12-2026").cleaned_data["registration_until"] == BEGINS + LASTS


def test_a_coordinator_chooses_the_own_partnership_and_staff_may_leave_it_empty():
    own, other = PartnershipFactory(), PartnershipFactory()
    coordinator = coordinator_of(own)

    assert list(checked(coordinator).errors) == ["partnership"]
    assert not checked(coordinator, partnership=own.pk).errors
    assert list(checked(coordinator, partnership=other.pk).errors) == ["partnership"]
    assert checked(staff_actor()).cleaned_data["partnership"] is None
    assert forms.MeetingForm(actor=coordinator)["partnership"].value() == own.pk


def test_a_lead_keeps_a_meeting_of_the_support_point_as_it_is():
    meeting = MeetingFactory()

    assert not checked(lead_of(meeting), meeting).errors


def test_an_improvised_meeting_stays_what_it_is():
    meeting = MeetingFactory(kind=MeetingKind.IMPROVISED, admission=Admission.UNLISTED)

    assert not checked(lead_of(meeting), meeting, kind="improvised", admission="unlisted").errors


def test_the_form_shows_what_the_meeting_says():
    meeting = MeetingFactory(registration_until=BEGINS - timedelta(days=1), sectors=["po"])
    initial = forms.initial_of(meeting)

    assert (str(initial["starts_on"]), f"{initial['begins']:%H:%M}", f"{initial['ends']:%H:%M}") == (
        "2026-12-03",
        "13:30",
        "16:30",
    )
    assert (initial["ends_on"], str(initial["registration_day"]), initial["revision"]) == (None, "2026-12-02", 1)


def test_a_reason_and_a_title_are_needed():
    assert list(forms.CancelForm({"reason": " "}).errors) == ["reason"]
    assert list(forms.SeriesForm({"title": ""}).errors) == ["title"]
