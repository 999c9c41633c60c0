"""The editors' pages: what waits, the conversation, publishing and withdrawing."""

import pytest

from steunpunt.knowledge.actions.items import begin_item, submit
from steunpunt.knowledge.models import ItemState
from tests.factories.foundation import UserFactory, sign_in_staff
from tests.factories.knowledge import KnowledgeItemFactory
from tests.knowledge.making import NOW, facts, member_of

pytestmark = pytest.mark.django_db


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def author():
    return member_of()


@pytest.fixture
def waiting(author):
    item = begin_item(facts(), by=author, at=NOW)
    submit(item, by=author, at=NOW)
    return item


def test_the_queue_is_for_staff(client, waiting):
    client.force_login(UserFactory())
    assert client.get("/kennisbank/redactie/").status_code == 403
    sign_in_staff(client)

    assert "Startgesprek" in text_of(client.get("/kennisbank/redactie/"))


def test_an_editor_asks_and_the_author_answers(client, waiting, author):
    sign_in_staff(client)
    client.post(f"/kennisbank/mijn/{waiting.public_id}/lezen/", {"text": "Welk leerjaar?", "deed": ""})
    client.force_login(author.account)

    client.post(f"/kennisbank/mijn/{waiting.public_id}/lezen/", {"text": "Leerjaar twee.", "deed": ""})

    page = text_of(client.get(f"/kennisbank/mijn/{waiting.public_id}/lezen/"))
    assert "Welk leerjaar?" in page
    assert "Leerjaar twee." in page
    assert "Publiceer" not in page


def test_an_editor_publishes(client, waiting):
    sign_in_staff(client)

    client.post(f"/kennisbank/mijn/{waiting.public_id}/lezen/", {"text": "", "deed": "publiceren"})

    assert client.get(f"/kennisbank/{waiting.slug}/").status_code == 200


def test_giving_back_without_a_reason_is_told_at_the_field(client, waiting):
    sign_in_staff(client)

    answer = client.post(f"/kennisbank/mijn/{waiting.public_id}/lezen/", {"text": "", "deed": "terug"})

    assert answer.status_code == 422
    assert "Schrijf wat er anders moet." in text_of(answer)


def test_withdrawing_and_bringing_back(client, author):
    item = KnowledgeItemFactory(author=author.account)
    client.force_login(author.account)
    client.post(f"/kennisbank/mijn/{item.public_id}/intrekken/", {"reason": "Achterhaald"})
    item.refresh_from_db()
    assert item.state == ItemState.WITHDRAWN
    sign_in_staff(client)

    client.post(f"/kennisbank/mijn/{item.public_id}/terugzetten/", {})

    item.refresh_from_db()
    assert item.state == ItemState.PUBLISHED


def test_the_author_says_that_it_still_holds(client, author):
    item = KnowledgeItemFactory(author=author.account, reminded_on=NOW.date())
    client.force_login(author.account)

    client.post(f"/kennisbank/mijn/{item.public_id}/klopt-nog/")

    item.refresh_from_db()
    assert item.reminded_on is None
