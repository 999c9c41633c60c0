"""The example people: one click, in example mode, from this machine, and nowhere else."""

import importlib

import pytest
from django.urls import clear_url_caches, resolve
from django.utils import timezone

import steunpunt.foundation.urls
from steunpunt.foundation.access import Refusal
from steunpunt.foundation.accounts.actions import ensure_example_account
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.accounts.queries import example_people
from steunpunt.foundation.outbox.actions import post_mail
from tests.factories.foundation import EditorFactory, UserFactory

from .proving import with_app

pytestmark = pytest.mark.django_db


def _example(key: str = "vera", **facts) -> User:
    facts = {"line": "Je leest alles.", "order": 1, "at": timezone.now(), **facts}
    return ensure_example_account(f"{key}@voorbeeld.invalid", "Vera", "Voorbeeld", **facts)


def _enter(client, account, **extra):
    return client.post(f"/voorbeeld/{account.public_id}/inloggen/", **extra)


def test_page_lists_the_people_with_what_they_can_do(client):
    _example(line="Je bent redacteur en handelt verzoeken af.", staff_role="editor")

    page = client.get("/voorbeeld/").content.decode()

    assert "Vera Voorbeeld" in page
    assert "Je bent redacteur en handelt verzoeken af." in page


def test_real_accounts_are_not_listed(client):
    UserFactory(first_name="Echt", last_name="Persoon")

    assert "Echt Persoon" not in client.get("/voorbeeld/").content.decode()


def test_one_click_signs_in_second_factor_included(client):
    account = _example(staff_role="editor")

    _enter(client, account)

    assert client.get("/werklijst/").status_code == 200
    assert client.session["_auth_user_id"] == str(account.pk)


def test_one_click_changes_who_you_are(client):
    first, second = _example("een"), _example("twee")
    _enter(client, first)

    _enter(client, second)

    assert client.session["_auth_user_id"] == str(second.pk)


def test_real_account_cannot_be_entered(client):
    assert _enter(client, EditorFactory()).status_code == 404
    assert "_auth_user_id" not in client.session


def test_looking_is_not_entering(client):
    assert client.get(f"/voorbeeld/{_example().public_id}/inloggen/").status_code == 405


@pytest.mark.parametrize(
    "extra",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": "10.0.0.1"},
        {"REMOTE_ADDR": ""},
        {"REMOTE_ADDR": "::ffff:10.0.0.1"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
        {"HTTP_X_REAL_IP": "127.0.0.1"},
        {"HTTP_VIA": "1.1 proxy"},
    ],
)
def test_nobody_from_elsewhere_or_through_a_proxy(client, extra):
    account = _example()

    assert client.get("/voorbeeld/", **extra).status_code == 404
    assert client.get("/voorbeeld/post/", **extra).status_code == 404
    assert _enter(client, account, **extra).status_code == 404
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.10", "::1"])
def test_this_machine_is_let_in(client, address):
    assert client.get("/voorbeeld/", REMOTE_ADDR=address).status_code == 200


def test_without_example_mode_the_views_find_nothing(client, settings):
    account = _example()
    settings.EXAMPLE_MODE = False

    assert client.get("/voorbeeld/").status_code == 404
    assert _enter(client, account).status_code == 404


def test_without_example_mode_the_addresses_do_not_exist(settings):
    settings.EXAMPLE_MODE = False
    try:
        importlib.reload(steunpunt.foundation.urls)
        names = {entry.name for entry in steunpunt.foundation.urls.urlpatterns if hasattr(entry, "name")}
    finally:
        settings.EXAMPLE_MODE = True
        importlib.reload(steunpunt.foundation.urls)
        clear_url_caches()

    assert names & {"example_people", "example_enter", "mailbox", "mail"} == set()


def test_session_of_an_example_person_is_no_second_factor_in_production(client, settings):
    account = _example(staff_role="editor")
    _enter(client, account)
    settings.EXAMPLE_MODE = False

    assert client.get("/werklijst/").url.startswith("/account/tweede-stap/")


def test_one_click_proves_nothing_for_a_real_account(client):
    account = _example(staff_role="editor")
    _enter(client, account)
    User.objects.filter(pk=account.pk).update(is_example=False)

    assert client.get("/werklijst/").url.startswith("/account/tweede-stap/")


def test_example_person_is_made_once():
    _example(order=3)
    _example(order=1, line="Anders.")

    [row] = example_people()
    assert (row.line, row.position) == ("Anders.", 1)


def test_real_account_never_becomes_an_example():
    UserFactory(email="vera@voorbeeld.invalid")

    with pytest.raises(Refusal):
        _example()


def test_login_page_points_to_the_example_people(client):
    assert 'href="/voorbeeld/"' in client.get("/account/login/").content.decode()


def test_mailbox_shows_every_mail_newest_first(client):
    for number in (1, 2):
        post_mail(to="a@voorbeeld.invalid", subject=f"Mail {number}", text="Code 1234-5678", at=timezone.now())

    page = client.get("/voorbeeld/post/")
    first = page.context["mails"][0]

    assert [mail.subject for mail in page.context["mails"]] == ["Mail 2", "Mail 1"]
    assert "1234-5678" in client.get(f"/voorbeeld/post/{first.pk}/").content.decode()


def test_mail_that_is_not_there_is_not_found(client):
    assert client.get("/voorbeeld/post/99/").status_code == 404


def test_addresses_exist_in_example_mode():
    assert resolve("/voorbeeld/").url_name == "example_people"


def test_example_person_with_an_app_may_still_be_entered(client):
    account = _example(staff_role="editor")
    with_app(account)

    _enter(client, account)

    assert client.get("/werklijst/").status_code == 200
