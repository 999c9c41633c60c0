"""The command for the last project leader, whom nobody else can help."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command

from tests.factories.foundation import ProjectLeaderFactory
from tests.foundation.accounts.proving import with_app

pytestmark = pytest.mark.django_db


def test_it_lets_the_account_start_anew(capsys):
    account = ProjectLeaderFactory()
    with_app(account)

    call_command("reset_second_factor", account.email)

    assert not Authenticator.objects.filter(user=account).exists()
    assert "tweede stap uitgezet" in capsys.readouterr().out


@pytest.mark.parametrize("address", ["niemand@example.nl", ""])
def test_an_unknown_address_is_told(address):
    with pytest.raises(CommandError, match="bestaat niet"):
        call_command("reset_second_factor", address)


def test_an_account_without_one_is_told():
    with pytest.raises(CommandError, match="geen tweede stap"):
        call_command("reset_second_factor", ProjectLeaderFactory().email)
