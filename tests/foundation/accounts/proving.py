"""Ways for tests to sign in as people really do: a code by mail, a code from an app."""

import re
import time

from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
)
from django.core.cache import cache
from django.test import Client

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.actions import ensure_account
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.outbox.models import Mail


def proved(account: User) -> User:
    """The account with its address confirmed, as after a first sign-in."""
    return ensure_account(account.email, by=Actor.for_system("test"), at=account.date_joined)


def with_app(account: User) -> str:
    """Sets up an authenticator app for the account; its secret."""
    secret = generate_totp_secret()
    TOTP.activate(proved(account), secret)
    return secret


def app_code(secret: str) -> str:
    """What the app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def mailed_code(address: str) -> str:
    """The code in the latest mail to this address."""
    text = Mail.objects.filter(to=address).latest("pk").text
    return re.search(r"^\d{4}-\d{4}$", text, re.M).group()


def sign_in(client: Client, account: User, secret: str = "") -> None:
    """Signs in with a mailed code, and with the app when there is one; the limits on trying begin anew."""
    cache.clear()
    client.post("/account/login/", {"login": proved(account).email})
    client.post("/account/login/code/confirm/", {"code": mailed_code(account.email)})
    if secret:
        client.post("/account/2fa/authenticate/", {"code": app_code(secret)})
