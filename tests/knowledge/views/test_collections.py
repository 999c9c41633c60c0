"""Collections as pages: whole requests of readers, strangers and whoever tends one."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Audience, CollectedItem, Collection
from steunpunt.knowledge.queries.collections import own_collections
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.knowledge_use import CollectedItemFactory, CollectionFactory

pytestmark = pytest.mark.django_db
BASE = "/kennisbank/verzamelingen/"


@pytest.fixture
def account(client):
    account = UserFactory()
    client.force_login(account)
    return account


@pytest.fixture
def mine(account):
    return CollectionFactory(account=account, title="Beginnen")


def text_of(response):
    return " ".join(response.content.decode().split())


def test_a_visitor_reads_what_is_public_and_no_more(client):
    entry = CollectedItemFactory(collection__is_public=True, note="Begin hier.", item__version__title="Startgesprek")
    hidden = KnowledgeItemFactory(audience=Audience.MEMBERS, version__title="Geheimtaal")
    CollectedItemFactory(collection=entry.collection, item=hidden, note="Stille zin")
    private = CollectionFactory(title="Alleen van mij")

    shelf, page = text_of(client.get(BASE)), text_of(client.get(f"{BASE}{entry.collection.public_id}/"))

    assert "1 bijdrage" in shelf
    assert "Alleen van mij" not in shelf
    assert "Begin hier." in page
    assert "Startgesprek" in page
    assert "Geheimtaal" not in page
    assert "Stille zin" not in page
    assert client.get(f"{BASE}{private.public_id}/").status_code == 404
    assert client.get(f"{BASE}{entry.collection.public_id}/wijzigen/").status_code == 302


def test_empty_list_says_what_to_do(client):
    assert "Begin met drie bijdragen" in text_of(client.get(BASE))


def test_making_one(client, account):
    answer = client.post(f"{BASE}nieuw/", {"title": "Beginnen"})

    made = Collection.objects.get()
    assert answer["Location"] == f"{BASE}{made.public_id}/"
    assert "Hier staat nog niets" in text_of(client.get(answer["Location"]))
    assert client.post(f"{BASE}nieuw/", {"title": ""}).status_code == 422


def test_an_item_goes_in_from_its_own_page(client, account, mine):
    item = KnowledgeItemFactory(slug="gesprek")
    assert "In een verzameling" in text_of(client.get("/kennisbank/gesprek/"))

    answer = client.post("/kennisbank/gesprek/verzamelen/", {"collection": mine.pk, "note": "Begin hier."})
    assert answer["Location"] == f"{BASE}{mine.public_id}/"
    client.post("/kennisbank/gesprek/verzamelen/", {"title": "Nog een"})

    assert list(mine.entries.values_list("item", "note")) == [(item.pk, "Begin hier.")]
    assert own_collections(Actor.of(account)).count() == 2
    assert "Staat in deze verzamelingen" in text_of(client.get("/kennisbank/gesprek/"))
    assert client.post("/kennisbank/niets/verzamelen/", {}).status_code == 404


def test_tending_it(client, mine):
    first, second = CollectedItemFactory.create_batch(2, collection=mine)
    address = f"{BASE}{mine.public_id}/"

    client.post(f"{address}{second.item.public_id}/", {"deed": "omhoog", "note": "Eerst dit."})
    client.post(f"{address}{first.item.public_id}/", {"note": "Daarna dit."})
    client.post(f"{address}wijzigen/", {"title": "Beter", "intro": "", "revision": ""})

    mine.refresh_from_db()
    assert mine.title == "Beter"
    assert list(mine.entries.order_by("place").values_list("pk", "note")) == [
        (second.pk, "Eerst dit."),
        (first.pk, "Daarna dit."),
    ]
    client.post(f"{address}{first.item.public_id}/", {"deed": "weg"})
    assert CollectedItem.objects.get() == second
    assert client.post(f"{address}{first.item.public_id}/", {"deed": "weg"}).status_code == 404
    assert "Houd de zin" in text_of(client.post(f"{address}{second.item.public_id}/", {"note": "x" * 301}, follow=True))


def test_removing_it_asks_once_more(client, mine):
    address = f"{BASE}{mine.public_id}/weghalen/"

    assert "blijven in de kennisbank" in text_of(client.get(address))
    assert client.post(address)["Location"] == BASE
    assert not Collection.objects.exists()


def test_somebody_elses_cannot_be_touched(client, account):
    public = CollectedItemFactory(collection__is_public=True)
    address = f"{BASE}{public.collection.public_id}/"

    assert client.get(f"{address}wijzigen/").status_code == 403
    assert client.post(f"{address}{public.item.public_id}/", {"deed": "weg"}).status_code == 403
    assert client.post(f"{address}weghalen/").status_code == 403
    assert CollectedItem.objects.exists()


def test_own_page_leads_to_them(client, mine):
    assert "Beginnen" in text_of(client.get("/mijn/"))
