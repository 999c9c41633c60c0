"""Where the sign-in library touches our own house."""

import pytest

from steunpunt.foundation.accounts.adapters import SecondFactorAdapter, claims_of
from tests.factories.foundation import UserFactory


@pytest.mark.parametrize(
    ("said", "claims"),
    [
        ({"id_token": {"sub": "a"}, "userinfo": {"sub": "a", "name": "Jo"}}, {"sub": "a", "name": "Jo"}),
        ({"id_token": {"sub": "a", "brin": "01AA"}, "userinfo": {"brin": ""}}, {"sub": "a", "brin": "01AA"}),
        ({"sub": "a"}, {"sub": "a"}),
        ({}, {}),
    ],
)
def test_claims_are_those_of_token_and_answer_together(said, claims):
    assert claims_of(said) == claims


@pytest.mark.django_db
def test_first_key_gets_a_dutch_name():
    assert SecondFactorAdapter().generate_authenticator_name(UserFactory(), "webauthn") == "Mijn sleutel"
