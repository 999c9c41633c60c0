"""The stream as a feed, as a reader of feeds sees it."""

import pytest
from lxml import etree

from tests.factories.knowledge import BulletinFactory, SenderFactory
from tests.factories.network import RoleFactory

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def read(client, query=""):
    answer = client.get(f"/berichten/atom.xml{query}")
    assert answer["Content-Type"].startswith("application/atom+xml")
    return etree.fromstring(answer.content)


def titles(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


def test_an_entry_says_who_what_when_and_where_it_stands(client):
    role = RoleFactory(title="bestuurder")
    kept = BulletinFactory(title="Vaste voet", sender=SenderFactory(name="DUO"), sectors=["vo"], roles=[role])
    BulletinFactory(source="Nieuwsbrief", sender=SenderFactory(name="VO-raad"), sectors=["po"], roles=[role], into=kept)

    (entry,) = read(client).iter(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}title") == "Vaste voet"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "DUO, VO-raad"
    assert entry.find(f"{ATOM}link").get("href").endswith(f"/berichten/{kept.slug}/")
    assert [one.get("term") for one in entry.iter(f"{ATOM}category")] == ["po", "vo", "bestuurder"]
    summary = entry.findtext(f"{ATOM}summary")
    assert all(words in summary for words in (kept.text, "1 augustus 2026", "Bron: Staatscourant", "Bron: Nieuwsbrief"))


def test_the_address_keeps_the_filter(client):
    BulletinFactory(title="Voor vo", sectors=["vo"])
    BulletinFactory(title="Voor po", sectors=["po"])

    feed = read(client, "?sector=vo")

    assert titles(feed) == ["Voor vo"]
    assert feed.findtext(f"{ATOM}title").endswith(": vo")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"].endswith("/berichten/atom.xml?sector=vo")
    assert links["alternate"].endswith("/berichten/?sector=vo")


def test_who_is_signed_in_reads_the_same(client):
    BulletinFactory(title="Voor po", sectors=["po"])

    assert titles(read(client, "?voor=mij")) == titles(read(client)) == ["Voor po"]


def test_an_empty_feed_is_a_feed(client):
    assert titles(read(client, "?rol=niemand&thema=niets")) == []


@pytest.mark.parametrize("query", ["q=a%01b", "rol=a%0Bb", "q=%00"])
def test_nothing_odd_in_the_address_breaks_it(client, query):
    assert client.get(f"/berichten/atom.xml?{query}").status_code == 200


def test_what_does_not_fit_in_a_feed_is_left_out_and_signs_stay_text(client):
    BulletinFactory(title="Groe\x0bpen", text="Minder dan < 12 leerlingen.\n\nDaarna niet.", source="Staats\x0bcourant")

    text = client.get("/berichten/atom.xml").text

    assert "Groepen" in text
    assert "&lt;p&gt;Minder dan &amp;lt; 12 leerlingen.&lt;/p&gt;" in text
