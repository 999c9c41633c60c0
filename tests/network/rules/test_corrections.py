"""Who decides on a proposal."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.rules.corrections import can_propose, corrections_handled_by, may_handle_correction
from tests.factories.foundation import WorkItemFactory, signed_in_actor, staff_actor
from tests.factories.network import PartnershipFactory, SiteFactory, coordinator_of

pytestmark = pytest.mark.django_db


def _items(partnership):
    """A proposal about the name, one about the status, one about another partnership and one about a school."""
    return [
        WorkItemFactory(subject=partnership.reference, data={"field": "naam"}),
        WorkItemFactory(subject=partnership.reference, data={"field": "status"}),
        WorkItemFactory(subject=PartnershipFactory().reference, data={"field": "naam"}),
        WorkItemFactory(subject=SiteFactory().reference, data={"field": "name"}),
    ]


def test_staff_decide_on_everything():
    actor = staff_actor()

    assert [may_handle_correction(actor, item) for item in _items(PartnershipFactory())] == [True] * 4


def test_a_coordinator_decides_on_the_own_partnership_but_not_on_its_status():
    partnership = PartnershipFactory()
    actor = coordinator_of(partnership)

    assert [may_handle_correction(actor, item) for item in _items(partnership)] == [True, False, False, False]


@pytest.mark.parametrize("actor", [Actor.visitor, signed_in_actor], ids=["visitor", "signed in"])
def test_others_decide_on_nothing(actor):
    assert [may_handle_correction(actor(), item) for item in _items(PartnershipFactory())] == [False] * 4


def test_the_list_of_a_coordinator_holds_what_the_rule_allows():
    partnership = PartnershipFactory()
    actor = coordinator_of(partnership)
    items = _items(partnership)

    found = WorkItem.objects.filter(corrections_handled_by(actor))

    assert list(found) == [item for item in items if may_handle_correction(actor, item)]


@pytest.mark.parametrize(("old", "new", "can"), [("a", "b", True), ("a", "a", False), (None, None, False)])
def test_a_proposal_says_something_else(old, new, can):
    assert can_propose(old, new) is can
