"""Reading uses: who sees which, and with which names."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Audience, ItemState, KnowledgeItem
from steunpunt.knowledge.queries import use as queries
from tests.factories.foundation import UserFactory, signed_in_actor
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.knowledge_use import ItemUseFactory
from tests.factories.network import PartnershipFactory, RoleFactory
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()


def test_uses_of_what_a_reader_cannot_read_are_hidden():
    shown = ItemUseFactory()
    for_members = ItemUseFactory(item=KnowledgeItemFactory(audience=Audience.MEMBERS))
    ItemUseFactory(item=KnowledgeItemFactory(state=ItemState.WITHDRAWN))

    assert list(queries.visible_uses(VISITOR)) == [shown]
    assert set(queries.visible_uses(member_of())) == {shown, for_members}
    assert queries.visible_use(VISITOR, for_members.public_id) is None


def test_what_was_taken_back_is_not_shown():
    use = ItemUseFactory(withdrawn_at=NOW)

    assert queries.uses_of(use.item, VISITOR) == []
    assert queries.visible_use(VISITOR, use.public_id) is None


def test_a_use_stands_with_the_partnership_or_the_role_and_never_with_a_person():
    item = KnowledgeItemFactory(version__title="Startgesprek")
    ItemUseFactory(item=item, partnership=None, role=RoleFactory(code="docent", title="docent"))
    ItemUseFactory(item=item, partnership=PartnershipFactory(slug="alfa", version__name="Alfa"))

    first, second = queries.uses_of(item, VISITOR)

    assert (first.who.name, first.who.url) == ("Alfa", "/partnerschappen/alfa/")
    assert (second.who.name, second.who.url) == ("docent", "")
    assert first.item.name == "Startgesprek"
    assert not first.is_own


def test_an_own_use_is_known_as_such():
    actor = signed_in_actor()
    use = ItemUseFactory(account=actor.account)

    assert [one.is_own for one in queries.uses_of(use.item, actor)] == [True]


def test_an_adaptation_is_shown_once_the_reader_may_read_it():
    copy = KnowledgeItemFactory(version__title="Op onze manier")
    draft = KnowledgeItemFactory(state=ItemState.DRAFT)
    item = KnowledgeItemFactory()
    ItemUseFactory(item=item, copy=draft)
    ItemUseFactory(item=item, copy=copy)

    assert [one.copy and one.copy.name for one in queries.uses_of(item, VISITOR)] == ["Op onze manier", None]


def test_three_uses_take_as_many_queries_as_one(django_assert_num_queries):
    item = KnowledgeItemFactory()
    for number in (1, 3):
        while item.uses.count() < number:
            ItemUseFactory(item=item, copy=KnowledgeItemFactory())
        with django_assert_num_queries(3):
            queries.uses_of(item, VISITOR)


def test_everything_that_somebody_told_is_handed_over():
    use = ItemUseFactory(account=UserFactory(), withdrawn_at=NOW)
    ItemUseFactory(partnership=None, role=RoleFactory(), account=use.account)
    ItemUseFactory()

    held = queries.held_uses(use.account)

    assert len(held) == 2
    assert {row["partnerschap"] for row in held} == {use.partnership.slug, ""}


def test_uses_are_counted_with_their_items_as_far_as_they_may_be_read():
    item, other = KnowledgeItemFactory(), KnowledgeItemFactory(audience=Audience.STAFF)
    ItemUseFactory.create_batch(2, item=item)
    ItemUseFactory(item=item, withdrawn_at=NOW)
    ItemUseFactory(item=other)

    rows = KnowledgeItem.objects.annotate(used=queries.use_count(VISITOR))

    assert dict(rows.values_list("pk", "used")) == {item.pk: 2, other.pk: 0}


def test_ones_own_use_can_be_taken_back_when_the_item_cannot_be_read_any_more():
    use = ItemUseFactory(item=KnowledgeItemFactory(audience=Audience.STAFF))

    assert queries.visible_use(Actor.of(use.account), use.public_id) == use
    assert queries.visible_use(signed_in_actor(), use.public_id) is None
