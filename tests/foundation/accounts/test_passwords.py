"""There are no passwords here."""

import pytest

from steunpunt.foundation.accounts.models import User
from tests.factories.foundation import UserFactory

from .proving import sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["change/", "set/", "reset/", "reset/key/1-set-password/"])
def test_pages_about_passwords_are_not_there(client, path):
    sign_in(client, UserFactory())

    assert client.get(f"/account/password/{path}").status_code == 404


def test_password_that_was_set_by_a_command_is_never_asked_for():
    account = User.objects.create_superuser("leider@steunpunt.invalid", "geheim")

    assert account.has_usable_password() is False
