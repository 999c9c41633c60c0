"""Saving a question and stopping it, what one's own page shows of them, and how search is doing for staff."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required, staff_required
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.search.actions import keep_search, stop_search
from steunpunt.foundation.search.queries import (
    facet_words,
    index_progress,
    saved_search,
    saved_searches_of,
    visible_fruitless,
)

from .actions.saved_searches import STOP_SALT, address_of, stop_address
from .queries.asked import read_question

PER_PAGE = 50


@require_POST
@signed_in_required
def save(request: Request) -> HttpResponse:
    """Keep the question with its filters; from now on a mail tells what is new."""
    asked = read_question(request.POST)
    try:
        row = keep_search(asked.text, asked.chosen, by=request.actor, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        done = _("Bewaard. Komt er iets nieuws bij “%(text)s”, dan krijg je een mail. Stoppen kan op je eigen pagina.")
        messages.success(request, done % {"text": row.text})
    return redirect(f"{reverse('portal:search')}?{asked.query()}")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: Request, token: str) -> HttpResponse:
    """Behind the link in the mail: ask once more, then stop. A link works until then, for whoever holds it."""
    try:
        row = saved_search(signing.loads(token, salt=STOP_SALT))
    except signing.BadSignature:
        raise Http404 from None
    if row and request.method == "POST":
        stop_search(row)
        messages.success(request, _("Gestopt. Over “%(text)s” krijg je geen mail meer.") % {"text": row.text})
        return redirect("foundation:my_page" if request.actor.is_signed_in else "portal:search")
    context = {"row": row, "filters": facet_words(row.chosen) if row else "", "trail": [(_("Zoekvraag stoppen"), "")]}
    response = render(request, "portal/search_stop.html", context)
    response["Referrer-Policy"] = "same-origin"
    return response


def own_searches(account: User, actor: Actor, day: date) -> dict[str, Any]:
    """The panel on one's own page; staff find the way to the questions without result there too."""
    rows = [
        {"row": row, "url": address_of(row), "filters": facet_words(row.chosen), "stop_url": stop_address(row)}
        for row in saved_searches_of(account)
    ]
    return {"rows": rows, "is_staff": actor.is_staff}


@never_cache
@require_safe
@staff_required
def overview(request: Request) -> HttpResponse:
    """For staff: how far the index is, and which questions found nothing."""
    page = Paginator(visible_fruitless(request.actor), PER_PAGE).get_page(request.GET.get("pagina"))
    context = {"page": page, "progress": index_progress(timezone.now()), "trail": [(_("Hoe het zoeken gaat"), "")]}
    return render(request, "portal/search_overview.html", context)
