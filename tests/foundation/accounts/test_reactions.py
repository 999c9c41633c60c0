"""Whoever sets up a second factor has proved it; what the library says after the commit needs real transactions."""

import pytest

from steunpunt.foundation.outbox.models import Mail
from tests.factories.foundation import EditorFactory

from .proving import app_code, sign_in


@pytest.mark.django_db(transaction=True)
def test_setting_up_an_app_gives_recovery_codes_and_opens_the_door_at_once(client):
    account = EditorFactory()
    sign_in(client, account)
    secret = client.get("/account/2fa/totp/activate/").context["form"].secret

    done = client.post("/account/2fa/totp/activate/", {"code": app_code(secret)})

    assert done.url == "/account/2fa/recovery-codes/"
    assert len(client.get(done.url).context["unused_codes"]) == 10
    assert client.get("/werklijst/").status_code == 200
    assert Mail.objects.filter(to=account.email, subject="Je hebt een app ingesteld").count() == 1
