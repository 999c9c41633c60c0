"""For which partnerships somebody can share, and how an item names its own."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.queries.naming import item_partnership
from steunpunt.knowledge.queries.sharing import partnerships_to_choose
from tests.factories.foundation import staff_actor
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.network import PartnershipFactory
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


def test_an_item_names_its_partnership():
    named = item_partnership(
        KnowledgeItemFactory(partnership=PartnershipFactory(slug="linde", version__name="De Linde")), Actor.visitor()
    )

    assert (named.name, named.url) == ("De Linde", "/partnerschappen/linde/")
    assert item_partnership(KnowledgeItemFactory(), Actor.visitor()) is None
