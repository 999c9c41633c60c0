"""The news as a feed."""

from datetime import date
from xml.etree import ElementTree

import pytest

from tests.factories.portal import news

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages")]
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client):
    response = client.get("/nieuws/atom.xml")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def test_latest_news_comes_first_with_its_sectors(client):
    news("Nieuwste", on=date(2026, 11, 20), sectors=["vo"])

    entry = feed(client).find(f"{ATOM}entry")

    assert entry.find(f"{ATOM}title").text == "Nieuwste"
    assert entry.find(f"{ATOM}category").get("term") == "vo"
    assert entry.find(f"{ATOM}link").get("href").endswith("/nieuws/nieuwste/")


def test_example_says_so_in_its_title(client, settings):
    assert "voorbeeld" in feed(client).find(f"{ATOM}title").text
    settings.EXAMPLE_MODE = False
    assert "voorbeeld" not in feed(client).find(f"{ATOM}title").text


def test_news_that_is_not_published_is_left_out(client):
    news("Nog niet").unpublish()

    assert "Nog niet" not in [entry.find(f"{ATOM}title").text for entry in feed(client).findall(f"{ATOM}entry")]
