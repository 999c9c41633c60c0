"""Secrets of the second factor are not to be read in the database."""

import logging

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import generate_totp_secret

from steunpunt.foundation.accounts.adapters import SecondFactorAdapter
from steunpunt.foundation.accounts.sealing import Unreadable, seal, unseal
from tests.factories.foundation import UserFactory

from .proving import app_code, proved, sign_in, with_app


def test_sealed_text_is_another_one_each_time_and_opens_again():
    assert len({"JBSWY3DPEHPK3PXP", seal("JBSWY3DPEHPK3PXP"), seal("JBSWY3DPEHPK3PXP")}) == 3
    assert unseal(seal("JBSWY3DPEHPK3PXP")) == "JBSWY3DPEHPK3PXP"


def test_text_from_before_is_read_as_it_is():
    assert unseal("JBSWY3DPEHPK3PXP") == "JBSWY3DPEHPK3PXP"


def test_other_secret_opens_nothing(settings):
    sealed = seal("JBSWY3DPEHPK3PXP")
    settings.SECRET_KEY = "een andere sleutel"

    with pytest.raises(Unreadable):
        unseal(sealed)


def test_text_that_somebody_changed_opens_nothing():
    sealed = seal("JBSWY3DPEHPK3PXP")

    with pytest.raises(Unreadable):
        unseal(sealed[:-4] + "AAAA")


@pytest.mark.django_db
def test_database_holds_no_secret_that_makes_codes():
    account = UserFactory()
    secret = with_app(account)
    codes = RecoveryCodes.activate(account)
    seed = SecondFactorAdapter().decrypt(codes.instance.data["seed"])

    stored = str(list(Authenticator.objects.filter(user=account).values_list("data", flat=True)))

    assert secret not in stored
    assert seed not in stored
    assert len(codes.get_unused_codes()) == 10


@pytest.mark.django_db
def test_app_from_before_still_signs_in(client):
    account, secret = proved(UserFactory()), generate_totp_secret()
    Authenticator.objects.create(user=account, type="totp", data={"secret": secret})

    sign_in(client, account, secret)

    assert client.session["_auth_user_id"] == str(account.pk)


@pytest.mark.django_db
def test_after_another_secret_the_app_is_refused_in_words(client, settings, caplog):
    account = UserFactory()
    secret = with_app(account)
    RecoveryCodes.activate(account)
    settings.SECRET_KEY = "een andere sleutel"
    sign_in(client, account)

    with caplog.at_level(logging.WARNING, "steunpunt"):
        answer = client.post("/account/2fa/authenticate/", {"code": app_code(secret)})

    assert "Deze code klopt niet" in answer.content.decode()
    assert "_auth_user_id" not in client.session
    assert "STEUNPUNT_SECRET_KEY" in caplog.text


def test_what_cannot_be_read_is_no_secret_that_somebody_could_guess(settings):
    adapter = SecondFactorAdapter()
    sealed = adapter.encrypt("JBSWY3DPEHPK3PXP")
    settings.SECRET_KEY = "een andere sleutel"

    assert len({adapter.decrypt(sealed), adapter.decrypt(sealed), "", "JBSWY3DPEHPK3PXP"}) == 4
