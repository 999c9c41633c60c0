"""Themes that fit a text, and items that look alike or hold the same file."""

import tomllib
from itertools import combinations

import pytest

from steunpunt.examples.knowledge import ITEMS
from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.duplicates import grams, likeness
from steunpunt.knowledge.models import Audience, ItemState
from steunpunt.knowledge.queries.proposing import (
    ALIKE,
    Elsewhere,
    files_elsewhere,
    lookalikes,
    proposals,
    proposed_themes,
    subject_of,
    text_of,
)
from steunpunt.network.actions.lists import load_lists
from tests.factories.knowledge import ItemFileFactory, KnowledgeItemFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db
TEXT = "De werkplekbegeleider voert met de student een gesprek over begeleiding op de werkplek."


def test_three_themes_fit_best_first():
    for title, words in (
        ("Begeleiden", "werkplekbegeleider, begeleiding, werkplek"),
        ("Bekostiging", "subsidie, verantwoording"),
        ("Onderzoek", "praktijkonderzoek"),
        ("Plaatsing", "stageplek"),
    ):
        ThemeFactory(title=title, keyword_line=words)

    found = [theme.title for theme in proposed_themes(TEXT)]

    assert found[0] == "Begeleiden"
    assert len(found) == 3
    assert proposed_themes("  ") == []


def test_a_proposal_says_which_words_led_to_it():
    ThemeFactory(title="Begeleiden", keyword_line="begeleiding, werkplek")

    proposal = proposals(f"Startgesprek. {TEXT}")[0]

    assert proposal.theme.title == "Begeleiden"
    assert proposal.because == ("werkplekbegeleider", "begeleiding", "werkplek")


def test_a_copy_is_seen_and_the_same_subject_is_not():
    copied = KnowledgeItemFactory(version__title="Startgesprek", version__outcome=TEXT)
    KnowledgeItemFactory(version__title="Startgesprek voor zij-instromers", version__outcome="Een heel ander verhaal.")
    KnowledgeItemFactory(version__title="Startgesprek", version__outcome=TEXT, audience=Audience.MEMBERS)
    own = KnowledgeItemFactory(version__title="Startgesprek", version__outcome=TEXT + " Op de Regenboog.")

    found = lookalikes(Actor.visitor(), own, text_of(own.live))

    assert [one.slug for one in found] == [copied.slug]


def test_the_text_of_a_file_counts():
    item = KnowledgeItemFactory()
    item.live.files.add(ItemFileFactory(item=item, text="kringgesprek"))

    assert "kringgesprek" in text_of(item.live)


def test_for_three_in_four_items_a_theme_of_the_writer_is_proposed():
    load_lists(at=NOW)
    items = tomllib.loads(ITEMS.read_text())["item"]

    right = [
        item
        for item in items
        if {theme.slug for theme in proposed_themes(f"{item['title']} {item['title']} {item['yield']}")}
        & set(item["themes"])
    ]

    assert len(right) >= len(items) * 3 / 4


def test_without_a_yield_the_begin_of_the_file_says_what_it_is_about():
    item = KnowledgeItemFactory(version__title="Taak", version__outcome="")
    item.live.files.add(ItemFileFactory(item=item, text="Kringgesprek leiden." + " verder" * 500))

    assert subject_of(item.live).startswith("Taak Taak Kringgesprek leiden.")
    assert len(subject_of(item.live)) < 1000


def test_the_border_parts_real_texts_from_copies():
    """The shipped items are about the same field by one hand, so they are as alike as different texts get."""
    items = tomllib.loads(ITEMS.read_text())["item"]
    texts = [" ".join((item["title"], item["yield"], item["conditions"], item["body"])) for item in items]
    pieces = [grams(text) for text in texts]
    copies = [likeness(of, grams(text.replace("student", "stagiair"))) for of, text in zip(pieces, texts, strict=True)]

    assert max(likeness(one, other) for one, other in combinations(pieces, 2)) < ALIKE
    assert min(copies) > ALIKE


def test_as_many_queries_for_three_items_as_for_one(django_assert_max_num_queries):
    own = KnowledgeItemFactory()
    KnowledgeItemFactory()
    with django_assert_max_num_queries(100) as one:
        lookalikes(Actor.visitor(), own, TEXT)
    KnowledgeItemFactory()
    KnowledgeItemFactory()

    with django_assert_max_num_queries(len(one)):
        lookalikes(Actor.visitor(), own, TEXT)


@pytest.fixture
def file():
    """A file of a draft."""
    return ItemFileFactory(item=KnowledgeItemFactory(state=ItemState.DRAFT), sha256="a" * 64)


def holding(file, **given):
    """An item whose readers find the same file."""
    item = KnowledgeItemFactory(**given)
    item.live.files.add(ItemFileFactory(item=item, sha256=file.sha256), ItemFileFactory(item=item, sha256="b" * 64))
    return item


def test_a_file_is_known_from_every_item_that_a_reader_finds_it_with(file):
    known = [holding(file, version__title=title) for title in ("Een", "Twee")]

    found = files_elsewhere(Actor.visitor(), file.item, [file, ItemFileFactory(item=file.item, sha256="c" * 64)])

    assert found == {file.sha256: [Elsewhere("Een", known[0].slug), Elsewhere("Twee", known[1].slug)]}


def test_a_file_never_tells_of_an_item_that_may_not_be_seen(file):
    holding(file, audience=Audience.MEMBERS)
    for state in (ItemState.WITHDRAWN, ItemState.DRAFT):
        other = KnowledgeItemFactory(state=state)
        other.versions.get().files.add(ItemFileFactory(item=other, sha256=file.sha256))
    earlier = KnowledgeItemFactory()
    ItemFileFactory(item=earlier, sha256=file.sha256)

    assert files_elsewhere(Actor.visitor(), file.item, [file]) == {}


def test_an_item_is_not_told_of_itself(file):
    own = holding(file)

    assert files_elsewhere(Actor.visitor(), own, own.live.files.all()) == {}


@pytest.mark.parametrize("count", [1, 3])
def test_files_elsewhere_take_one_query(count, file, django_assert_num_queries):
    for _ in range(count):
        holding(file)

    with django_assert_num_queries(1):
        files_elsewhere(Actor.visitor(), file.item, [file])
