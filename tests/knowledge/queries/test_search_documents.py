"""What search may find of the knowledge base, and by whom."""

import pytest
from django.template.loader import render_to_string

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import search
from steunpunt.foundation.search.rules import tokens_of
from steunpunt.knowledge.models import Audience, ItemState, KnowledgeItem
from steunpunt.knowledge.queries.items import visible_items
from steunpunt.knowledge.queries.search_documents import item_documents, items_touched, items_with
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.knowledge import ItemFileFactory, KnowledgeItemFactory
from tests.factories.network import PartnershipFactory, ThemeFactory
from tests.knowledge.making import member_of

pytestmark = pytest.mark.django_db


def test_a_document_holds_the_yield_first_and_the_text_of_its_files():
    item = KnowledgeItemFactory(
        kind="learning_task", version__outcome="Opbrengst.", version__details={"goal": "Luisteren"}, version__year=2024
    )
    item.live.files.add(ItemFileFactory(item=item, text="Uit het bestand."))

    document = next(iter(item_documents(None)))

    assert document.text.startswith("Opbrengst.\nLuisteren")
    assert "Uit het bestand." in document.text
    assert document.facets["jaar"] == ("2024",)
    assert document.facets["vorm"] == ("learning_task",)


@pytest.mark.parametrize("state", [ItemState.DRAFT, ItemState.IN_REVIEW, ItemState.WITHDRAWN])
def test_what_is_not_published_is_no_document(state):
    item = KnowledgeItemFactory(state=state)

    assert list(item_documents(None)) == []
    assert list(item_documents({item.public_id})) == []


def test_somebody_holds_a_token_for_exactly_what_may_be_read():
    """The index filters on tokens, the pages on rows: both have to say the same for everybody."""
    partnership = PartnershipFactory()
    for audience in Audience.values:
        KnowledgeItemFactory(audience=audience, partnership=partnership)
    actors = [Actor.visitor(), Actor.of(UserFactory()), member_of(), member_of(partnership), staff_actor()]

    for actor in actors:
        tokens = set(tokens_of(actor))
        found = {document.reference for document in item_documents(None) if tokens & set(document.audience)}
        assert found == {item.reference for item in visible_items(actor)}


def test_a_change_of_themes_touches_everything():
    assert items_touched(["thema:abc"]) is None
    assert items_touched(["kennis:abc", "partnerschap:def"]) == {"abc"}


def test_without_the_index_words_are_looked_for_in_title_and_yield():
    item = KnowledgeItemFactory(version__title="Startgesprek", version__outcome="Studenten durven eerder.")
    KnowledgeItemFactory()

    assert list(items_with(KnowledgeItem.objects.all(), "startgesprek durven")) == [item]


@pytest.mark.parametrize("count", [1, 3])
def test_rows_of_a_result_ask_nothing_that_a_card_does_not_show(count, django_assert_num_queries):
    found = {item.public_id for item in KnowledgeItemFactory.create_batch(count)}

    with django_assert_num_queries(1):
        rows = list(search.get("kennis").found(Actor.visitor(), found))
        assert all(row.live.title and row.theme_titles for row in rows)

    assert len(rows) == count


def test_the_themes_of_a_result_stand_in_the_order_of_the_tree():
    last, first = ThemeFactory(position=2, title="Aanspreken"), ThemeFactory(position=1, title="Zien")
    item, bare = KnowledgeItemFactory(version__themes=[last, first]), KnowledgeItemFactory(version__themes=[])

    found = search.get("kennis").found(Actor.visitor(), {item.public_id, bare.public_id})

    assert {row.pk: row.theme_titles for row in found} == {item.pk: ["Zien", "Aanspreken"], bare.pk: []}


def test_rows_of_a_result_are_those_that_may_be_seen():
    shown, hidden = KnowledgeItemFactory(), KnowledgeItemFactory(audience=Audience.STAFF)

    assert list(search.get("kennis").found(Actor.visitor(), {shown.public_id, hidden.public_id})) == [shown]


def test_the_card_of_a_result_asks_the_database_nothing_more(django_assert_num_queries):
    items = KnowledgeItemFactory.create_batch(3)
    pin = search.get("kennis")

    with django_assert_num_queries(1):
        rows = pin.found(Actor.visitor(), {item.public_id for item in items})
        shown = [pin.title(row) + render_to_string(pin.card, {"row": row}) for row in rows]

    assert all("praktijkvoorbeeld" in one and "2025" in one for one in shown)
