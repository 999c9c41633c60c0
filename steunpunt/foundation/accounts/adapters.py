"""Where the sign-in library touches our own house: mail, Dutch words, sealed secrets, announcing a sign-in."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.outbox.actions import post_mail

from .actions import announce_sign_in
from .models import User
from .queries import second_factors
from .sealing import Unreadable, seal, unseal

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Signing in by mail: every mail goes through the outbox."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Dit account is gesloten."),
        "duplicate_email": _("Dit e-mailadres hoort al bij je account."),
        "email_taken": _("Er is al een account met dit e-mailadres."),
        "incorrect_code": _("Deze code klopt niet. Kijk de code na, of vraag een nieuwe."),
        "invalid_login": _("Met dit e-mailadres lukt het inloggen niet."),
        "same_as_current": _("Dit is al je e-mailadres. Vul een ander adres in."),
        "too_many_login_attempts": _("Je hebt te vaak geprobeerd in te loggen. Wacht even en probeer het opnieuw."),
        "rate_limited": _("Je hebt dit te vaak gevraagd. Wacht even en probeer het opnieuw."),
    }

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        words = {"request": current.request, "email": email, "base_url": settings.BASE_URL, **context}
        mail = self.render_mail(template_prefix, email, words)
        post_mail(to=email, subject=mail.subject, text=f"{mail.body}\n", at=timezone.now())

    def post_login(  # type: ignore[override]
        self, request: HttpRequest, user: User, **kwargs: Any
    ) -> HttpResponse:
        response = super().post_login(request, user, **kwargs)
        login = (kwargs.get("signal_kwargs") or {}).get("sociallogin")
        if login is not None:
            announce_sign_in(user, login.account.provider, claims_of(login.account.extra_data))
        return response


class SocialAdapter(DefaultSocialAccountAdapter):
    """Signing in through a federation of schools or institutes."""

    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "email_taken": _(
            "Er is al een account met dit e-mailadres. Log daar eerst mee in, en koppel daarna je account van %s."
        ),
        "invalid_token": _("Het antwoord van je organisatie klopt niet. Probeer het opnieuw."),
        "no_verified_email": _("Bevestig eerst je e-mailadres."),
        "disconnect_last": _("Dit is je laatste koppeling. Die kun je niet verwijderen."),
        "connected_other": _("Dit account van je organisatie hoort al bij iemand anders."),
    }


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor, in our words, with its secrets sealed in the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _("Deze tweede stap kun je niet uitzetten."),
        "cannot_generate_recovery_codes": _("Stel eerst een tweede stap in. Daarna kun je herstelcodes maken."),
        "incorrect_code": _("Deze code klopt niet. Een code uit de app verandert elke halve minuut."),
        "unverified_email": _("Bevestig eerst je e-mailadres. Daarna kun je een tweede stap instellen."),
    }

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """What cannot be read gives a secret that nobody knows, so that no code fits it."""
        try:
            return unseal(encrypted_text)
        except Unreadable:
            logger.warning("a second factor was sealed with another STEUNPUNT_SECRET_KEY: it has to be set up anew")
            return generate_totp_secret()

    def generate_authenticator_name(  # type: ignore[override]
        self, user: User, type: Authenticator.Type
    ) -> str:
        return str(_("Mijn tweede sleutel") if "webauthn" in second_factors(user) else _("Mijn sleutel"))


def claims_of(extra_data: dict[str, Any]) -> dict[str, Any]:
    """What a federation says of somebody: the token first, then the answer of its own address for it."""
    parts = [extra_data.get("id_token") or {}, extra_data.get("userinfo") or {}]
    return {name: value for part in parts for name, value in part.items() if value} or dict(extra_data)
