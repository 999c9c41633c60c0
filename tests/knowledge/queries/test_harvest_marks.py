"""The list that harvesters walk."""

from datetime import timedelta

import pytest

from steunpunt.knowledge.actions.harvest import mark_changes
from steunpunt.knowledge.formats.oai_questions import Asked, read
from steunpunt.knowledge.models import ItemState, KnowledgeItem
from steunpunt.knowledge.queries.harvest_marks import (
    earliest_mark,
    identifier_of,
    marked,
    marked_page,
    named_sets,
    visible_marks,
)
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db


def walk(asked, size=2):
    """All parts of a list, as a harvester asks for them."""
    found = [marked_page(asked, size)]
    while found[-1].token:
        found.append(marked_page(read([("verb", asked.verb), ("resumptionToken", found[-1].token)]), size))
    return found


def test_parts_join_to_the_whole():
    items = KnowledgeItemFactory.create_batch(5)
    mark_changes(at=NOW)

    parts = walk(Asked("ListRecords", prefix="oai_dc"))

    assert [len(part.kept) for part in parts] == [2, 2, 1]
    assert [part.passed for part in parts] == [0, 2, 4]
    assert {part.total for part in parts} == {5}
    assert parts[-1].token == ""
    walked = [kept.identifier for part in parts for kept in part.kept]
    assert sorted(walked) == sorted(identifier_of(item.public_id) for item in items)


def test_list_in_one_part_has_no_token():
    KnowledgeItemFactory()
    mark_changes(at=NOW)

    assert marked_page(Asked("ListRecords", prefix="oai_dc")).token is None


def test_change_while_somebody_walks_is_met_at_the_end():
    KnowledgeItemFactory.create_batch(4)
    mark_changes(at=NOW)
    part = marked_page(Asked("ListRecords", prefix="oai_dc"), 2)
    first = KnowledgeItem.objects.get(public_id=part.kept[0].record.public_id)

    first.live.title = "Anders"
    first.live.save()
    KnowledgeItemFactory()
    mark_changes(at=NOW + timedelta(hours=1))

    rest = walk(read([("verb", "ListRecords"), ("resumptionToken", part.token)]))
    walked = [kept.identifier for one in rest for kept in one.kept]
    assert len(walked) == len(set(walked)) == 4
    assert identifier_of(first.public_id) in walked[2:]


def test_window_and_set_narrow_the_list():
    theme = ThemeFactory(slug="begeleiden")
    old = KnowledgeItemFactory(version__themes=[theme], version__sectors=["vo"])
    mark_changes(at=NOW)
    KnowledgeItemFactory(version__sectors=["vo"])
    mark_changes(at=NOW + timedelta(hours=1))

    assert visible_marks(Asked("ListRecords", end=NOW)).get().item == old
    assert visible_marks(Asked("ListRecords", begin=NOW + timedelta(seconds=1))).count() == 1
    assert visible_marks(Asked("ListRecords", within="thema:begeleiden")).get().item == old
    assert visible_marks(Asked("ListRecords", within="sector:vo")).count() == 2
    assert earliest_mark() == NOW


def test_record_that_was_taken_away_is_known_without_its_words():
    item = KnowledgeItemFactory()
    mark_changes(at=NOW)
    assert marked(identifier_of(item.public_id)).record.title

    item.state = ItemState.WITHDRAWN
    item.save()

    assert marked(identifier_of(item.public_id)).record is None
    assert marked("oai:elders:kennis/x") is None
    assert marked(identifier_of("nergens")) is None


def test_sets_are_named():
    ThemeFactory(slug="begeleiden", title="Begeleiden")

    assert {
        "soort:leertaak": "leertaak",
        "sector:po": "primair onderwijs",
        "thema:begeleiden": "Begeleiden",
    }.items() <= dict(named_sets()).items()


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_is_fixed(number, django_assert_max_num_queries):
    KnowledgeItemFactory.create_batch(number)
    mark_changes(at=NOW)
    marked_page(Asked("ListRecords"))

    with django_assert_max_num_queries(9):
        assert len(marked_page(Asked("ListRecords")).kept) == number
