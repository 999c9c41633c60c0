"""What somebody sees of collections."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Audience, Collection
from steunpunt.knowledge.queries import collections
from tests.factories.foundation import EditorFactory, UserFactory, signed_in_actor
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.knowledge_use import CollectedItemFactory, CollectionFactory
from tests.factories.network import PartnershipFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()


def test_others_see_what_is_public_only():
    mine, public = CollectionFactory(), CollectionFactory(is_public=True)
    maker = Actor.of(mine.account)

    assert set(collections.visible_collections(maker)) == {mine, public}
    assert set(collections.own_collections(maker)) == {mine}
    for other in (VISITOR, signed_in_actor(), Actor.of(EditorFactory())):
        assert set(collections.visible_collections(other)) == {public}
        assert collections.visible_collection(other, mine.public_id) is None
    assert not collections.own_collections(VISITOR)


def test_entries_stand_in_order_without_what_the_reader_may_not_read():
    whole = CollectionFactory(is_public=True)
    last = CollectedItemFactory(collection=whole, place=3)
    first = CollectedItemFactory(collection=whole, place=1)
    CollectedItemFactory(collection=whole, place=2, item=KnowledgeItemFactory(audience=Audience.STAFF))

    assert collections.entries_of(whole, VISITOR) == [first, last]
    assert collections.shown_collections(Collection.objects.all(), VISITOR)[0].count == 2
    assert collections.shown_collections(Collection.objects.all(), Actor.of(EditorFactory()))[0].count == 3


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_often_for_three_as_for_one(django_assert_num_queries, count):
    for _turn in range(count):
        whole = CollectionFactory(is_public=True, partnership=PartnershipFactory())
        CollectedItemFactory.create_batch(count, collection=whole)

    with django_assert_num_queries(2):
        shown = collections.shown_collections(Collection.objects.all(), VISITOR)

    assert {one.count for one in shown} == {count}
    assert all(one.maker for one in shown)


@pytest.mark.parametrize("count", [1, 3])
def test_entries_ask_as_often_for_three_as_for_one(django_assert_num_queries, count):
    whole = CollectionFactory(is_public=True)
    CollectedItemFactory.create_batch(count, collection=whole)

    with django_assert_num_queries(6):
        found = collections.entries_of(whole, VISITOR)
        assert [entry.item.live.themes.all() for entry in found]

    assert len(found) == count


def test_maker_is_a_partnership_or_the_support_point():
    partnership = PartnershipFactory(slug="alfa")

    maker = collections.maker_of(CollectionFactory(partnership=partnership), VISITOR)

    assert maker.url == "/partnerschappen/alfa/"
    assert collections.maker_of(CollectionFactory(), VISITOR) is None


def test_item_knows_its_collections_for_this_reader():
    public = CollectedItemFactory(collection__is_public=True)
    CollectedItemFactory(item=public.item)

    assert list(collections.collections_with(public.item, VISITOR)) == [public.collection]


def test_what_is_held_of_somebody():
    account = UserFactory()
    entry = CollectedItemFactory(collection__account=account, note="Begin hier.")
    CollectionFactory()

    held = collections.held_collections(account)

    assert held[0]["bijdragen"] == [{"kennisitem": entry.item.slug, "waarom": "Begin hier."}]
    assert len(held) == 1
    assert collections.own_panel(account, Actor.of(account), NOW.date()) == {"collections": [entry.collection]}
