"""The lists of partnerships, school sites and training institutions: one way of filtering, three kinds of rows."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from steunpunt.foundation.access import Actor
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.opendata.responses import FORMATS, download_asked
from steunpunt.foundation.ui.context import sector_of
from steunpunt.network.forms.filters import FilterForm, read_filters
from steunpunt.network.queries.choices import ALL_SECTORS, RADII, choices
from steunpunt.network.queries.directory import (
    Facet,
    Selection,
    institution_directory,
    partnership_directory,
    site_directory,
)
from steunpunt.network.queries.directory.loosening import loosenings, nearest
from steunpunt.network.queries.directory.selection import Directory
from steunpunt.network.queries.filters import PARAMETERS, Filters
from steunpunt.network.queries.register_state import register_begins_on

from .drawing import checkboxes, draw, menu

DirectoryOf = Callable[[Actor, date], Directory[Any]]
EVERYTHING = urlencode({PARAMETERS["sectors"]: ALL_SECTORS})
FOLDED = ("institutes", "themes")
LISTS = {
    "partnership_list": _lazy("Partnerschappen"),
    "site_list": _lazy("Scholen"),
    "institution_list": _lazy("Lerarenopleidingen"),
}


@require_safe
@vary_on_headers("HX-Request", "Cookie")
def partnership_list(request: Request) -> HttpResponseBase:
    """All partnerships, filtered."""
    if answer := download_asked(request, "partnerschappen"):
        return answer
    return _list(request, partnership_directory, "partnership_list", "partnerships")


@require_safe
@vary_on_headers("HX-Request", "Cookie")
def site_list(request: Request) -> HttpResponseBase:
    """All school sites, filtered."""
    if answer := download_asked(request, "vestigingen"):
        return answer
    return _list(request, site_directory, "site_list", "sites")


@require_safe
@vary_on_headers("HX-Request", "Cookie")
def institution_list(request: Request) -> HttpResponseBase:
    """All teacher-training institutions, filtered."""
    if answer := download_asked(request, "opleidingen"):
        return answer
    return _list(request, institution_directory, "institution_list", "institutions")


def _list(request: Request, directory_of: DirectoryOf, url_name: str, kind: str) -> HttpResponseBase:
    action = reverse(f"network:{url_name}")
    partial = bool(request.htmx) and not request.htmx.history_restore_request
    if not request.GET and not partial and (sector := sector_of(request)):
        return redirect(f"{action}?{urlencode({PARAMETERS['sectors']: sector})}")
    filters, remarks = read_filters(request.GET, timezone.localdate())
    directory = directory_of(request.actor, filters.day)

    def make() -> str:
        context = _content(directory, filters, remarks, url_name, kind)
        return render_to_string("network/directory/_content.html", context)

    # The same question gets the same answer for as long as the directory is the right one.
    content = make() if remarks else directory.pages.take((url_name, filters), make)
    if partial:
        return HttpResponse(content, headers={"HX-Push-Url": _address(action, filters.query_string())})
    context = {"content": content, "filters": filters, "crumbs": [(LISTS[url_name], "")]}
    return render(request, f"network/directory/{kind}.html", context)


def _content(
    directory: Directory[Any], filters: Filters, remarks: list[str], url_name: str, kind: str
) -> dict[str, Any]:
    """What changes with the question: tabs, filters, rows."""
    action = reverse(f"network:{url_name}")
    context = _context(directory, filters, remarks, kind, action)
    downloads = [(name, f"{action}?{_joined(context['query'], f'formaat={word}')}") for word, name in FORMATS.items()]
    return context | {
        "downloads": downloads if kind != "institutions" else downloads[:2],
        "tabs_label": _("Soort lijst"),
        "rows_template": f"network/directory/_{kind}.html",
        "tabs": _tabs(filters, url_name),
        "count_text": count_text(kind, context["selection"]),
    }


def directory_context(request: Request, directory_of: DirectoryOf, *, kind: str, action: str) -> dict[str, Any]:
    """Everything that the filter form, the chips and the rows of a list need, as the map asks for it."""
    filters, remarks = read_filters(request.GET, timezone.localdate())
    return _context(directory_of(request.actor, filters.day), filters, remarks, kind, action)


def _context(directory: Directory[Any], filters: Filters, remarks: list[str], kind: str, action: str) -> dict[str, Any]:
    selection = directory.select(filters)
    day_query = f"?op={filters.day.isoformat()}" if filters.is_explicit_day else ""
    near = choices().postcodes.get(filters.postcode[:4]) if filters.point else None
    return {
        "action": action,
        "filters": filters,
        "remarks": [*remarks, *_guessed(selection)],
        "selection": selection,
        "page": selection.page,
        "drawn": draw(directory, selection.shown, kind, day_query),
        "day_query": day_query,
        "query": filters.query_string(page=1),
        "facets": [_shown(facet) for facet in selection.facets],
        "chips": _chips(selection, action),
        "clear_url": _address(action, filters.cleared().query_string()),
        "near": near,
        "radii": RADII,
        "day_hidden": [pair for pair in filters.pairs(page=1) if pair[0] != PARAMETERS["day"]],
        "before_register": _before_register(filters.day) if filters.is_explicit_day else None,
        "loosenings": _loosenings(directory, filters, action) if not selection.count else [],
        "nearest": nearest(directory, filters) if not selection.count else [],
    }


def count_text(rows: str, selection: Selection[Any]) -> str:
    number = selection.count
    words = {
        "partnerships": ngettext("%(number)s partnerschap", "%(number)s partnerschappen", number),
        "sites": ngettext("%(number)s school", "%(number)s scholen", number),
        "institutions": ngettext("%(number)s instelling", "%(number)s instellingen", number),
    }
    return words[rows] % {"number": number_format(number, use_l10n=True, force_grouping=True)}


def _address(action: str, query: str) -> str:
    """Without any choice it says so, because a bare address starts with the visitor's own sector."""
    return f"{action}?{query or EVERYTHING}"


def _tabs(filters: Filters, current: str) -> list[tuple[str, str, bool]]:
    query = filters.query_string(page=1, programmes=(), kinds=())
    lists = [
        (str(label), _address(reverse(f"network:{name}"), query), name == current) for name, label in LISTS.items()
    ]
    return [*lists, (_("Projecten"), reverse("network:project_list"), False)]


def _joined(*queries: str) -> str:
    return "&".join(query for query in queries if query)


def _shown(facet: Facet) -> dict[str, Any]:
    """A facet with the way it is drawn: a long list of places is a menu, a long list of names is folded."""
    is_menu = facet.field == "municipalities"
    return {
        "facet": facet,
        "is_menu": is_menu,
        "is_folded": facet.field in FOLDED,
        "menu": menu(facet) if is_menu else "",
        "checkboxes": checkboxes(facet, only_chosen=is_menu),
    }


def _chips(selection: Selection[Any], action: str) -> list[tuple[str, str]]:
    filters = selection.filters
    chips = [
        (option.label, _address(action, filters.without(facet.field, option.value)))
        for facet in selection.facets
        for option in facet.chosen
    ]
    if filters.text:
        chips.insert(0, (f"“{filters.text}”", _address(action, filters.without("text"))))
    if filters.point:
        chips.insert(0, (_near_label(filters), _address(action, filters.without("postcode"))))
    return chips


def _near_label(filters: Filters) -> str:
    if filters.radius:
        return _("binnen %(km)s km van %(postcode)s") % {"km": filters.radius, "postcode": filters.postcode}
    return _("dichtbij %(postcode)s eerst") % {"postcode": filters.postcode}


def _guessed(selection: Selection[Any]) -> list[str]:
    """What was read for words that stand nowhere."""
    sentence = _("“%(word)s” vonden we niet. Je ziet wat we vonden met “%(guess)s”.")
    return [
        sentence % {"word": word, "guess": _("” of “").join(guesses)}
        for word, guesses in selection.guesses.items()
        if guesses
    ]


def _before_register(day: date) -> date | None:
    """The first day of the register, when the day asked for lies before it."""
    begin = register_begins_on()
    return begin if begin and day < begin else None


def _loosenings(directory: Directory[Any], filters: Filters, action: str) -> list[dict[str, Any]]:
    names = {field: FilterForm.base_fields[name].label for field, name in PARAMETERS.items()}
    return [
        {
            "name": names[one.field],
            "values": ", ".join(one.values),
            "count": one.count,
            "url": _address(action, one.filters.query_string()),
        }
        for one in loosenings(directory, filters)[:4]
    ]
