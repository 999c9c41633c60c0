"""What we do when the sign-in library says that something happened."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from .models import User


def remember_proof(request: HttpRequest, user: User, authenticator: Authenticator, **_rest: Any) -> None:
    """Whoever has just set up a second factor has shown in this session that it works."""
    if authenticator.type in (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN):
        record_authentication(
            request, user, method="mfa", type=authenticator.type, id=authenticator.pk, reauthenticated=True
        )
