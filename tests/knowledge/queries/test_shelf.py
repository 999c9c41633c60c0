"""The knowledge base as a list."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Audience
from steunpunt.knowledge.queries.shelf import Choice, Shelf, related_items
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.network import ThemeFactory

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()


def test_a_main_theme_finds_what_falls_under_it():
    main = ThemeFactory(slug="begeleiden")
    below = ThemeFactory(slug="werkplek", parent=main)
    item = KnowledgeItemFactory(version__themes=[below, main])
    KnowledgeItemFactory()

    assert list(Shelf(VISITOR, Choice(theme="begeleiden")).items()) == [item]
    assert list(Shelf(VISITOR, Choice(theme="werkplek")).items()) == [item]


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_asks_nothing_that_a_card_does_not_show(count, django_assert_num_queries):
    KnowledgeItemFactory.create_batch(count)

    with django_assert_num_queries(2):
        rows = list(Shelf(VISITOR, Choice()).items())
        assert all(row.live.themes.all() for row in rows)

    assert len(rows) == count


def test_an_item_with_two_themes_below_a_main_one_stands_there_once():
    main = ThemeFactory(slug="begeleiden")
    item = KnowledgeItemFactory(version__themes=[ThemeFactory(parent=main), ThemeFactory(parent=main)])

    assert list(Shelf(VISITOR, Choice(theme="begeleiden")).items()) == [item]


def test_a_filter_is_counted_over_what_the_others_leave():
    theme = ThemeFactory(slug="begeleiden", title="Begeleiden")
    KnowledgeItemFactory(version__sectors=["po", "vo"], version__phases=["training"], version__themes=[theme])
    KnowledgeItemFactory(kind="pilot", version__sectors=["vo"], version__themes=[theme])
    KnowledgeItemFactory(audience=Audience.STAFF, version__sectors=["mbo"], version__themes=[theme])

    found = Shelf(VISITOR, Choice(sector="po")).options()

    counts = {name: {row.value: row.count for row in rows} for name, rows in found.items()}
    assert counts == {
        "kind": {"practice": 1},
        "sector": {"po": 1, "vo": 2},
        "phase": {"training": 1},
        "theme": {"begeleiden": 1},
    }


def test_related_items_share_the_most_themes():
    one, two = ThemeFactory(), ThemeFactory()
    item = KnowledgeItemFactory(version__themes=[one, two])
    little = KnowledgeItemFactory(version__themes=[one])
    much = KnowledgeItemFactory(version__themes=[one, two])
    KnowledgeItemFactory()
    KnowledgeItemFactory(version__themes=[one, two], audience=Audience.MEMBERS)

    assert related_items(VISITOR, item) == [much, little]


def test_words_narrow_the_shelf_and_its_counts():
    """Without an index, as in this test, by title and yield; with one it is a journey."""
    item = KnowledgeItemFactory(kind="pilot", version__title="Startgesprek")
    KnowledgeItemFactory()

    assert list(Shelf(VISITOR, Choice(text="startgesprek")).items()) == [item]
    assert [row.value for row in Shelf(VISITOR, Choice(text="startgesprek")).options()["kind"]] == ["pilot"]
