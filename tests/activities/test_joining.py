from datetime import timedelta

import pytest

from steunpunt.activities.actions.joining import join, remove_joining
from steunpunt.activities.models import Contribution, Participant, SubgroupWay
from steunpunt.activities.queries.devices import handed_in_by, hashed, participant_of
from steunpunt.foundation.access import Actor, Refusal
from tests.factories.activities import (
    MOMENT,
    ActivityFactory,
    ContributionFactory,
    ParticipantFactory,
    SubgroupFactory,
    leader_of,
)
from tests.factories.network import PartnershipFactory

pytestmark = pytest.mark.django_db


def test_a_device_joins_once_however_often_somebody_presses():
    activity = ActivityFactory()

    first = join(activity, token="geheim", at=MOMENT)
    second = join(activity, token="geheim", at=MOMENT + timedelta(minutes=1))

    assert first == second
    assert Participant.objects.get().seen_at == MOMENT + timedelta(minutes=1)


def test_the_secret_of_a_device_is_not_kept():
    join(ActivityFactory(), token="geheim", at=MOMENT)

    assert Participant.objects.get().token == hashed("geheim")
    assert "geheim" not in Participant.objects.get().token


def test_where_somebody_comes_from_is_kept_only_when_it_was_asked():
    silent, asking = ActivityFactory(code="een-twee-drie"), ActivityFactory(asks_origin=True)
    home = PartnershipFactory()
    origin = {"sector": "po", "partnership": home.pk}

    kept = [join(one, token="geheim", at=MOMENT, **origin) for one in (silent, asking)]

    assert [(one.sector, one.partnership) for one in kept] == [("", None), ("po", home)]


@pytest.mark.parametrize("facts", [{"code": "", "code_until": None}, {"code_until": MOMENT}])
def test_a_code_that_is_over_lets_nobody_in(facts):
    with pytest.raises(Refusal, match="werkt niet meer"):
        join(ActivityFactory(**facts), token="geheim", at=MOMENT)


def test_who_comes_late_where_the_lot_was_drawn_gets_a_place():
    group = SubgroupFactory(activity__grouping=SubgroupWay.LOT)

    assert join(group.activity, token="geheim", at=MOMENT).subgroup == group


def test_a_device_that_goes_leaves_its_contribution():
    given = ContributionFactory()

    remove_joining(given.activity, given.participant, by=leader_of(given.activity), at=MOMENT)

    assert Contribution.objects.get().participant is None


def test_only_who_leads_takes_a_device_out():
    with pytest.raises(Refusal):
        remove_joining(ParticipantFactory().activity, Participant.objects.get(), by=Actor.visitor(), at=MOMENT)


def test_a_device_finds_itself_and_what_it_brought():
    given = ContributionFactory(participant__secret="geheim")

    found = participant_of(given.activity, "geheim")

    assert (found, handed_in_by(found, as_group=False)) == (given.participant, given)
    assert participant_of(given.activity, "anders") is None
    assert participant_of(given.activity, "") is None
