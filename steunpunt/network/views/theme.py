"""Themes: all of them, and for one theme who can be called, per partnership."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.sectors import SECTOR_NAMES
from steunpunt.network.models import ThemeContact
from steunpunt.network.queries.contacts import shown_contacts
from steunpunt.network.queries.directory import PartnershipDirectory, partnership_directory
from steunpunt.network.queries.themes import contacts_for, theme_by_slug, theme_tree, themes_below

from .asof import asof_context, day_of
from .partnership import panels_of

PAGE_SIZE = 25


@require_safe
def theme_list(request: Request) -> HttpResponse:
    """All themes, each with the number of partnerships that have a contact."""
    context = asof_context(request)
    context |= {"branches": theme_tree(request.actor, day_of(context)), "crumbs": [(_("Thema’s"), "")]}
    return render(request, "network/theme/list.html", context)


@require_safe
def theme(request: Request, slug: str) -> HttpResponse:
    """Who can be called about this theme."""
    found = theme_by_slug(request.actor, slug)
    if found is None:
        raise Http404
    context = asof_context(request)
    day = day_of(context)
    directory = partnership_directory(request.actor, day)
    sector = request.GET.get("sector", "") if request.GET.get("sector") in SECTOR_NAMES else ""
    rows = contacts_for(found, request.actor, day).filter(partnership_id__in=_in_sector(directory, sector))
    page = Paginator(rows.order_by("partnership__slug", "theme__position", "pk"), PAGE_SIZE).get_page(
        request.GET.get("pagina")
    )
    context |= {
        "theme": found,
        "below": themes_below(found, request.actor),
        "panels": panels_of(found, request.actor, day),
        "page": page,
        "entries": _entries(list(page.object_list), directory, request),
        "query": request.GET,
        "tabs": _tabs(request, sector),
        "crumbs": [(_("Thema’s"), reverse("network:theme_list")), (found.title, "")],
    }
    return render(request, "network/theme/page.html", context)


def _in_sector(directory: PartnershipDirectory, sector: str) -> list[int]:
    return [row.id for row in directory.rows if not sector or sector in row.sectors]


def _entries(rows: list[ThemeContact], directory: PartnershipDirectory, request: Request) -> list[dict[str, Any]]:
    known = {row.id: row for row in directory.rows}
    return [{"contact": one, "row": known[one.partnership_id]} for one in shown_contacts(rows, request.actor)]


def _tabs(request: Request, sector: str) -> list[tuple[str, str, bool]]:
    def address(value: str) -> str:
        query = request.GET.copy()
        query.pop("pagina", None)
        query.pop("sector", None)
        if value:
            query["sector"] = value
        return f"{request.path}?{query.urlencode()}" if query else request.path

    everything = [(_("Alle sectoren"), address(""), not sector)]
    return everything + [(str(name), address(value), sector == value) for value, name in SECTOR_NAMES.items()]
