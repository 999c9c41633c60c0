"""Keeping at hand and following, on the pages and from a mail."""

import pytest

from steunpunt.knowledge.actions.following import stop_address
from steunpunt.knowledge.models import Audience, Bookmark, ThemeFollow
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.knowledge_use import BookmarkFactory, ThemeFollowFactory
from tests.factories.network import ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(client):
    account = UserFactory()
    client.force_login(account)
    return account


@pytest.fixture
def item():
    return KnowledgeItemFactory(slug="gesprek", version__title="Startgesprek")


@pytest.fixture
def theme():
    return ThemeFactory(slug="begeleiden", title="Begeleiden")


def text_of(response):
    return " ".join(response.content.decode().split())


def test_an_item_is_kept_and_dropped(client, account, item):
    answer = client.post("/kennisbank/gesprek/bewaren/")
    assert answer["Location"] == "/kennisbank/gesprek/"
    assert Bookmark.objects.get().account == account

    client.post("/kennisbank/gesprek/bewaren/", {"deed": "uit"})

    assert not Bookmark.objects.exists()


def test_whoever_signs_in_first_comes_back_to_the_item(client, item):
    assert client.post("/kennisbank/gesprek/bewaren/")["Location"].endswith("next=/kennisbank/gesprek/bewaren/")
    client.force_login(UserFactory())

    assert client.get("/kennisbank/gesprek/bewaren/")["Location"] == "/kennisbank/gesprek/"
    assert not Bookmark.objects.exists()


def test_what_is_hidden_is_not_found(client, account):
    KnowledgeItemFactory(slug="geheim", audience=Audience.MEMBERS)

    assert client.post("/kennisbank/geheim/bewaren/").status_code == 404
    assert client.post("/thema/niets/volgen/").status_code == 404


def test_a_theme_is_followed_from_its_page(client, account, theme):
    assert "Volg dit thema" in text_of(client.get("/thema/begeleiden/"))

    answer = client.post("/thema/begeleiden/volgen/")

    assert answer["Location"] == "/thema/begeleiden/"
    assert "Volg niet meer" in text_of(client.get("/thema/begeleiden/"))
    client.post("/thema/begeleiden/volgen/", {"deed": "uit"})
    assert not ThemeFollow.objects.exists()


def test_a_visitor_sees_the_button_and_signs_in(client, theme):
    assert "Volg dit thema" in text_of(client.get("/thema/begeleiden/"))
    assert client.post("/thema/begeleiden/volgen/").status_code == 302
    assert not ThemeFollow.objects.exists()


def test_own_page_lists_both_and_stops_them(client, account, item, theme):
    assert "Je bewaarde nog niets" in text_of(client.get("/mijn/"))
    BookmarkFactory(account=account, item=item)
    ThemeFollowFactory(account=account, theme=theme)
    BookmarkFactory(item=KnowledgeItemFactory(version__title="Van een ander"))

    page = text_of(client.get("/mijn/"))

    assert "Startgesprek" in page
    assert "Begeleiden" in page
    assert "Van een ander" not in page
    stopped = {"deed": "uit", "terug": "mijn"}
    assert client.post("/kennisbank/gesprek/bewaren/", stopped)["Location"] == "/mijn/"
    assert client.post("/thema/begeleiden/volgen/", stopped)["Location"] == "/mijn/"
    assert "Je bewaarde nog niets" in text_of(client.get("/mijn/"))


def test_the_link_in_a_mail_asks_once_more_and_stops(client, theme):
    follow = ThemeFollowFactory(theme=theme)
    address = stop_address(follow)

    assert "‘Begeleiden’" in text_of(client.get(address))
    assert ThemeFollow.objects.exists()
    assert client.post(address)["Location"] == "/thema/begeleiden/"
    assert not ThemeFollow.objects.exists()
    assert "al geen mail meer" in text_of(client.get(address))


def test_a_made_up_link_is_not_found(client):
    assert client.get("/thema/volgen/stoppen/verzonnen/").status_code == 404
