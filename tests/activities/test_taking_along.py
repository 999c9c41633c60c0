import pytest

from steunpunt.activities.actions.preparing import go_on
from steunpunt.activities.models import Activity, Participant, Subgroup, SubgroupWay
from steunpunt.activities.queries.activities import following
from tests.factories.activities import (
    CODE,
    MOMENT,
    QUESTIONS,
    ActivityFactory,
    ParticipantFactory,
    SubgroupFactory,
    leader_of,
)

pytestmark = pytest.mark.django_db


def test_going_on_takes_code_people_groups_and_pens_along():
    before = ActivityFactory(grouping=SubgroupWay.CHOICE)
    group = SubgroupFactory(activity=before, name="Raam")
    writer = ParticipantFactory(activity=before, subgroup=group, sector="vo")
    group.pen = writer
    group.save()

    after = go_on(
        before, kind="icebreaker", title="Ronde 2", settings={"questions": QUESTIONS}, by=leader_of(before), at=MOMENT
    )

    before.refresh_from_db()
    there = Participant.objects.get(activity=after)
    assert (before.code, after.code, following(before)) == ("", CODE, after)
    assert (there.token, there.sector, there.subgroup.name) == (writer.token, "vo", "Raam")
    assert Subgroup.objects.get(activity=after).pen == there


def test_without_groups_only_the_people_go_along():
    before = ActivityFactory()
    ParticipantFactory.create_batch(3, activity=before)

    after = go_on(before, kind="icebreaker", title="Ronde 2", settings={}, by=leader_of(before), at=MOMENT)

    assert Participant.objects.filter(activity=after, subgroup=None).count() == 3
    assert (Subgroup.objects.count(), Activity.objects.get(pk=after.pk).grouping) == (0, SubgroupWay.NONE)
