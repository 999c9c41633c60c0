"""What is new as Atom feeds."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest

from tests.factories.knowledge import MOMENT, KnowledgeItemFactory
from tests.factories.network import ThemeFactory

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client, path):
    response = client.get(path)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert not response.cookies
    return ElementTree.fromstring(response.content)


def titles(found):
    return [entry.findtext(f"{ATOM}title") for entry in found.findall(f"{ATOM}entry")]


def test_newest_comes_first_with_its_words(client, settings):
    KnowledgeItemFactory(version__title="Oud")
    new = KnowledgeItemFactory(version__title="Nieuw", version__sectors=["vo"])
    type(new).objects.filter(pk=new.pk).update(published_at=MOMENT + timedelta(days=1))

    found = feed(client, "/kennisbank/nieuw.atom")

    assert titles(found) == ["Nieuw", "Oud"]
    entry = found.find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link").get("href") == f"{settings.BASE_URL}/kennisbank/{new.slug}/"
    assert "vo" in [one.get("term") for one in entry.findall(f"{ATOM}category")]
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Steunpunt Opleidingsscholen"


def test_theme_has_its_own_feed(client):
    above = ThemeFactory(slug="begeleiden", title="Begeleiden")
    KnowledgeItemFactory(version__title="Wel", version__themes=[ThemeFactory(parent=above)])
    KnowledgeItemFactory(version__title="Niet")

    found = feed(client, "/thema/begeleiden/kennis.atom")

    assert titles(found) == ["Wel"]
    assert "Begeleiden" in found.findtext(f"{ATOM}title")
    assert client.get("/thema/nergens/kennis.atom").status_code == 404


def test_example_says_so_in_title_of_feed_and_entry(client, settings):
    KnowledgeItemFactory(version__title="Start", is_example=True)

    found = feed(client, "/kennisbank/nieuw.atom")
    assert titles(found) == ["Voorbeeld: Start"]
    assert "(voorbeeld)" in found.findtext(f"{ATOM}title")
    settings.EXAMPLE_MODE = False
    assert "(voorbeeld)" not in feed(client, "/kennisbank/nieuw.atom").findtext(f"{ATOM}title")


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_is_fixed(client, number, django_assert_max_num_queries):
    KnowledgeItemFactory.create_batch(number)
    client.get("/kennisbank/nieuw.atom")

    with django_assert_max_num_queries(8):
        client.get("/kennisbank/nieuw.atom")
