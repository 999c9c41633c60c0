"""Whatever happens to the index: the page finds by titles, says so, and the worker mends it."""

from datetime import UTC, datetime

import pytest

from steunpunt.foundation.search import jobs, meaning
from steunpunt.foundation.search.actions import build_index
from steunpunt.foundation.search.asking import _opened
from tests.factories.network import PartnershipFactory
from tests.factories.search import WRECKS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index_folder")]
AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
SIMPLE = "We zoeken nu op een eenvoudige manier"


def asked(client, **question):
    return client.get("/zoeken/", question).context["found"]


@pytest.fixture
def bridge():
    PartnershipFactory(version__name="De Brug")
    build_index(at=AT)


@pytest.mark.parametrize("wreck", WRECKS)
def test_page_goes_on_says_how_it_searched_and_is_mended_by_the_worker(client, bridge, index_folder, wreck):
    assert SIMPLE not in client.get("/zoeken/", {"q": "brug"}).text
    wreck(index_folder)
    _opened.cache_clear()

    broken = client.get("/zoeken/", {"q": "brug"})

    assert (broken.status_code, SIMPLE in broken.text) == (200, True)
    assert "De Brug" in broken.text
    assert client.get("/zoeken/suggesties/", {"q": "bru"}).json() == {"suggesties": []}
    jobs.keep_ready.call()
    assert SIMPLE not in client.get("/zoeken/", {"q": "brug"}).text
    assert [one.plain_title for one in asked(client, q="brug").results] == ["De Brug"]


def test_folder_that_goes_away_under_a_running_site(client, bridge, index_folder):
    assert not asked(client, q="brug").is_simple
    WRECKS[0](index_folder)

    assert asked(client, q="brug").is_simple


def test_without_the_model_words_answer_and_nothing_is_missing(client, bridge, monkeypatch):
    monkeypatch.setattr(meaning, "available", lambda: False)
    jobs.learn.call()

    found = asked(client, q="brug")

    assert not found.is_simple
    assert [one.plain_title for one in found.results] == ["De Brug"]
