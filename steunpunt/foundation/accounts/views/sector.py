"""The sector switch: remembered in the browser, and with the account of whoever signed in."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.accounts.actions import choose_sector
from steunpunt.foundation.sectors import Sector
from steunpunt.foundation.ui.context import SECTOR_COOKIE

YEAR = 60 * 60 * 24 * 365


@require_POST
def choose(request: Request) -> HttpResponse:
    """Remember the sector and go back to where the visitor was; an unknown sector counts as all."""
    sector = request.POST.get("sector", "")
    sector = sector if sector in Sector.values else ""
    account = request.actor.account
    if account is not None:
        choose_sector(account, sector, by=request.actor)
    back = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = HttpResponseRedirect(back if safe else "/")
    response.set_cookie(
        SECTOR_COOKIE, sector, max_age=YEAR, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
    )
    return response
