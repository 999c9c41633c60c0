"""Keeping an item at hand, following a theme, and stopping that from a mail."""

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import found_or_404
from steunpunt.knowledge.actions.following import (
    STOP_SALT,
    drop_bookmark,
    follow_theme,
    keep_bookmark,
    stop_follow,
    unfollow_theme,
)
from steunpunt.knowledge.queries.following import follow_by_id
from steunpunt.knowledge.queries.items import visible_item
from steunpunt.network.queries.themes import theme_by_slug

OFF = "uit"
OWN_PAGE = "mijn"
"""What `terug` says when the button stands on one's own page."""


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def bookmark(request: Request, slug: str) -> HttpResponse:
    """Keep an item at hand, or no longer; whoever had to sign in first comes back to the item."""
    item = found_or_404(visible_item(request.actor, slug))
    if request.method == "POST" and request.POST.get("deed") == OFF:
        drop_bookmark(item, by=request.actor)
        messages.success(request, _("Dit staat niet meer bij je bewaarde bijdragen."))
    elif request.method == "POST":
        keep_bookmark(item, by=request.actor, at=timezone.now())
        messages.success(request, _("Bewaard. Je vindt het terug op je eigen pagina."))
    return _back(request, "knowledge:item", slug)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def follow(request: Request, slug: str) -> HttpResponse:
    """Follow a theme, or no longer."""
    theme = found_or_404(theme_by_slug(request.actor, slug))
    said = {"theme": theme.title}
    if request.method == "POST" and request.POST.get("deed") == OFF:
        unfollow_theme(theme, by=request.actor)
        messages.success(request, _("Je volgt ‘%(theme)s’ niet meer.") % said)
    elif request.method == "POST":
        follow_theme(theme, by=request.actor, at=timezone.now())
        messages.success(request, _("Je volgt ‘%(theme)s’. Komt er iets nieuws bij, dan krijg je een mail.") % said)
    return _back(request, "network:theme", slug)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: Request, token: str) -> HttpResponse:
    """Behind the link in the mail: ask once more, then stop. It works for whoever holds it."""
    try:
        row = follow_by_id(signing.Signer(salt=STOP_SALT).unsign(token))
    except signing.BadSignature:
        raise Http404 from None
    if row and request.method == "POST":
        stop_follow(row)
        messages.success(request, _("Gestopt. Over ‘%(theme)s’ krijg je geen mail meer.") % {"theme": row.theme.title})
        return redirect("network:theme", slug=row.theme.slug)
    response = render(request, "knowledge/use/stop.html", {"row": row, "crumbs": [(_("Thema volgen stoppen"), "")]})
    response["Referrer-Policy"] = "same-origin"
    return response


def _back(request: Request, address: str, slug: str) -> HttpResponse:
    if request.POST.get("terug") == OWN_PAGE:
        return redirect("foundation:my_page")
    return redirect(address, slug=slug)
