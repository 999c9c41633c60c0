"""The cookie of a device, and whether somebody who comes with a code may look."""

import secrets
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from steunpunt.activities.actions.codes import note_wrong_code
from steunpunt.activities.queries.codes import LIVES, as_code, is_guessed_too_often, was_scanned
from steunpunt.activities.queries.live import Now, now_by_code
from steunpunt.foundation.access import Refusal
from steunpunt.foundation.access.addresses import client_address
from steunpunt.foundation.access.requests import Request

COOKIE = "toestel"
PLACE = "/doe-mee/"
SCANNED = "s"
TOO_OFTEN = _("Er zijn te veel verkeerde codes ingevuld. Scan de QR-code op het scherm, of probeer het over een uur.")


class Guessing(Refusal):
    """Codes are not looked at for a while."""


def device_of(request: Request) -> str:
    """The secret of this device; empty for one that never joined."""
    return request.COOKIES.get(COOKIE, "").partition(":")[0][:64]


def came_by(request: Request, code: str) -> bool:
    """Whether this device once came by this code: it does not guess, and needs no look at the table."""
    token, _colon, seal = request.COOKIES.get(COOKIE, "").partition(":")
    return bool(token) and constant_time_compare(seal, _seal(token, code))


def remember(response: HttpResponse, token: str, code: str) -> None:
    """From now on this device is known for this code, as long as a code lives."""
    response.set_cookie(
        COOKIE,
        f"{token}:{_seal(token, code)}",
        max_age=int(LIVES.total_seconds()),
        path=PLACE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def new_token() -> str:
    return secrets.token_urlsafe(24)


def let_in(request: Request, typed: str) -> Now:
    """The activity with this code; who guesses too often finds nothing, not even what is there."""
    code = as_code(typed)
    found = now_by_code(code)
    if not came_by(request, code) and not was_scanned(code, request.GET.get(SCANNED, "")):
        _count(request, found, timezone.now())
    if found is None:
        raise Http404
    return found


def has_mark(request: Request, mark: str) -> bool:
    """Whether the screen already shows this; a packed answer got a weak mark on its way out."""
    return request.headers.get("If-None-Match", "").removeprefix("W/") == mark


def _count(request: Request, found: Now | None, at: datetime) -> None:
    address = client_address(request)
    if is_guessed_too_often(address, at):
        raise Guessing(str(TOO_OFTEN))
    if found is None:
        note_wrong_code(address, at=at)


def _seal(token: str, code: str) -> str:
    return salted_hmac("activities.device", f"{token}:{code}").hexdigest()[:32]
