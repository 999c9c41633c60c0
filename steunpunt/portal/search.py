"""The search page: everything that the rooms pinned on the search board, grouped by kind."""

import re
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from steunpunt.foundation.access.requests import Request

from .queries.search import MOST_CHARACTERS, Group, find

PER_PAGE = 25
POSTCODE = re.compile(r"([1-9]\d{3})\s*(?:[a-z]{2})?", re.ASCII | re.IGNORECASE)


@require_safe
def search(request: Request) -> HttpResponse:
    """All kinds with their best few, or one kind page by page."""
    text = request.GET.get("q", "").replace("\x00", "").strip()[:MOST_CHARACTERS]
    groups = find(request.actor, text) if text else []
    chosen = next((group for group in groups if group.kind == request.GET.get("soort")), None)
    context = {
        "text": text,
        "postcode": match[1] if (match := POSTCODE.fullmatch(text)) else "",
        "groups": groups,
        "total": sum(group.count for group in groups),
        "chosen": chosen,
        "trail": [(_("Zoeken"), "")],
        "query": urlencode({"q": text}),
        "tabs": _tabs(text, groups, chosen),
        "page": Paginator(chosen.rows, PER_PAGE).get_page(request.GET.get("pagina")) if chosen else None,
    }
    return render(request, "portal/search.html", context)


def _tabs(text: str, groups: list[Group], chosen: Group | None) -> list[tuple[str, str, bool]]:
    """One tab for everything and one per kind that has something."""
    query = urlencode({"q": text})
    kinds = [
        (f"{group.label} ({group.count})", f"?{query}&soort={group.kind}", group is chosen)
        for group in groups
        if group.count
    ]
    return [(_("Alles"), f"?{query}", chosen is None), *kinds]
