"""The latest questions of a reader: in the own browser, or with the session of an account."""

import pytest

from tests.factories.foundation import UserFactory

pytestmark = pytest.mark.django_db


def test_visitor_keeps_the_latest_questions_in_the_own_browser_and_can_erase_them(client):
    for text in ("inductie", "begeleiding", "Inductie"):
        client.get("/zoeken/", {"q": text})

    assert client.get("/zoeken/").context["recent"] == ["Inductie", "begeleiding"]
    assert client.cookies["zoekvragen"]["path"] == "/zoeken/"
    assert "sessionid" not in client.cookies

    assert client.post("/zoeken/wissen/").status_code == 302
    assert client.get("/zoeken/").context["recent"] == []


def test_questions_of_an_account_go_with_its_session(client):
    account = UserFactory()
    client.force_login(account)
    client.get("/zoeken/", {"q": "inductie"})

    assert client.get("/zoeken/").context["recent"] == ["inductie"]
    client.logout()
    assert client.get("/zoeken/").context["recent"] == []


def test_broken_cookie_is_no_trouble(client):
    client.cookies["zoekvragen"] = "%7B%22a%22"

    assert client.get("/zoeken/").context["recent"] == []


def test_five_are_kept_and_a_filter_is_no_question(client):
    for number in range(7):
        client.get("/zoeken/", {"q": f"vraag {number}"})
    client.get("/zoeken/", {"q": "gefilterd", "soort": "school"})

    assert client.get("/zoeken/").context["recent"] == [f"vraag {number}" for number in (6, 5, 4, 3, 2)]
