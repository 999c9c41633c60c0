"""The search page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.network import PartnershipFactory, SiteFactory

pytestmark = pytest.mark.django_db


def counts(client, text):
    return {group.kind: group.count for group in client.get("/zoeken/", {"q": text}).context["groups"] if group.count}


def test_empty_question_asks_nothing(client):
    response = client.get("/zoeken/")

    assert (response.status_code, response.context["groups"]) == (200, [])


def test_results_are_grouped_by_kind(client):
    PartnershipFactory(version__name="De Brug")
    SiteFactory(version__name="Brugschool")

    assert counts(client, "brug") == {"partnerschap": 1, "school": 1}


def test_nothing_found_says_what_to_try(client):
    text = client.get("/zoeken/", {"q": "xyzzy"}).text

    assert "Niets gevonden voor “xyzzy”" in text
    assert 'href="/partnerschappen/"' in text


def test_few_of_each_kind_and_the_rest_on_pages(client):
    SiteFactory.create_batch(30, version__name="Brugschool")

    groups = {group.kind: group for group in client.get("/zoeken/", {"q": "brug"}).context["groups"]}
    assert (len(groups["school"].few), groups["school"].more) == (5, 25)
    second = client.get("/zoeken/", {"q": "brug", "soort": "school", "pagina": 2})
    assert len(second.context["page"].object_list) == 5


def test_kind_that_does_not_exist_shows_all(client):
    PartnershipFactory(version__name="De Brug")

    assert client.get("/zoeken/", {"q": "brug", "soort": "winkel"}).context["chosen"] is None


@pytest.mark.parametrize(
    ("text", "postcode"), [("3511", "3511"), ("3511 AB", "3511"), ("3511ab", "3511"), ("0511", ""), ("brug 3511", "")]
)
def test_postcode_leads_to_what_is_near(client, text, postcode):
    assert client.get("/zoeken/", {"q": text}).context["postcode"] == postcode


@pytest.mark.parametrize("text", ["<script>", "' OR 1=1 --", "\x00", "%", "a" * 5000, "é" * 200])
def test_strange_words_are_only_words(client, text):
    response = client.get("/zoeken/", {"q": text})

    assert response.status_code == 200
    assert "<script>alert" not in response.text
    assert len(response.context["text"]) <= 100


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
