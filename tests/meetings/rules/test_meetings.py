"""Who may plan and lead, and what can be done with a meeting as it stands."""

from datetime import timedelta

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import MeetingState
from steunpunt.meetings.rules import meetings as rules
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.meetings import (
    BEGINS,
    LASTS,
    MeetingFactory,
    MeetingLeadFactory,
    ProgrammeItemFactory,
    SeriesFactory,
)
from tests.factories.network import PartnershipFactory
from tests.knowledge.making import member_of
from tests.meetings.making import HOUR, NOW, coordinator_of, lead_of

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()


def test_staff_and_coordinators_organise():
    own, other = PartnershipFactory(), PartnershipFactory()
    coordinator, staff = coordinator_of(own), staff_actor()

    assert rules.may_organise(coordinator)
    assert rules.may_organise(staff)
    assert not rules.may_organise(member_of(own))
    assert not rules.may_organise(VISITOR)
    assert rules.may_organise_for(coordinator, own)
    assert not rules.may_organise_for(coordinator, other)
    assert not rules.may_organise_for(coordinator, None)
    assert rules.may_organise_for(staff, None)
    assert rules.may_plan_series(coordinator)


def test_members_of_a_partnership_improvise():
    assert rules.may_improvise(member_of())
    assert rules.may_improvise(staff_actor())
    assert not rules.may_improvise(signed_in_actor())
    assert not rules.may_improvise(VISITOR)


def test_leads_and_staff_lead():
    meeting = MeetingFactory(state=MeetingState.DRAFT, partnership=PartnershipFactory())

    assert rules.may_lead(lead_of(meeting), meeting)
    assert rules.may_lead(staff_actor(), meeting)
    assert not rules.may_lead(coordinator_of(meeting.partnership), meeting)
    assert not rules.may_lead(lead_of(MeetingFactory()), meeting)
    assert rules.may_see(lead_of(meeting), meeting)
    assert not rules.may_see(VISITOR, meeting)


def test_a_series_is_changed_by_who_leads_in_it():
    series, other = SeriesFactory(), SeriesFactory()
    coordinator = coordinator_of()
    MeetingLeadFactory(meeting=MeetingFactory(series=series), account=coordinator.account)
    MeetingFactory(series=other)

    assert rules.may_change_series(coordinator, series)
    assert not rules.may_change_series(coordinator, other)
    assert not rules.may_change_series(signed_in_actor(), SeriesFactory())
    assert rules.may_stand_in(coordinator, SeriesFactory())


def test_what_can_be_done_depends_on_the_state():
    draft = MeetingFactory(state=MeetingState.DRAFT)
    published, cancelled = MeetingFactory(), MeetingFactory(state=MeetingState.CANCELLED)

    assert [rules.can_publish(one) for one in (draft, published, cancelled)] == [True, False, False]
    assert [rules.can_change(one) for one in (draft, published, cancelled)] == [True, True, False]
    assert [rules.can_cancel(one, NOW) for one in (draft, published, cancelled)] == [True, True, False]
    assert not rules.can_cancel(published, published.ends_at)


def test_the_last_lead_stays():
    lead = MeetingLeadFactory()

    assert not rules.can_lose_lead(lead.meeting)
    MeetingLeadFactory(meeting=lead.meeting)
    assert rules.can_lose_lead(lead.meeting)


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({}, []),
        ({"summary": " "}, ["summary"]),
        ({"venue": ""}, ["venue"]),
        ({"venue": "", "online_link": "https://voorbeeld.invalid/zaal"}, []),
    ],
)
def test_readers_need_to_know_what_it_is_about_and_where(given, fields):
    assert [field for field, _sentence in rules.missing_in(MeetingFactory.build(**given))] == fields


def test_a_part_lies_within_its_meeting():
    meeting = MeetingFactory.build()

    assert rules.fits_in(BEGINS, BEGINS + LASTS, meeting)
    assert not rules.fits_in(BEGINS - timedelta(minutes=1), BEGINS + HOUR, meeting)
    assert not rules.fits_in(BEGINS + HOUR, BEGINS + LASTS + timedelta(minutes=1), meeting)


def test_beside_each_other_is_at_the_same_time_for_a_while():
    part = ProgrammeItemFactory.build(meeting=MeetingFactory.build())

    assert rules.is_beside(part.starts_at + timedelta(minutes=59), part.ends_at + HOUR, [part])
    assert not rules.is_beside(part.ends_at, part.ends_at + HOUR, [part])
    assert rules.is_beside(part.ends_at, part.ends_at + HOUR, [])
