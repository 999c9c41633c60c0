"""What search may find of frameworks, their criteria and regulations."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import search
from steunpunt.foundation.search.documents import PUBLIC
from steunpunt.knowledge.models import Criterion, Rank, Regulation
from steunpunt.knowledge.queries.search_words import (
    criteria_with,
    criterion_documents,
    criterion_title,
    framework_documents,
    regulation_documents,
    regulations_touched,
    regulations_with,
)
from tests.factories.knowledge import CriterionFactory, FrameworkFactory, LevelFactory, RegulationFactory
from tests.factories.network import ThemeFactory

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()


def test_a_framework_is_found_by_summary_levels_and_source():
    framework = FrameworkFactory(
        title="Kwaliteitskader", summary="Vier waarborgen.", source="Regeling, BWBR0025839, bijlage 1"
    )
    LevelFactory(framework=framework, title="startbekwaam")

    found = list(framework_documents(None))

    assert [(one.reference, one.title, one.text) for one in found] == [
        (framework.reference, "Kwaliteitskader", "Vier waarborgen.\nstartbekwaam\nRegeling, bijlage 1")
    ]
    assert found[0].audience == (PUBLIC,)


def test_a_criterion_leads_to_its_place_on_the_page():
    framework = FrameworkFactory(slug="waarborgen")
    row = CriterionFactory(
        framework=framework, rank=Rank.ASPECT, code="2 a", title="Begeleiden", text="Iedereen oefent samen."
    )

    found = {one.reference: one for one in criterion_documents({row.public_id})}

    assert list(found) == [row.reference]
    assert (found[row.reference].title, found[row.reference].text) == ("2 a Begeleiden", "Iedereen oefent samen.")
    assert search.get("criterium").url(row) == "/kaders/waarborgen/#punt-2-a"


@pytest.mark.parametrize(
    ("said", "title", "text"),
    [
        ("Iedereen oefent samen.", "1 Iedereen oefent samen.", ""),
        ("woord " * 14 + "slot", "1 " + "woord " * 13 + "woord…", "woord " * 14 + "slot"),
    ],
)
def test_a_criterion_without_a_title_is_called_after_its_sentence(said, title, text):
    row = CriterionFactory(code="1", title="", text=said)

    document = next(iter(criterion_documents(None)))

    assert (criterion_title(row), document.title, document.text) == (title, title, text)


def test_a_regulation_is_found_by_number_summary_and_themes():
    theme = ThemeFactory(title="Bekostiging", slug="bekostiging")
    row = RegulationFactory(bwbr="BWBR0025839", summary="Wie geld krijgt.", sectors=["vo"], signed_on=date(2009, 3, 2))
    row.themes.add(theme)

    document = next(iter(regulation_documents({row.public_id})))

    assert document.text == "Wie geld krijgt.\nBWBR0025839\nwet\nBekostiging"
    assert document.facets == {"sector": ("vo",), "thema": ("bekostiging",), "jaar": ("2009",)}
    assert document.audience == (PUBLIC,)


def test_a_change_of_a_framework_has_all_criteria_looked_at_again():
    """One that was removed is known to nobody any more, so only a comparison of all of them shows that it went."""
    assert search.get("criterium").changed_by(["kader:abc"]) is None
    assert search.get("kader").changed_by(["kader:abc"]) == {"abc"}


def test_a_change_of_themes_touches_every_regulation():
    assert regulations_touched(["thema:abc"]) is None
    assert regulations_touched(["wet:abc", "kennis:def"]) == {"abc"}


def test_without_the_index_words_are_looked_for_in_the_text_too():
    row = CriterionFactory(title="", text="Iedereen oefent samen.")
    CriterionFactory()
    regulation = RegulationFactory(bwbr="BWBR0025839", title="Regeling", summary="Wie geld krijgt.")
    RegulationFactory()

    assert list(criteria_with(Criterion.objects.all(), "oefent samen")) == [row]
    assert list(regulations_with(Regulation.objects.all(), "regeling geld")) == [regulation]
    assert list(regulations_with(Regulation.objects.all(), "bwbr0025839")) == [regulation]


@pytest.mark.parametrize("count", [1, 3])
def test_cards_take_as_many_queries_for_three_as_for_one(count, django_assert_num_queries):
    frameworks = {row.public_id for row in FrameworkFactory.create_batch(count)}
    criteria = {row.public_id for row in CriterionFactory.create_batch(count)}
    regulations = {row.public_id for row in RegulationFactory.create_batch(count)}

    with django_assert_num_queries(4):
        assert len(list(search.get("kader").found(VISITOR, frameworks))) == count
        assert all(criterion_title(row) for row in search.get("criterium").found(VISITOR, criteria))
        assert not any(row.themes.all() for row in search.get("wet").found(VISITOR, regulations))
