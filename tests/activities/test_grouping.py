import random

import pytest

from steunpunt.activities.actions.grouping import (
    choose_group,
    draw_groups,
    make_groups,
    name_group,
    seat,
    take_pen,
)
from steunpunt.activities.models import Activity, Phase, Subgroup, SubgroupWay, VotingUnit
from steunpunt.foundation.access import Actor, Refusal
from tests.factories.activities import (
    MOMENT,
    ActivityFactory,
    ContributionFactory,
    ParticipantFactory,
    SubgroupFactory,
    leader_of,
)

pytestmark = pytest.mark.django_db


def _sizes(activity):
    return sorted(group.participants.count() for group in Subgroup.objects.filter(activity=activity))


@pytest.mark.parametrize("way", [SubgroupWay.LOT, SubgroupWay.MIXED])
def test_drawing_seats_everybody_and_gives_each_group_a_pen(way):
    activity = ActivityFactory(grouping=way)
    ParticipantFactory.create_batch(7, activity=activity)

    draw_groups(activity, 3, by=leader_of(activity), at=MOMENT, chance=random.Random(4))

    assert _sizes(activity) == [2, 2, 3]
    assert all(group.pen.subgroup == group for group in Subgroup.objects.all())


def test_mixing_puts_the_sectors_together():
    activity = ActivityFactory(grouping=SubgroupWay.MIXED)
    for sector in ("po", "po", "vo", "vo"):
        ParticipantFactory(activity=activity, sector=sector)

    draw_groups(activity, 2, by=leader_of(activity), at=MOMENT)

    for group in Subgroup.objects.all():
        assert sorted(group.participants.values_list("sector", flat=True)) == ["po", "vo"]


def test_drawing_again_takes_away_what_is_too_many():
    activity = ActivityFactory(grouping=SubgroupWay.LOT)
    ParticipantFactory.create_batch(4, activity=activity)
    leader = leader_of(activity)

    for number in (4, 2):
        draw_groups(activity, number, by=leader, at=MOMENT)

    assert _sizes(activity) == [2, 2]


def test_groups_that_vote_are_not_drawn_anew_once_it_is_open():
    activity = ActivityFactory(grouping=SubgroupWay.LOT, unit=VotingUnit.GROUP)

    with pytest.raises(Refusal, match="staan vast"):
        draw_groups(activity, 2, by=leader_of(activity), at=MOMENT)


def test_a_group_that_handed_in_is_never_taken_away():
    activity = ActivityFactory(grouping=SubgroupWay.CHOICE, unit=VotingUnit.GROUP, phase=Phase.PREPARING)
    for number in (1, 2):
        group = SubgroupFactory(activity=activity, number=number)
    ContributionFactory(activity=activity, subgroup=group, participant=None)

    with pytest.raises(Refusal, match="Groep 2"):
        make_groups(activity, 1, by=leader_of(activity), at=MOMENT)

    assert Subgroup.objects.count() == 2


@pytest.mark.parametrize("number", [0, 501])
def test_the_number_of_groups_has_its_bounds(number):
    activity = ActivityFactory(grouping=SubgroupWay.CHOICE)

    with pytest.raises(Refusal, match="500"):
        make_groups(activity, number, by=leader_of(activity), at=MOMENT)


def test_a_stranger_makes_no_groups():
    with pytest.raises(Refusal, match="leidt"):
        make_groups(ActivityFactory(grouping=SubgroupWay.CHOICE), 3, by=Actor.visitor(), at=MOMENT)


def test_the_first_at_a_table_holds_the_pen_and_leaves_it_when_moving():
    activity = ActivityFactory(grouping=SubgroupWay.CHOICE)
    here, there = SubgroupFactory.create_batch(2, activity=activity)
    first, second = ParticipantFactory.create_batch(2, activity=activity)

    choose_group(activity, first, here, at=MOMENT)
    choose_group(activity, second, here, at=MOMENT)
    choose_group(activity, first, there, at=MOMENT)

    assert dict(Subgroup.objects.values_list("pk", "pen")) == {here.pk: None, there.pk: first.pk}
    assert Activity.objects.get().step == 3


def test_a_table_of_another_activity_cannot_be_chosen():
    activity = ActivityFactory(grouping=SubgroupWay.CHOICE)

    with pytest.raises(Refusal, match="lijst"):
        choose_group(activity, ParticipantFactory(activity=activity), SubgroupFactory(activity__code=""), at=MOMENT)


def test_the_pen_is_taken_over():
    activity = ActivityFactory(unit=VotingUnit.GROUP)
    group = SubgroupFactory(activity=activity)
    first, second = ParticipantFactory.create_batch(2, activity=activity, subgroup=group)
    take_pen(activity, first, at=MOMENT)

    take_pen(activity, second, at=MOMENT)

    assert Subgroup.objects.get().pen == second


def test_who_comes_late_sits_in_the_smallest_group():
    activity = ActivityFactory(grouping=SubgroupWay.LOT)
    full, small = SubgroupFactory.create_batch(2, activity=activity)
    ParticipantFactory(activity=activity, subgroup=full)
    late = ParticipantFactory(activity=activity)

    seat(late)

    late.refresh_from_db()
    assert late.subgroup == small


def test_a_group_gets_a_name():
    group = SubgroupFactory()

    name_group(group.activity, group, " Tafel bij het raam ", by=leader_of(group.activity), at=MOMENT)

    assert str(Subgroup.objects.get()) == "Tafel bij het raam"
