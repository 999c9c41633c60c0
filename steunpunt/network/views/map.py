"""The map page with its list, the packed map data, and what a click on the map tells."""

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.periods.asof import date_asked
from steunpunt.network.forms.filters import read_filters
from steunpunt.network.queries.directory import institution_directory, partnership_directory, site_directory
from steunpunt.network.queries.filters import Filters
from steunpunt.network.queries.map import Bundle, cards, map_bundle, matches, national_dots

from .directory import DirectoryOf, count_text, directory_context

KINDS: dict[str, tuple[Any, DirectoryOf, str]] = {
    "partnerschap": (_("Partnerschappen"), partnership_directory, "partnerships"),
    "school": (_("Scholen"), site_directory, "sites"),
    "opleider": (_("Lerarenopleidingen"), institution_directory, "institutions"),
}
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
MOST_CARDS = 60
LEAFLET = "network/map/vendor/leaflet-1.9.4/leaflet.js"
SCRIPTS = Path(__file__).parent.parent / "static" / "network" / "map" / "js"


@require_safe
@vary_on_headers("HX-Request")
def map_page(request: Request) -> HttpResponse:
    """Map and list side by side; htmx asks for the list alone."""
    filters, _remarks = read_filters(request.GET, timezone.localdate())
    kind = filters.kinds[0] if filters.kinds else "partnerschap"
    _label, directory_of, rows = KINDS[kind]
    action = reverse("network:map")
    partial = bool(request.htmx) and not request.htmx.history_restore_request
    template = "network/map/_results.html" if partial else "network/map/page.html"
    context = directory_context(request, directory_of, kind=rows, action=action)
    context |= {
        "kind": kind,
        "count_text": count_text(rows, context["selection"]),
        "rows_template": f"network/directory/_{rows}.html",
        "tabs": _tabs(request, filters, kind),
        "map": _addresses(map_bundle(request.actor, filters.day), filters),
    }
    response = render(request, template, context)
    if partial:
        query = filters.query_string()
        response["HX-Push-Url"] = f"{action}?{query}" if query else action
    return response


def _tabs(request: Request, filters: Filters, current: str) -> list[dict[str, Any]]:
    """The three lists under the same filters, each with its number."""
    tabs = []
    for kind, (label, directory_of, _rows) in KINDS.items():
        query = filters.query_string(kinds=(kind,), page=1)
        number = directory_of(request.actor, filters.day).select(filters).count
        tabs.append(
            {
                "label": label,
                "number": number_format(number, use_l10n=True, force_grouping=True),
                "url": f"?{query}",
                "is_current": kind == current,
            }
        )
    return tabs


def _addresses(bundle: Bundle, filters: Filters) -> dict[str, Any]:
    """Where the script finds its data; the address of the points changes only when the points do."""
    day = f"&op={filters.day.isoformat()}" if filters.is_explicit_day else ""
    return {
        "version": bundle.version,
        "modules": _modules(),
        "points": f"{reverse('network:map_points')}?v={bundle.version}{day}",
        "matches": reverse("network:map_matches"),
        "point": reverse("network:map_point"),
        "day": filters.day.isoformat() if filters.is_explicit_day else "",
        "tiles": settings.TILE_URL,
        "tiles_source": settings.TILE_ATTRIBUTION,
    }


@cache
def _modules() -> list[str]:
    """All scripts of the map, for the browser to fetch at once instead of one behind the other."""
    return [LEAFLET, *(f"network/map/js/{file.name}" for file in sorted(SCRIPTS.glob("*.js")))]


@require_safe
def map_points(request: Request) -> HttpResponse:
    """All points as packed columns; kept by the browser until its address changes."""
    day, _explicit = date_asked(request)
    bundle = map_bundle(request.actor, day)
    return _kept(request, bundle.packed, bundle.version, "application/json")


@require_safe
def map_dots(request: Request) -> HttpResponse:
    """The land and a dot for every school, as a picture that other pictures stand on."""
    day, _explicit = date_asked(request)
    dots = national_dots(request.actor, day)
    return _kept(request, dots.packed, dots.version, "image/svg+xml")


def _kept(request: Request, packed: bytes, version: str, content_type: str) -> HttpResponse:
    etag = f'"{version}"'
    response = get_conditional_response(request, etag=etag) or HttpResponse(packed, content_type=content_type)
    if response.status_code == 200:
        response["Content-Encoding"] = "gzip"
    response["ETag"] = etag
    response["Cache-Control"] = FOR_EVER if request.GET.get("v") == version else ASK_AGAIN
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


@require_safe
def map_matches(request: Request) -> HttpResponse:
    """What fits the filters, as places in the map data: for words, postcodes and themes."""
    filters, _remarks = read_filters(request.GET, timezone.localdate())
    response = JsonResponse(matches(request.actor, filters))
    response["Cache-Control"] = ASK_AGAIN
    return response


@require_safe
@vary_on_headers("HX-Request")
def map_point(request: Request) -> HttpResponse:
    """What stands on one spot of the map: schools, an institution or a partnership."""
    day, is_explicit = date_asked(request)
    found = cards(
        request.actor,
        day,
        sites=request.GET.getlist("vestiging")[:MOST_CARDS],
        institution=request.GET.get("instituut", ""),
        partnership=request.GET.get("partnerschap", ""),
    )
    if not found:
        raise Http404
    context = {
        "cards": found,
        "day_query": f"?op={day.isoformat()}" if is_explicit else "",
        "layout": "network/bare.html" if request.htmx else "ui/base.html",
    }
    return render(request, "network/map/point.html", context)
