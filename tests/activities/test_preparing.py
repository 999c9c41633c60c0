"""Preparing an activity, going on to a next one."""

from datetime import timedelta

import pytest

from steunpunt.activities.actions.preparing import change_settings, go_on, prepare_activity, stand_up
from steunpunt.activities.models import Activity, Phase
from steunpunt.activities.queries.activities import led_activities, led_item, visible_activities
from steunpunt.activities.rules.settings import first_settings, is_ready
from steunpunt.foundation.access import Actor, Refusal
from steunpunt.meetings.models import Admission
from tests.factories.activities import (
    MOMENT,
    ActivityFactory,
    PartFactory,
    ParticipantFactory,
    leader_of,
)
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.meetings.making import coordinator_of

pytestmark = pytest.mark.django_db


def test_standing_one_up_gives_a_code_at_once_and_questions_to_begin_with():
    leader = coordinator_of()

    activity = stand_up(kind="icebreaker", title="Wie zit hier?", by=leader, at=MOMENT)

    assert activity.code_until == MOMENT + timedelta(hours=12)
    assert len(activity.settings["questions"]) == 24
    assert list(led_activities(leader)) == [activity]


def test_a_visitor_stands_nothing_up():
    with pytest.raises(Refusal, match="Log in"):
        stand_up(kind="icebreaker", title="Wie?", by=Actor.visitor(), at=MOMENT)


def test_what_a_kind_begins_with_makes_it_ready():
    assert is_ready(Activity(kind="icebreaker", settings=first_settings("icebreaker")))
    assert not is_ready(Activity(kind="icebreaker", settings={}))


def test_activities_of_one_part_stand_in_the_order_of_making():
    item = PartFactory()
    leader = leader_of(Activity(item=item))

    made = [prepare_activity(item, kind="icebreaker", title=title, settings={}, by=leader, at=MOMENT) for title in "ab"]

    assert [(one.order, one.code, one.phase) for one in made] == [(0, "", "preparing"), (1, "", "preparing")]
    assert (led_item(leader, item.public_id), led_item(signed_in_actor(), item.public_id)) == (item, None)


def test_settings_change_while_preparing_only():
    activity = ActivityFactory(phase=Phase.PREPARING)
    leader = leader_of(activity)

    change_settings(activity, {"questions": ["Nieuw?"]}, {"title": "Anders"}, by=leader, at=MOMENT)
    Activity.objects.update(phase=Phase.OPEN)
    with pytest.raises(Refusal, match="volgende ronde"):
        change_settings(activity, {"questions": ["Te laat?"]}, {}, by=leader, at=MOMENT)

    kept = Activity.objects.get()
    assert (kept.title, kept.settings) == ("Anders", {"questions": ["Nieuw?"]})


def test_a_stranger_goes_on_with_nothing():
    with pytest.raises(Refusal):
        go_on(ActivityFactory(), kind="icebreaker", title="x", settings={}, by=signed_in_actor(), at=MOMENT)

    assert Activity.objects.count() == 1


def test_who_sees_what():
    hidden = ActivityFactory(phase=Phase.SHOWN)
    public = ActivityFactory(phase=Phase.SHOWN, code="", item__meeting__admission=Admission.PUBLIC)
    busy = ActivityFactory(phase=Phase.OPEN, code="een-twee-drie", item__meeting__admission=Admission.PUBLIC)
    ParticipantFactory(activity=busy, secret="geheim")

    assert set(visible_activities(Actor.visitor())) == {public}
    assert set(visible_activities(Actor.with_token("geheim"))) == {public, busy}
    assert set(visible_activities(leader_of(hidden))) == {public, hidden}
    assert set(visible_activities(staff_actor())) == {hidden, public, busy}
    assert set(led_activities(Actor.visitor())) == set()
