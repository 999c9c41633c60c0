"""Who may tend a collection, and in whose name it stands."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.rules.collections import (
    is_own_collection,
    may_collect,
    may_edit_collection,
    may_show_to_all,
    may_speak_for,
)
from tests.factories.foundation import EditorFactory, signed_in_actor
from tests.factories.knowledge_use import CollectionFactory
from tests.factories.network import PartnershipFactory
from tests.knowledge.making import member_of

pytestmark = pytest.mark.django_db


def test_everybody_with_an_account_collects():
    assert may_collect(signed_in_actor())
    assert not may_collect(Actor.visitor())


def test_whoever_made_it_tends_it_and_staff_what_is_public():
    mine, staff = CollectionFactory(), Actor.of(EditorFactory())
    maker = Actor.of(mine.account)

    assert is_own_collection(maker, mine)
    assert may_edit_collection(maker, mine)
    assert not may_edit_collection(signed_in_actor(), mine)
    assert not may_edit_collection(Actor.visitor(), CollectionFactory(account=None))
    assert not may_edit_collection(staff, mine)
    mine.is_public = True
    assert may_edit_collection(staff, mine)


def test_members_show_it_in_the_name_of_their_own_partnership():
    own, other = PartnershipFactory(), PartnershipFactory()
    member, staff = member_of(own), Actor.of(EditorFactory())

    assert [may_show_to_all(actor) for actor in (member, staff, signed_in_actor())] == [True, True, False]
    assert may_speak_for(member, own)
    assert not may_speak_for(member, other)
    assert not may_speak_for(member, None)
    assert may_speak_for(staff, None)
