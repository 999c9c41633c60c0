"""The marks that tell harvesters what changed."""

from datetime import timedelta

import pytest

from steunpunt.knowledge.actions.harvest import mark_changes
from steunpunt.knowledge.models import Audience, HarvestMark, ItemState
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


def test_public_item_gets_a_mark_once():
    item = KnowledgeItemFactory()

    assert mark_changes(at=NOW + timedelta(microseconds=5)) == 1
    assert mark_changes(at=LATER) == 0
    mark = HarvestMark.objects.get()
    assert (mark.item, mark.changed_at) == (item, NOW)
    assert "soort:praktijkvoorbeeld" in mark.sets


def test_what_was_never_public_gets_none():
    KnowledgeItemFactory(state=ItemState.DRAFT)
    KnowledgeItemFactory(audience=Audience.MEMBERS)
    KnowledgeItemFactory(state=ItemState.WITHDRAWN)

    assert mark_changes(at=NOW) == 0
    assert not HarvestMark.objects.exists()


def test_taken_away_and_brought_back_are_changes():
    item = KnowledgeItemFactory()
    mark_changes(at=NOW)

    item.state = ItemState.WITHDRAWN
    item.save()
    assert mark_changes([item.public_id], at=LATER) == 1
    assert mark_changes([item.public_id], at=LATER + timedelta(hours=1)) == 0
    mark = HarvestMark.objects.get()
    assert (mark.fingerprint, mark.changed_at) == ("", LATER)

    item.state = ItemState.PUBLISHED
    item.save()
    assert mark_changes(at=LATER + timedelta(hours=2)) == 1


def test_new_name_of_a_theme_is_a_change():
    theme = ThemeFactory(title="Begeleiden")
    KnowledgeItemFactory(version__themes=[theme])
    mark_changes(at=NOW)

    theme.title = "Begeleiding"
    theme.save()

    assert mark_changes(at=LATER) == 1
    assert HarvestMark.objects.get().changed_at == LATER


def test_only_the_given_items_are_looked_at():
    first, second = KnowledgeItemFactory(), KnowledgeItemFactory()

    assert mark_changes([first.public_id], at=NOW) == 1
    assert not HarvestMark.objects.filter(item=second).exists()
