from datetime import timedelta

import pytest

from steunpunt.activities.actions.phases import (
    close_activity,
    discuss,
    open_activity,
    reopen,
    set_timer,
    show_standing,
)
from steunpunt.activities.models import Activity, Phase, VotingUnit
from steunpunt.activities.rules.phases import can_change_settings, can_type_over
from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.models import LedgerEntry
from tests.factories.activities import MOMENT, ActivityFactory, ParticipantFactory, SubgroupFactory, leader_of
from tests.factories.foundation import signed_in_actor

pytestmark = pytest.mark.django_db


def test_the_way_through_all_phases_leaves_one_line_each_and_a_step_for_the_screens():
    activity = ActivityFactory(phase=Phase.PREPARING)
    who = {"by": leader_of(activity), "at": MOMENT}

    steps = [
        (one.phase, one.step)
        for one in (
            open_activity(activity, minutes=8, **who),
            close_activity(activity, **who),
            discuss(activity, minutes=5, **who),
            show_standing(activity, **who),
            reopen(activity, **who),
        )
    ]

    assert steps == [("open", 1), ("closed", 2), ("discussing", 3), ("shown", 4), ("open", 5)]
    assert LedgerEntry.objects.filter(subjects__contains=[activity.reference]).count() == 5


def test_opening_with_a_timer_says_until_when():
    activity = ActivityFactory(phase=Phase.PREPARING)

    opened = open_activity(activity, minutes=8, by=leader_of(activity), at=MOMENT)

    assert opened.phase_until == MOMENT + timedelta(minutes=8)


def test_the_second_of_two_leaders_who_close_hears_that_it_was_done():
    activity = ActivityFactory()
    close_activity(activity, by=leader_of(activity), at=MOMENT)

    with pytest.raises(Refusal, match="ander toestel"):
        close_activity(activity, by=leader_of(activity), at=MOMENT)

    assert Activity.objects.get().step == 1


@pytest.mark.parametrize("stranger", [Actor.visitor, signed_in_actor])
@pytest.mark.parametrize("verb", [close_activity, show_standing, reopen, discuss, open_activity])
def test_who_does_not_lead_the_meeting_changes_nothing(stranger, verb):
    activity = ActivityFactory()

    with pytest.raises(Refusal, match="leidt"):
        verb(activity, by=stranger(), at=MOMENT)

    assert Activity.objects.get().step == 0


def test_any_leader_of_the_meeting_goes_on_where_another_stopped():
    activity = ActivityFactory()
    close_activity(activity, by=leader_of(activity), at=MOMENT)

    assert show_standing(activity, by=leader_of(activity), at=MOMENT).phase == Phase.SHOWN


def test_groups_that_vote_have_to_be_there():
    activity = ActivityFactory(phase=Phase.PREPARING, unit=VotingUnit.GROUP)
    leader = leader_of(activity)

    with pytest.raises(Refusal, match="groepen"):
        open_activity(activity, by=leader, at=MOMENT)
    SubgroupFactory(activity=activity)

    assert open_activity(activity, by=leader, at=MOMENT).phase == Phase.OPEN


def test_without_a_question_it_does_not_open():
    activity = ActivityFactory(phase=Phase.PREPARING, settings={})

    with pytest.raises(Refusal, match="vragen"):
        open_activity(activity, by=leader_of(activity), at=MOMENT)


def test_opening_gives_a_code_when_there_is_none():
    activity = ActivityFactory(phase=Phase.PREPARING, code="", code_until=None)

    opened = open_activity(activity, by=leader_of(activity), at=MOMENT)

    assert len(opened.code.split("-")) == 3
    assert opened.code_until == MOMENT + timedelta(hours=12)


@pytest.mark.parametrize("minutes", [-1, 601])
def test_a_timer_has_its_bounds(minutes):
    activity = ActivityFactory()

    with pytest.raises(Refusal, match="600"):
        set_timer(activity, minutes, by=leader_of(activity), at=MOMENT)


def test_a_timer_is_taken_away_and_closes_nothing():
    activity = ActivityFactory(phase_until=MOMENT)

    changed = set_timer(activity, 0, by=leader_of(activity), at=MOMENT)

    assert (changed.phase_until, changed.phase) == (None, Phase.OPEN)


def test_what_was_asked_stays_once_people_may_answer():
    assert [phase for phase in Phase if can_change_settings(Activity(phase=phase))] == [Phase.PREPARING]


def test_paper_comes_in_until_the_standing_is_shown():
    allowed = [phase for phase in Phase if can_type_over(Activity(phase=phase))]

    assert allowed == [Phase.OPEN, Phase.CLOSED, Phase.DISCUSSING]


def test_the_people_stay_through_all_of_it():
    joined = ParticipantFactory(activity__phase=Phase.PREPARING)
    open_activity(joined.activity, by=leader_of(joined.activity), at=MOMENT)

    assert joined.activity.participants.count() == 1
