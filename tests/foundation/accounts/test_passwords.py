"""There are no passwords here: whoever has one, however it came there, gets in nowhere with it."""

import pytest
from django.contrib.auth.hashers import make_password

from steunpunt.foundation.accounts.models import User
from tests.factories.foundation import ProjectLeaderFactory, UserFactory

from .proving import sign_in

pytestmark = pytest.mark.django_db
FORMS = ["/_util/login/", "/beheer/login/", "/account/login/", "/account/reauthenticate/"]


@pytest.mark.parametrize("path", ["change/", "set/", "reset/", "reset/key/1-set-password/"])
def test_pages_about_passwords_are_not_there(client, path):
    sign_in(client, UserFactory())

    assert client.get(f"/account/password/{path}").status_code == 404


@pytest.mark.parametrize("path", FORMS)
def test_password_that_was_set_by_a_command_opens_nothing(client, path):
    account = User.objects.create_superuser("leider@steunpunt.invalid", "geheim")

    client.post(path, {"login": account.email, "username": account.email, "password": "geheim"})

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("path", FORMS)
def test_password_that_was_stored_before_opens_nothing(client, path):
    account = ProjectLeaderFactory(password=make_password("geheim"))

    client.post(path, {"login": account.email, "username": account.email, "password": "geheim"})

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("make", [User.objects.create_user, User.objects.create_superuser])
def test_no_password_is_stored(make):
    account = make("leider@steunpunt.invalid", "geheim")
    account.set_password("toch geheim")

    assert account.password.startswith("!")
