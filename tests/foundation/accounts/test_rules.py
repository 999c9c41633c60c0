"""Which proof of a second factor still counts."""

import pytest
from allauth.mfa.models import Authenticator

from steunpunt.foundation.accounts.rules import proves_second_factor
from tests.factories.foundation import EditorFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("proved", "set_up", "counts"),
    [
        (["totp"], ["totp"], True),
        (["webauthn"], ["webauthn", "totp"], True),
        (["totp"], ["webauthn"], False),
        (["totp"], [], False),
        ([], ["totp"], False),
        (["recovery_codes"], ["totp", "recovery_codes"], True),
        (["recovery_codes"], ["totp"], False),
        (["recovery_codes"], ["recovery_codes"], False),
        (["verzonnen", ""], ["totp"], False),
    ],
)
def test_what_was_proved_counts_while_it_is_set_up(proved, set_up, counts):
    account = EditorFactory()
    Authenticator.objects.bulk_create(Authenticator(user=account, type=kind, data={}) for kind in set_up)

    assert proves_second_factor(account, proved) is counts


@pytest.mark.parametrize(("is_example", "example_mode"), [(True, False), (False, True), (False, False)])
def test_click_of_an_example_person_proves_nothing_elsewhere(settings, is_example, example_mode):
    settings.EXAMPLE_MODE = example_mode
    account = EditorFactory(is_example=is_example)
    Authenticator.objects.create(user=account, type="totp", data={})

    assert proves_second_factor(account, ["voorbeeld"]) is False
    assert proves_second_factor(account, ["voorbeeld", "totp"]) is True
