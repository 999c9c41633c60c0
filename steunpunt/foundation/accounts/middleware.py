"""Gives every request its actor, and keeps staff out until they proved a second factor."""

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.access.requests import Request

from .queries import second_factors
from .rules import proves_second_factor

Handler = Callable[[Request], HttpResponse]
OPEN_TO_STAFF = ("/account/", settings.STATIC_URL, "/gezondheid/")
"""What a member of staff reaches without a second factor: their account, and what every page is made of."""
BACK_OFFICE = "/beheer/"


def _actor_of(request: Request) -> Actor:
    if not request.user.is_authenticated:
        return Actor.visitor()
    records = get_authentication_records(request, request.user)
    methods = [record.get("type", "") for record in records if record.get("method") == "mfa"]
    return Actor.of(request.user, second_factor=bool(methods) and proves_second_factor(request.user, methods))


class ActorMiddleware:
    """Sets `request.actor`, looked up only when somebody asks."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor_of(request))  # type: ignore[assignment]
        return self.get_response(request)


class SecondFactorMiddleware:
    """Staff reach nothing but their account until they proved a second factor in this session.

    It also stands before the back office, whose own check knows stored rights only: there
    nobody comes in who is not staff today.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        return self._stop(request) or self.get_response(request)

    def _stop(self, request: Request) -> HttpResponse | None:
        if request.path_info.startswith(OPEN_TO_STAFF):
            return None
        in_back_office = request.path_info.startswith(BACK_OFFICE)
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path()) if in_back_office else None
        if request.user.is_staff_on(timezone.localdate()):
            return None if request.actor.second_factor else self._to_second_factor(request)
        if in_back_office:
            sentence = _("Deze pagina is voor medewerkers van het steunpunt.")
            return render(request, "403.html", {"sentence": sentence}, status=403)
        return None

    def _to_second_factor(self, request: Request) -> HttpResponse:
        back = urlencode({"next": request.get_full_path() if request.method == "GET" else "/"})
        factors = second_factors(request.user)  # type: ignore[arg-type]
        if not factors:
            return redirect(f"{reverse('foundation:second_factor')}?{back}")
        name = "mfa_reauthenticate" if "totp" in factors else "mfa_reauthenticate_webauthn"
        return redirect(f"{reverse(name)}?{back}")
