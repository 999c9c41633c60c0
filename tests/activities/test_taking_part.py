import pytest
from django.db import IntegrityError

from steunpunt.activities.models import Contribution
from tests.factories.activities import ContributionFactory, ParticipantFactory, SubgroupFactory

pytestmark = pytest.mark.django_db


def test_a_device_takes_part_once():
    one = ParticipantFactory()

    with pytest.raises(IntegrityError, match="participant_device_once"):
        ParticipantFactory(activity=one.activity, token=one.token)


def test_a_device_has_one_contribution():
    given = ContributionFactory()

    with pytest.raises(IntegrityError, match="contribution_once_per_participant"):
        ContributionFactory(activity=given.activity, participant=given.participant)


def test_a_group_has_one_contribution():
    group = SubgroupFactory()
    ContributionFactory(activity=group.activity, subgroup=group, participant=None)

    with pytest.raises(IntegrityError, match="contribution_once_per_subgroup"):
        ContributionFactory(activity=group.activity, subgroup=group, participant=None)


def test_what_came_from_paper_has_no_device():
    ContributionFactory.create_batch(2, activity=ContributionFactory().activity, participant=None)

    assert Contribution.objects.filter(participant=None).count() == 2
