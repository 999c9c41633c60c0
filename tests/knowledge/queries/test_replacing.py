"""Finding the item that takes the place of another."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Audience
from steunpunt.knowledge.queries.replacing import leading_here, successor_chosen, successor_of, successors_found
from tests.factories.foundation import staff_actor
from tests.factories.knowledge import KnowledgeItemFactory

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()


def test_what_was_replaced_by_way_of_others_leads_here():
    item = KnowledgeItemFactory()
    near = KnowledgeItemFactory(replaced_by=item)
    far = KnowledgeItemFactory(replaced_by=near)
    KnowledgeItemFactory()

    assert leading_here(item) == {item.pk, near.pk, far.pk}


def test_words_find_what_can_take_its_place():
    item = KnowledgeItemFactory(version__title="Startgesprek")
    KnowledgeItemFactory(version__title="Startgesprek van vroeger", replaced_by=item)
    KnowledgeItemFactory(version__title="Startgesprek voor medewerkers", audience=Audience.STAFF)
    newer = KnowledgeItemFactory(kind="pilot", version__title="Startgesprek nieuw", version__year=2026)

    found = successors_found(VISITOR, item, "startgesprek")

    assert [(one.public_id, one.label) for one in found] == [(newer.public_id, "Startgesprek nieuw · proeftuin · 2026")]
    assert successors_found(VISITOR, item, "") == []


def test_what_took_its_place_is_only_told_to_who_may_read_it():
    hidden = KnowledgeItemFactory(audience=Audience.STAFF)
    item = KnowledgeItemFactory(replaced_by=hidden)

    assert (successor_of(VISITOR, item), successor_of(staff_actor(), item)) == (None, hidden)
    assert (successor_chosen(VISITOR, hidden.public_id), successor_chosen(staff_actor(), hidden.public_id)) == (
        None,
        hidden,
    )
    assert successor_of(VISITOR, KnowledgeItemFactory()) is None


@pytest.mark.parametrize("count", [1, 3])
def test_a_search_takes_as_many_queries_for_three_as_for_one(count, django_assert_num_queries):
    item = KnowledgeItemFactory()
    KnowledgeItemFactory.create_batch(count, version__title="Startgesprek")

    with django_assert_num_queries(3):
        assert len(successors_found(VISITOR, item, "startgesprek")) == count
