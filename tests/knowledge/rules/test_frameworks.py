"""What can be so: which framework replaces which, what stands under what, what can be compared."""

import pytest

from steunpunt.knowledge.models import Rank
from steunpunt.knowledge.rules.frameworks import can_be_replaced_by, can_compare, can_stand_under
from tests.factories.knowledge import CriterionFactory, FrameworkFactory

pytestmark = pytest.mark.django_db


def test_a_framework_is_not_replaced_by_itself_also_not_by_a_detour():
    old = FrameworkFactory()
    newer = FrameworkFactory(replaced_by=old)

    assert not can_be_replaced_by(old, old)
    assert not can_be_replaced_by(old, newer)
    assert can_be_replaced_by(newer, FrameworkFactory())


@pytest.mark.parametrize(
    ("rank", "above", "expected"),
    [
        (Rank.STANDARD, None, True),
        (Rank.STANDARD, Rank.STANDARD, False),
        (Rank.ASPECT, None, False),
        (Rank.ASPECT, Rank.STANDARD, True),
        (Rank.ASPECT, Rank.ASPECT, False),
        (Rank.CRITERION, None, True),
        (Rank.CRITERION, Rank.STANDARD, True),
        (Rank.CRITERION, Rank.ASPECT, True),
        (Rank.CRITERION, Rank.CRITERION, False),
    ],
)
def test_each_rank_has_its_place(rank, above, expected):
    framework = FrameworkFactory()
    parent = above and CriterionFactory(framework=framework, rank=above)

    assert can_stand_under(rank, framework, parent) is expected


def test_nothing_stands_under_a_criterion_of_another_framework():
    assert not can_stand_under(Rank.ASPECT, FrameworkFactory(), CriterionFactory())


def test_only_different_frameworks_are_compared():
    one = CriterionFactory()

    assert can_compare(one, CriterionFactory())
    assert not can_compare(one, CriterionFactory(framework=one.framework))
