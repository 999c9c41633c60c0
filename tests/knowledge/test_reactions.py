"""What follows on publishing and withdrawing."""

import pytest

from steunpunt.knowledge.events import ItemPublished, ItemWithdrawn
from steunpunt.knowledge.models import HarvestMark, ItemState
from steunpunt.knowledge.reactions import mark_for_harvesters
from tests.factories.knowledge import KnowledgeItemFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db


def test_harvesters_hear_of_it_and_hearing_it_twice_is_the_same():
    item = KnowledgeItemFactory()
    published = ItemPublished(item.public_id, 1, NOW, True)

    mark_for_harvesters(published)
    mark_for_harvesters(published)
    assert HarvestMark.objects.get().fingerprint

    item.state = ItemState.WITHDRAWN
    item.save()
    mark_for_harvesters(ItemWithdrawn(item.public_id, NOW))
    assert HarvestMark.objects.get().fingerprint == ""
