"""The search page with its index: ranked, narrowed, counted, and never more than the reader may see."""

import shutil
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from steunpunt.foundation.search.actions import build_index
from steunpunt.foundation.search.asking import the_index
from steunpunt.foundation.search.documents import Document
from steunpunt.foundation.search.models import AskedQuestion, FruitlessQuestion
from tests.factories.knowledge import CriterionFactory, RegulationFactory
from tests.factories.network import PartnershipFactory, SiteFactory, ThemeFactory, coordinator_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index_folder")]
AT = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def bridges():
    """Two schools and a partnership about one word."""
    rows = [
        PartnershipFactory(version__name="De Brug", version__sectors=["vo"]),
        SiteFactory(version__name="Brugschool", code="04DE01"),
        SiteFactory(version__name="Brugcollege", version__sector="vo"),
    ]
    build_index(at=AT)
    return rows


def asked(client, **question):
    return client.get("/zoeken/", question).context["found"]


def values(found, code):
    return {one.value: one.count for facet in found.facets if facet.code == code for one in facet.values}


def test_one_ranked_list_with_marks_and_counts(client, bridges):
    response = client.get("/zoeken/", {"q": "brug"})
    found = response.context["found"]

    assert not found.is_simple
    assert found.results[0].plain_title == "De Brug"
    assert "De <mark>Brug</mark></a>" in response.text
    assert values(found, "soort") == {"partnerschap": 1, "school": 2}
    assert values(found, "sector") == {"po": 1, "vo": 2}


def test_filters_narrow_and_can_be_let_go(client, bridges):
    response = client.get("/zoeken/", {"q": "brug", "sector": "vo", "soort": "school"})

    assert [one.plain_title for one in response.context["found"].results] == ["Brugcollege"]
    assert 'href="?q=brug&amp;soort=school"' in response.text
    assert "Sector: voortgezet onderwijs" in response.text


@pytest.mark.parametrize("code", ["04DE01", "04de01", "04DE"])
def test_a_code_finds_its_school_first(client, bridges, code):
    assert asked(client, q=code).results[0].plain_title == "Brugschool"


def test_a_point_of_a_framework_is_a_result_that_leads_to_its_place(client):
    row = CriterionFactory(framework__slug="waarborgen", framework__title="Vier waarborgen", code="2", text="Borging.")
    build_index(at=AT)

    page = client.get("/zoeken/", {"q": "borging"}).text

    assert f'<a href="/kaders/waarborgen/#punt-2">2 {row.title}</a>' in page
    assert "Vier waarborgen" in page


@pytest.mark.parametrize("text", ["BWBR0025839", "bwbr0025839", "tegemoetkoming", "opleidingsschool geld"])
def test_a_regulation_is_found_by_number_title_and_summary(client, text):
    RegulationFactory(bwbr="BWBR0025839", title="Regeling tegemoetkoming", summary="Een opleidingsschool krijgt geld.")
    RegulationFactory(bwbr="BWBR0018692", title="Besluit", summary="Wat een leraar kan.")
    build_index(at=AT)

    page = client.get("/zoeken/", {"q": text})

    assert page.context["found"].results[0].url == "/regelingen/BWBR0025839/"
    assert '<span class="no-hyphens">BWBR0025839</span>' in page.text


def test_mistyped_word_is_mended(client, bridges):
    ThemeFactory(title="Begeleiding")
    build_index(at=AT)

    response = client.get("/zoeken/", {"q": "begeleidign"})

    assert response.context["found"].did_you_mean == "begeleiding"
    assert 'href="?q=begeleiding"' in response.text


def test_what_is_for_members_shows_to_nobody_else_in_any_way(client, bridges):
    partnership = bridges[0]
    secret = Document(
        "partnerschap:geheim", "Brugdocument", "brug kwaliteitsrapportage", ("members",), {"sector": ("mbo",)}
    )
    the_index().write([secret])

    found = asked(client, q="brug")
    assert found.total == 3
    assert "mbo" not in values(found, "sector")
    assert asked(client, q="kwaliteitsrapportage").total == 0
    assert client.get("/zoeken/suggesties/", {"q": "kwaliteitsr"}).json() == {"suggesties": []}

    client.force_login(coordinator_of(partnership).account)
    assert asked(client, q="brug").total == 4


def test_a_hit_that_the_room_no_longer_shows_leaves_no_trace_but_the_count(client, bridges):
    the_index().write([Document("school:weg", "Brug weg", "brug")])

    response = client.get("/zoeken/", {"q": "brug"})

    assert "Brug weg" not in response.text


def test_questions_are_counted_once_per_asker_and_only_when_fresh(client, bridges):
    for question in ({"q": "Brug"}, {"q": "brug"}, {"q": "brug", "sector": "vo"}, {"q": "xyzzyplugh"}):
        client.get("/zoeken/", question)

    assert [row.text for row in AskedQuestion.objects.all()] == ["brug"]
    assert [(row.text, row.count) for row in FruitlessQuestion.objects.all()] == [("xyzzyplugh", 1)]


def test_help_while_typing(client, bridges):
    found = client.get("/zoeken/suggesties/", {"q": "brugsc"}).json()["suggesties"]

    assert any("brugschool" in one.lower() for one in found)


def test_page_beyond_the_last_is_the_last(client):
    SiteFactory.create_batch(12, version__name="Brugschool")
    build_index(at=AT)

    found = asked(client, q="brugschool", pagina=9)

    assert (found.page, len(found.results), found.total) == (2, 2, 12)


def test_without_the_folder_the_page_still_answers(client, bridges, index_folder):
    shutil.rmtree(index_folder)

    found = asked(client, q="brug")

    assert (found.is_simple, found.total) == (True, 3)


def test_as_many_queries_for_three_results_as_for_one(client):
    numbers = []
    for number in (1, 2):
        PartnershipFactory.create_batch(number, version__name="De Brug")
        build_index(at=AT)
        client.get("/zoeken/", {"q": "brug"})
        with CaptureQueriesContext(connection) as queries:
            client.get("/zoeken/", {"q": "brug"})
        numbers.append(len(queries))

    assert numbers[0] == numbers[1]
