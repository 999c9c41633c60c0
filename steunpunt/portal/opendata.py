"""The page with all data sets, and their downloads."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.boards import OpenDataPin, opendata
from steunpunt.foundation.opendata.responses import FORMATS, download, formats_of

RESOURCES = (
    ("partnerschappen", "partnerschappen?sector=vo&status=erkend"),
    ("organisaties", "organisaties?soort=vestiging&gemeente=Utrecht"),
    ("lidmaatschappen", "lidmaatschappen?ring=schil&op=2026-07-31"),
    ("opleidingen", "opleidingen?soort=pabo"),
    ("themas", "themas"),
    ("regios", "regios"),
    ("kennisitems", "kennisitems?soort=leertaak&sector=po"),
)


@dataclass(frozen=True)
class DataSet:
    """A data set as the page shows it."""

    pin: OpenDataPin
    downloads: list[tuple[str, str]]
    reference_date: date | None


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What there is, of which day, under which licence, and how to get it."""
    context: dict[str, Any] = {
        "data_sets": [_data_set(pin) for pin in opendata],
        "resources": [(name, f"/api/v1/{name}", f"/api/v1/{example}") for name, example in RESOURCES],
        "trail": [(_("Open data"), "")],
    }
    return render(request, "portal/opendata.html", context)


def _data_set(pin: OpenDataPin) -> DataSet:
    links = [(FORMATS[name], reverse("portal:download", args=[pin.name, name])) for name in formats_of(pin)]
    return DataSet(pin, links, pin.reference_date())


@require_safe
def file(request: Request, name: str, format_name: str) -> HttpResponseBase:
    """One data set as a file, filtered as the address says."""
    return download(request, name, format_name)
