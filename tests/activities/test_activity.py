import pytest
from django.db import IntegrityError

from steunpunt.activities.models import Activity, Subgroup
from tests.factories.activities import ActivityFactory, SubgroupFactory

pytestmark = pytest.mark.django_db


def test_two_that_can_be_joined_never_share_a_code():
    ActivityFactory()

    with pytest.raises(IntegrityError, match="activity_code_unique"):
        ActivityFactory()


def test_without_a_code_there_may_be_many():
    ActivityFactory.create_batch(2, code="", code_until=None)

    assert Activity.objects.count() == 2


def test_a_code_ends():
    with pytest.raises(IntegrityError, match="activity_code_ends"):
        ActivityFactory(code_until=None)


def test_a_group_is_called_by_its_name_or_its_number():
    assert [str(Subgroup(number=3)), str(Subgroup(number=3, name="Raam"))] == ["groep 3", "Raam"]


def test_an_activity_has_a_reference_that_betrays_no_count():
    activity = SubgroupFactory().activity

    assert activity.reference == f"werkvorm:{activity.public_id}"
