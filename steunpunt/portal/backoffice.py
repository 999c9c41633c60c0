"""The back office: a content security policy of its own, and the screens of Wagtail that we do without."""

from collections.abc import Callable

from csp.constants import HEADER
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

PREFIX = "/beheer/"
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'self'",
        "frame-ancestors 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
    )
)
"""Wagtail's screens need inline style and a few inline scripts; no other page of the platform does."""


class BackOfficeMiddleware:
    """Gives every answer under /beheer/ its policy, and keeps it out of caches.

    Who comes in is decided before: `SecondFactorMiddleware` lets only staff of today through.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith(PREFIX):
            response.headers.setdefault(HEADER, POLICY)
            response["Cache-Control"] = "private, no-store"
        return response


def not_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Screens of Wagtail that this platform does without: roles are managed elsewhere, and there are no passwords."""
    raise Http404


def to_login(request: HttpRequest) -> HttpResponse:
    """Wagtail's own sign-in pages give way to ours, which leads back to where somebody wanted to be."""
    back = request.GET.get(REDIRECT_FIELD_NAME)
    return redirect_to_login(back) if back else redirect("account_login")


def to_logout(request: HttpRequest) -> HttpResponse:
    """Wagtail's own way out gives way to ours, which asks first."""
    return redirect("account_logout")
