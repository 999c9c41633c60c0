"""Signing in as people do: a code by mail, then the app when there is one."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.outbox.models import Mail
from tests.factories.foundation import UserFactory

from .proving import mailed_code, proved, sign_in, with_app

pytestmark = pytest.mark.django_db


def test_code_by_mail_signs_in(client):
    account = proved(UserFactory())

    client.post("/account/login/", {"login": account.email})
    answer = client.post("/account/login/code/confirm/", {"code": mailed_code(account.email)})

    assert (answer.status_code, answer.url) == (302, "/mijn/")
    assert client.session["_auth_user_id"] == str(account.pk)


def test_mail_with_the_code_waits_in_the_outbox_in_dutch(client):
    account = proved(UserFactory())

    client.post("/account/login/", {"login": account.email})

    mail = Mail.objects.get(to=account.email)
    assert mail.subject == "Je code om in te loggen"
    assert "Hij werkt een kwartier" in mail.text


def test_wrong_code_is_told_in_dutch_and_signs_nobody_in(client):
    account = proved(UserFactory())
    client.post("/account/login/", {"login": account.email})

    answer = client.post("/account/login/code/confirm/", {"code": "0000-0000"})

    assert "Deze code klopt niet" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_unknown_address_gets_the_same_page_and_a_mail_that_says_so(client):
    known = proved(UserFactory())
    first = client.post("/account/login/", {"login": known.email})
    second = Client().post("/account/login/", {"login": "niemand@voorbeeld.invalid"})

    assert first.url == second.url
    assert Mail.objects.get(to="niemand@voorbeeld.invalid").subject == "Er is nog geen account met dit adres"


def test_login_page_asks_for_no_password(client):
    page = client.get("/account/login/").content.decode()

    assert 'type="password"' not in page


def test_signing_up_needs_an_address_and_the_code(client):
    client.post("/account/signup/", {"email": "Nieuw@voorbeeld.invalid"})
    client.post("/account/confirm-email/", {"code": mailed_code("nieuw@voorbeeld.invalid")})

    account = User.objects.get(email="nieuw@voorbeeld.invalid")
    assert client.session["_auth_user_id"] == str(account.pk)
    assert account.staff_role == ""


def test_signing_up_twice_makes_one_account_and_tells_the_owner(client):
    account = proved(UserFactory())

    client.post("/account/signup/", {"email": account.email})

    assert User.objects.filter(email=account.email).count() == 1
    assert Mail.objects.get(to=account.email).subject == "Je hebt al een account"


def test_with_an_app_the_code_by_mail_is_not_enough(client):
    account = UserFactory()
    with_app(account)

    sign_in(client, account)

    assert "_auth_user_id" not in client.session
    assert client.get("/account/2fa/authenticate/").status_code == 200


def test_app_completes_the_sign_in(client):
    account = UserFactory()
    secret = with_app(account)

    sign_in(client, account, secret)

    assert client.session["_auth_user_id"] == str(account.pk)


def test_new_address_counts_after_its_code(client):
    account = UserFactory()
    sign_in(client, account)

    client.post("/account/email/", {"email": "anders@voorbeeld.invalid", "action_add": "1"})
    before = User.objects.get(pk=account.pk).email
    client.post("/account/confirm-email/", {"code": mailed_code("anders@voorbeeld.invalid")})

    assert before == account.email
    assert User.objects.get(pk=account.pk).email == "anders@voorbeeld.invalid"
    assert list(EmailAddress.objects.values_list("email", flat=True)) == ["anders@voorbeeld.invalid"]


def test_closed_account_cannot_sign_in(client):
    account = proved(UserFactory(is_active=False))

    client.post("/account/login/", {"login": account.email})

    assert not Mail.objects.filter(to=account.email, subject="Je code om in te loggen").exists()


@pytest.mark.parametrize(
    "path",
    [
        "/account/login/",
        "/account/login/code/",
        "/account/signup/",
    ],
)
def test_entrance_pages_open(client, path):
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/account/logout/",
        "/account/email/",
        "/account/2fa/",
        "/account/2fa/totp/activate/",
        "/account/2fa/webauthn/",
        "/account/2fa/webauthn/add/",
        "/account/3rdparty/",
        "/account/tweede-stap/",
        "/mijn/",
        "/mijn/naam/",
        "/mijn/wissen/",
        "/werklijst/",
    ],
)
def test_account_pages_open(client, path):
    sign_in(client, UserFactory())

    assert client.get(path).status_code == 200
