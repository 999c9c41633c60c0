"""The search page without an index: everything still works, and the page says that it searches in a simple way."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from steunpunt.foundation.search.models import AskedQuestion, FrequentQuestion, FruitlessQuestion
from tests.factories.network import PartnershipFactory, SiteFactory

pytestmark = pytest.mark.django_db
SIMPLE = "We zoeken nu op een eenvoudige manier"


def titles(response):
    return [result.plain_title for result in response.context["found"].results]


def test_empty_question_asks_nothing(client):
    response = client.get("/zoeken/")

    assert (response.status_code, response.context["found"]) == (200, None)


def test_one_list_of_everything_and_the_page_says_how_it_searched(client):
    PartnershipFactory(version__name="De Brug")
    SiteFactory(version__name="Brugschool")

    response = client.get("/zoeken/", {"q": "brug"})

    assert titles(response) == ["De Brug", "Brugschool"]
    assert SIMPLE in response.text


def test_one_kind_with_its_count(client):
    PartnershipFactory(version__name="De Brug")
    SiteFactory(version__name="Brugschool")

    response = client.get("/zoeken/", {"q": "brug", "soort": "school"})

    assert titles(response) == ["Brugschool"]
    assert [(value.value, value.count) for value in response.context["found"].facets[0].values] == [
        ("school", 1),
        ("partnerschap", 1),
    ]


def test_nothing_found_says_what_to_try(client):
    text = client.get("/zoeken/", {"q": "xyzzy plugh", "soort": "school"}).text

    assert "Niets gevonden voor “xyzzy plugh”" in text
    assert 'href="/partnerschappen/"' in text
    assert 'href="?q=xyzzy"' in text
    assert 'href="?q=xyzzy+plugh"' in text


def test_results_go_on_over_pages_and_kinds(client):
    PartnershipFactory.create_batch(3, version__name="De Brug")
    SiteFactory.create_batch(12, version__name="Brugschool")

    first = client.get("/zoeken/", {"q": "brug"})
    second = client.get("/zoeken/", {"q": "brug", "pagina": 2})
    beyond = client.get("/zoeken/", {"q": "brug", "pagina": 40})

    assert titles(first) == ["De Brug"] * 3 + ["Brugschool"] * 7
    assert titles(second) == titles(beyond) == ["Brugschool"] * 5
    assert 'href="?q=brug&amp;pagina=2"' in first.text


def test_a_kind_that_does_not_exist_gives_nothing(client):
    PartnershipFactory(version__name="De Brug")

    assert client.get("/zoeken/", {"q": "brug", "soort": "winkel"}).context["found"].total == 0


@pytest.mark.parametrize(
    ("text", "postcode"), [("3511", "3511"), ("3511 AB", "3511"), ("3511ab", "3511"), ("0511", ""), ("brug 3511", "")]
)
def test_postcode_leads_to_what_is_near(client, text, postcode):
    assert client.get("/zoeken/", {"q": text}).context["postcode"] == postcode


@pytest.mark.parametrize("text", ["<script>", "' OR 1=1 --", "\x00", "%", "a" * 5000, "é" * 200])
def test_strange_words_are_only_words(client, text):
    response = client.get("/zoeken/", {"q": text, "pagina": "٣", "sector": text})

    assert response.status_code == 200
    assert "<script>alert" not in response.text
    assert len(response.context["asked"].text) <= 100


def test_search_pages_stay_out_of_search_engines(client):
    assert '<meta name="robots" content="noindex">' in client.get("/zoeken/").text


def test_search_takes_as_many_queries_for_three_as_for_one(client):
    numbers = []
    for number in (1, 2):
        PartnershipFactory.create_batch(number, version__name="De Brug")
        with CaptureQueriesContext(connection) as queries:
            client.get("/zoeken/", {"q": "brug"})
        numbers.append(len(queries))

    assert numbers[0] == numbers[1]


def test_what_is_asked_without_an_index_is_not_counted(client):
    client.get("/zoeken/", {"q": "bestaat niet"})

    assert not AskedQuestion.objects.exists()
    assert not FruitlessQuestion.objects.exists()


def test_frequent_questions_show_before_a_question(client):
    FrequentQuestion.objects.create(text="inductie & starters", askers=7)

    assert 'href="?q=inductie%20%26%20starters"' in client.get("/zoeken/").text


def test_help_while_typing_is_silent_without_an_index(client):
    response = client.get("/zoeken/suggesties/", {"q": "beg"})

    assert response.json() == {"suggesties": []}
    assert response["Cache-Control"] == "private, max-age=60"
