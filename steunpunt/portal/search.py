"""The search page and the help while typing: one ranked list of everything that the rooms pinned on the search board."""

import re
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_cookie

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.search.actions import note_asked, note_fruitless
from steunpunt.foundation.search.asking import suggestions
from steunpunt.foundation.search.queries import frequent_questions
from steunpunt.foundation.search.rules import tokens_of

from .drawing import head, values
from .queries.asked import LAST_PAGE, Asked, read_question
from .queries.search import PER_PAGE, Found, find
from .recent import erase, recent_questions, remember

POSTCODE = re.compile(r"([1-9]\d{3})\s*(?:[a-z]{2})?", re.ASCII | re.IGNORECASE)
FEWEST_LETTERS = 2
SUGGESTIONS = 8
SUGGESTIONS_AGE = 60


@require_safe
@vary_on_cookie
def search(request: Request) -> HttpResponse:
    """What was found for a question; without one, what others and this reader asked."""
    asked = read_question(request.GET)
    found = find(request.actor, asked) if asked.text else None
    context = {
        "asked": asked,
        "postcode": match[1] if (match := POSTCODE.fullmatch(asked.text)) else "",
        "found": found,
        "trail": [(_("Zoeken"), "")],
        "recent": recent_questions(request),
        "frequent": [] if asked.text else frequent_questions(),
        "login_url": f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}",
        **(_around(asked, found) if found else {}),
    }
    response = render(request, "portal/search.html", context)
    if found and asked.is_fresh and request.method == "GET":
        _note(request, asked, found)
        remember(request, response, asked.text)
    return response


def _around(asked: Asked, found: Found) -> dict[str, Any]:
    """The ways to another list than this one."""
    return {
        "page": _page(found),
        "query": asked.query(),
        "results": [(one, head(one)) for one in found.results],
        "groups": [(facet, values(asked, facet.few), values(asked, facet.more)) for facet in found.facets],
        "chips": _chips(asked, found),
        "clear_url": f"?{Asked(asked.text).query()}",
        "wider": [] if found.total else _wider(asked),
        "meant": f"?{asked.query(found.did_you_mean)}" if found.did_you_mean else "",
    }


def _page(found: Found) -> Page:
    """Only for the links to the other pages: the results are there already."""
    return Paginator(range(min(found.total, LAST_PAGE * PER_PAGE)), PER_PAGE).get_page(found.page)


def _chips(asked: Asked, found: Found) -> list[tuple[str, str]]:
    return [
        (f"{facet.label}: {value.label}", f"?{asked.without_value(value.code, value.value).query()}")
        for facet in found.facets
        for value in facet.values
        if value.is_chosen
    ]


def _wider(asked: Asked) -> list[tuple[str, str]]:
    """Other questions for whoever found nothing: without filters, and word by word."""
    ways = []
    if asked.chosen:
        ways.append((_("“%(text)s” zonder filters") % {"text": asked.text}, f"?{Asked(asked.text).query()}"))
    words = list(dict.fromkeys(word for word in re.findall(r"\w+", asked.text) if len(word) > 3))
    if len(words) > 1:
        ways += [(f"“{word}”", f"?{Asked(word).query()}") for word in words[:4]]
    return ways


def _note(request: Request, asked: Asked, found: Found) -> None:
    """What is asked often helps others, what finds nothing tells staff what is missing."""
    if found.is_simple:
        return
    if found.total:
        note_asked(asked.text, _asker(request), on=timezone.localdate())
    else:
        note_fruitless(asked.text, on=timezone.localdate())


def _asker(request: Request) -> str:
    """Tells askers apart; only a keyed hash of it is kept. Behind our own proxy the last hop that it wrote down."""
    if request.actor.is_signed_in:
        return request.actor.reference
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))


@require_safe
@vary_on_cookie
def suggest(request: Request) -> JsonResponse:
    """How what somebody is typing may go on, out of what this reader may find."""
    prefix = read_question(request.GET).text
    enough = len(prefix) >= FEWEST_LETTERS
    found = suggestions(prefix, tokens_of(request.actor), SUGGESTIONS) if enough else []
    response = JsonResponse({"suggesties": found})
    patch_cache_control(response, private=True, max_age=SUGGESTIONS_AGE)
    return response


@require_POST
def erase_recent(request: Request) -> HttpResponse:
    """Forget what this reader asked lately."""
    response = redirect("portal:search")
    erase(request, response)
    return response
