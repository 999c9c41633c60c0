"""For which partnerships somebody can share, whom they can name, and how an item names its own."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.queries.naming import item_partnership
from steunpunt.knowledge.queries.sharing import contact_label, contacts_to_choose, own_contact, partnerships_to_choose
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.knowledge import ItemContactFactory, KnowledgeItemFactory
from tests.factories.network import AffiliationFactory, PartnershipFactory, PersonFactory
from tests.knowledge.making import member_of

pytestmark = pytest.mark.django_db


def test_a_member_of_one_shares_for_that_one():
    partnership = PartnershipFactory(version__name="De Linde")
    actor = member_of(partnership)
    PartnershipFactory()

    found = partnerships_to_choose(actor)

    assert found.first() == partnership
    assert found.names(actor.day) == [(partnership.pk, "De Linde")]


def test_who_can_choose_from_two_has_to():
    actor = member_of()
    other = PartnershipFactory()
    item = KnowledgeItemFactory(partnership=other)

    found = partnerships_to_choose(actor, item)

    assert found.first() is None
    assert len(found.names(actor.day)) == 2


def test_staff_choose_from_all():
    PartnershipFactory()
    PartnershipFactory()

    assert len(partnerships_to_choose(staff_actor()).names(staff_actor().day)) == 2


def test_staff_choose_a_contact_from_the_partnership_of_the_item():
    partnership = PartnershipFactory()
    theirs = AffiliationFactory(partnership=partnership, organisation=None).person
    AffiliationFactory(partnership=PartnershipFactory(), organisation=None)

    assert list(contacts_to_choose(staff_actor(), KnowledgeItemFactory(partnership=partnership))) == [theirs]
    assert list(contacts_to_choose(staff_actor(), KnowledgeItemFactory())) == []


def test_who_stands_there_stays_in_the_list_without_the_name_once_consent_is_gone():
    actor = member_of()
    item = KnowledgeItemFactory(author=actor.account, contact=False)
    shy = ItemContactFactory(item=item, person=PersonFactory()).person

    assert shy in contacts_to_choose(actor, item)
    assert contact_label(shy, actor) == "wie er nu staat (wil niet met naam op de site)"
    assert shy.name in contact_label(shy, staff_actor())


def test_an_author_without_a_role_anywhere_is_not_proposed():
    author = PersonFactory(account=UserFactory())
    item = KnowledgeItemFactory(author=author.account, contact=False)

    assert own_contact(Actor.of(author.account), item) is None


def test_an_item_names_its_partnership():
    named = item_partnership(
        KnowledgeItemFactory(partnership=PartnershipFactory(slug="linde", version__name="De Linde")), Actor.visitor()
    )

    assert (named.name, named.url) == ("De Linde", "/partnerschappen/linde/")
    assert item_partnership(KnowledgeItemFactory(), Actor.visitor()) is None
