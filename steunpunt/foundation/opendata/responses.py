"""A data set from the board as an answer to a request, in the format that was asked for."""

from collections.abc import Iterator
from datetime import date

from django.http import FileResponse, Http404, HttpResponseBase, StreamingHttpResponse
from django.utils.text import slugify

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.boards import OpenDataPin, opendata
from steunpunt.foundation.periods.asof import date_asked

from . import geojson, separated, workbook

PARAMETER = "formaat"
FORMATS = {"csv": "CSV", "xlsx": "Excel", "geojson": "GeoJSON"}


def formats_of(pin: OpenDataPin) -> list[str]:
    """The formats in which a data set can be had; without places there is no GeoJSON."""
    return [name for name in FORMATS if name != "geojson" or geojson.has_points(pin.column_names)]


def download_asked(request: Request, name: str) -> HttpResponseBase | None:
    """The download when the query says `formaat=…`, otherwise nothing: for the top of a list view."""
    asked = request.GET.get(PARAMETER)
    return download(request, name, asked) if asked else None


def download(request: Request, name: str, format_name: str) -> HttpResponseBase:
    """The data set with that name, filtered as the query says; 404 for what does not exist."""
    if name not in opendata or format_name not in formats_of(opendata.get(name)):
        raise Http404
    pin = opendata.get(name)
    day, _ = date_asked(request)
    response = _ANSWERS[format_name](pin, request)
    file_name = f"{slugify(pin.name)}-{day.isoformat()}.{format_name}"
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _rows(pin: OpenDataPin, request: Request) -> Iterator[tuple[object, ...]]:
    return iter(pin.query(request.actor, request.GET))


def _about(pin: OpenDataPin, request: Request) -> dict[str, str]:
    """What every file says about itself, as far as the format has room for it."""
    day, _ = date_asked(request)
    reference: date | None = pin.reference_date()
    return {
        "naam": str(pin.label),
        "bron": str(pin.source),
        "licentie": str(pin.licence),
        "peildatum register": reference.isoformat() if reference else "",
        "zoals op": day.isoformat(),
        "adres": request.build_absolute_uri(),
    }


def _as_csv(pin: OpenDataPin, request: Request) -> HttpResponseBase:
    lines = separated.csv_lines(pin.column_names, _rows(pin, request))
    return StreamingHttpResponse(lines, content_type=separated.CONTENT_TYPE)


def _as_workbook(pin: OpenDataPin, request: Request) -> HttpResponseBase:
    about = _about(pin, request).items()
    file = workbook.workbook_file(str(pin.label), pin.column_names, _rows(pin, request), about)
    return FileResponse(file, content_type=workbook.CONTENT_TYPE)


def _as_geojson(pin: OpenDataPin, request: Request) -> HttpResponseBase:
    pieces = geojson.geojson_pieces(pin.column_names, _rows(pin, request), _about(pin, request))
    return StreamingHttpResponse(pieces, content_type=geojson.CONTENT_TYPE)


_ANSWERS = {"csv": _as_csv, "xlsx": _as_workbook, "geojson": _as_geojson}
