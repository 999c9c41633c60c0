"""One's own page: name, data, leaving elsewhere, erasing."""

import json

import pytest
from django.test import Client

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.boards import panels
from steunpunt.foundation.ledger.models import LedgerEntry
from tests.factories.foundation import ProjectLeaderFactory, UserFactory, WorkItemFactory

from .proving import sign_in, with_app

pytestmark = pytest.mark.django_db


def test_page_sends_a_visitor_to_the_sign_in(client):
    assert client.get("/mijn/").url == "/account/login/?next=/mijn/"


def test_page_tells_who_i_am_and_what_i_asked(client):
    account = UserFactory()
    WorkItemFactory(opened_by=f"account:{account.public_id}", title="Verbetering van het adres")
    WorkItemFactory(title="Van een ander")
    sign_in(client, account)

    page = client.get("/mijn/").content.decode()

    assert account.email in page
    assert "Verbetering van het adres" in page
    assert "Van een ander" not in page


def test_name_changes_and_the_ledger_keeps_only_that(client):
    account = UserFactory()
    sign_in(client, account)

    client.post("/mijn/naam/", {"first_name": "Anne", "last_name": "de Vries"})

    assert User.objects.get(pk=account.pk).name == "Anne de Vries"
    assert LedgerEntry.objects.get(deed="account-name-changed").changes == {"voornaam": None, "achternaam": None}


def test_download_holds_everything_that_is_pinned(client):
    account = UserFactory()
    sign_in(client, account)

    answer = client.get("/mijn/gegevens/")

    held = json.loads(answer.content)["gegevens"]
    assert answer["Content-Disposition"] == 'attachment; filename="mijn-gegevens.json"'
    assert held["Account"][0]["e-mailadres"] == account.email
    assert held["E-mailadressen"] == [{"e-mailadres": account.email, "bevestigd": True, "gebruikt": True}]
    assert held["Mail"][0]["onderwerp"] == "Je code om in te loggen"


def test_download_never_holds_a_secret(client):
    account = UserFactory()
    secret = with_app(account)
    sign_in(client, account, secret)

    assert secret not in client.get("/mijn/gegevens/").content.decode()


def test_leaving_elsewhere_ends_other_sessions_and_keeps_this_one(client):
    account, other = UserFactory(), Client()
    sign_in(client, account)
    sign_in(other, account)

    client.post("/mijn/uitloggen-elders/")

    assert client.get("/mijn/").status_code == 200
    assert other.get("/mijn/").status_code == 302


def test_erasing_asks_first(client):
    account = UserFactory()
    sign_in(client, account)

    answer = client.post("/mijn/wissen/")

    assert answer.status_code == 422
    assert User.objects.filter(pk=account.pk).exists()


def test_erasing_removes_the_account_and_signs_out(client):
    account = UserFactory()
    sign_in(client, account)

    answer = client.post("/mijn/wissen/", {"sure": "on"})

    assert answer.url == "/"
    assert not User.objects.filter(pk=account.pk).exists()
    assert client.get("/mijn/").status_code == 302


def test_last_project_leader_is_told_why_erasing_cannot_be(client):
    account = ProjectLeaderFactory()
    sign_in(client, account, with_app(account))

    answer = client.post("/mijn/wissen/", {"sure": "on"})

    assert "Je bent de laatste projectleider" in answer.content.decode()
    assert User.objects.filter(pk=account.pk).exists()


def test_page_shows_what_rooms_pinned_for_accounts_only(client):
    sign_in(client, UserFactory())

    shown = {panel["code"] for panel in client.get("/mijn/").context["panels"]}

    assert {"rollen", "zoekvragen"} <= shown <= {pin.code for pin in panels if pin.subject is User}
