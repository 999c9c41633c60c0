"""Saying that another item took this one's place."""

import pytest

from steunpunt.knowledge.models import Audience, ItemState
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import KnowledgeItemFactory
from tests.knowledge.making import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(client):
    """A published item whose author is signed in."""
    actor = member_of()
    client.force_login(actor.account)
    return KnowledgeItemFactory(author=actor.account, version__title="Startgesprek")


def address(item, rest=""):
    return f"/kennisbank/mijn/{item.public_id}/vervangen/{rest}"


def text_of(response):
    return " ".join(response.content.decode().split())


def test_words_then_a_choice_then_readers_are_sent_on(client, item):
    newer = KnowledgeItemFactory(version__title="Startgesprek in drie vragen")
    question = f"{address(item)}?zoek=drie+vragen"
    found = text_of(client.get(question))

    answer = client.post(question, {"successor": newer.public_id, "revision": item.revision}, follow=True)

    item.refresh_from_db()
    assert "Startgesprek in drie vragen" in found
    assert item.replaced_by == newer
    assert "Lezers zien nu waar de nieuwere bijdrage staat." in text_of(answer)
    page = text_of(client.get(f"/kennisbank/{item.slug}/"))
    assert f'<a href="/kennisbank/{newer.slug}/">Startgesprek in drie vragen</a>' in page


def test_it_is_taken_back(client, item):
    item.replaced_by = KnowledgeItemFactory(version__title="Startgesprek in drie vragen")
    item.save()
    before = text_of(client.get(address(item)))

    answer = client.post(address(item, "terug/"), follow=True)
    client.post(address(item, "terug/"))

    item.refresh_from_db()
    assert "Startgesprek in drie vragen" in before
    assert item.replaced_by is None
    assert "Teruggedraaid." in text_of(answer)


def test_without_words_there_is_nothing_to_choose_and_with_others_that_is_said(client, item):
    KnowledgeItemFactory(version__title="Geheim startgesprek", audience=Audience.STAFF)

    assert 'name="successor"' not in text_of(client.get(address(item)))
    page = text_of(client.get(f"{address(item)}?zoek=geheim"))
    assert "Niets gevonden voor “geheim”." in page
    assert "Geheim startgesprek" not in page


def test_choosing_nothing_is_told(client, item):
    KnowledgeItemFactory(version__title="Startgesprek in drie vragen")

    answer = client.post(f"{address(item)}?zoek=vragen", {"revision": item.revision})

    assert answer.status_code == 422
    assert "Kies een regel uit de lijst." in text_of(answer)


def test_who_looked_at_an_older_state_is_told(client, item):
    newer = KnowledgeItemFactory(version__title="Startgesprek in drie vragen")
    client.post(f"{address(item)}?zoek=vragen", {"successor": newer.public_id, "revision": item.revision})

    answer = client.post(f"{address(item)}?zoek=vragen", {"successor": newer.public_id, "revision": item.revision})

    assert answer.status_code == 422
    assert "Iemand anders heeft dit gewijzigd" in text_of(answer)


def test_a_draft_is_not_replaced(client, item):
    draft = KnowledgeItemFactory(author=item.author, state=ItemState.DRAFT)

    assert client.get(address(draft)).status_code == 403


@pytest.mark.parametrize("rest", ["", "terug/"])
def test_a_stranger_finds_no_form(client, item, rest):
    client.force_login(UserFactory())

    assert client.post(address(item, rest)).status_code == 404
    item.refresh_from_db()
    assert item.replaced_by is None
