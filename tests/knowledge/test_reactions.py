"""What follows on publishing and withdrawing."""

import pytest

from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.knowledge.events import ItemPublished, ItemWithdrawn
from steunpunt.knowledge.models import HarvestMark, ItemState
from steunpunt.knowledge.reactions import look_for_questions, mark_for_harvesters
from tests.factories.knowledge import KnowledgeItemFactory, OpenQuestionFactory
from tests.factories.network import ThemeFactory
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


def test_a_published_item_is_held_against_the_open_questions():
    theme = ThemeFactory()
    OpenQuestionFactory(text="student met autisme", themes=[theme])
    item = KnowledgeItemFactory(version__title="Student met autisme", version__themes=[theme])

    look_for_questions(ItemPublished(item.public_id, 1, NOW, True))
    look_for_questions(ItemPublished(item.public_id, 1, NOW, True))

    assert WorkItem.objects.get().data["item"] == item.public_id
