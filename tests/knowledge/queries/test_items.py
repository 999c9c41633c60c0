"""Who may see which knowledge item."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Audience, ItemState
from steunpunt.knowledge.queries.items import editable_item, editable_items, visible_files, visible_item, visible_items
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.knowledge import ItemFileFactory, KnowledgeItemFactory
from tests.factories.network import AffiliationFactory, PartnershipFactory, PersonFactory, coordinator_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership():
    return PartnershipFactory()


@pytest.fixture
def items(partnership):
    """One published item per audience, by name."""
    return {name: KnowledgeItemFactory(audience=name, partnership=partnership) for name in Audience.values}


def member_of(partnership):
    person = PersonFactory(account=UserFactory())
    AffiliationFactory(person=person, partnership=partnership, organisation=None)
    return Actor.of(person.account)


def seen(actor):
    return {item.audience for item in visible_items(actor)}


def test_a_visitor_sees_what_is_public(items):
    assert seen(Actor.visitor()) == {"public"}


def test_somebody_with_an_account_sees_more(items):
    assert seen(Actor.of(UserFactory())) == {"public", "signed_in"}


def test_a_member_of_another_partnership_sees_what_is_for_members(items):
    assert seen(member_of(PartnershipFactory())) == {"public", "signed_in", "members"}


def test_a_member_sees_what_is_for_the_own_partnership(items, partnership):
    assert seen(member_of(partnership)) == {"public", "signed_in", "members", "partnership"}


def test_staff_see_everything(items):
    assert seen(staff_actor()) == set(Audience.values)


@pytest.mark.parametrize("state", [ItemState.DRAFT, ItemState.IN_REVIEW, ItemState.WITHDRAWN])
def test_what_is_not_published_is_seen_by_nobody(state):
    item = KnowledgeItemFactory(state=state)

    assert visible_item(staff_actor(), item.slug) is None


def test_an_author_and_a_coordinator_work_on_a_draft(partnership):
    item = KnowledgeItemFactory(state=ItemState.DRAFT, partnership=partnership)
    KnowledgeItemFactory(state=ItemState.DRAFT)

    for account in (item.author, coordinator_of(partnership).account):
        assert list(editable_items(Actor.of(account))) == [item]


def test_a_stranger_works_on_nothing():
    item = KnowledgeItemFactory()

    assert editable_item(Actor.of(UserFactory()), item.public_id) is None
    assert editable_item(Actor.visitor(), item.public_id) is None


def test_a_reader_sees_the_files_of_the_live_version_only():
    item = KnowledgeItemFactory()
    shown, _other = ItemFileFactory(item=item), ItemFileFactory(item=item)
    item.live.files.add(shown)

    assert list(visible_files(Actor.visitor(), item)) == [shown]
    assert visible_files(Actor.of(item.author), item).count() == 2
