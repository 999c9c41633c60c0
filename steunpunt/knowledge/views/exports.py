"""Taking an item along: as a source for a reference manager, and as a picture for on paper."""

from typing import Any

import qrcode  # type: ignore[import-untyped]
import qrcode.image.svg  # type: ignore[import-untyped]
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from steunpunt.foundation.ui.answers import found_or_404
from steunpunt.knowledge.formats.citations import bibtex, cite_as, ris
from steunpunt.knowledge.formats.record import Record
from steunpunt.knowledge.formats.schemaorg import json_ld
from steunpunt.knowledge.queries.harvest import record_of

CACHED = "public, max-age=600"
"""Ten minutes: as long as something that was withdrawn may still be seen."""


def to_take_along(slug: str) -> dict[str, Any]:
    """What the page of an item offers to whoever wants to name it or show it elsewhere; nothing when not public."""
    record = record_of(slug)
    if record is None:
        return {}
    return {"structured": json_ld(record), "cite": cite_as(record, localdate()), "base_url": settings.BASE_URL}


@require_safe
def as_bibtex(request: HttpRequest, slug: str) -> HttpResponse:
    """The item as an entry for BibTeX."""
    record = found_or_404(record_of(slug))
    return _file(bibtex(record), "application/x-bibtex; charset=utf-8", record, "bib")


@require_safe
def as_ris(request: HttpRequest, slug: str) -> HttpResponse:
    """The item as a reference for Zotero, EndNote and the like."""
    record = found_or_404(record_of(slug))
    return _file(ris(record), "application/x-research-info-systems; charset=utf-8", record, "ris")


@require_safe
def qr(request: HttpRequest, slug: str) -> HttpResponse:
    """The address of the item as a QR code, for on a poster or a slide."""
    record = found_or_404(record_of(slug))
    picture = qrcode.make(record.url, image_factory=qrcode.image.svg.SvgPathImage).to_string()
    return HttpResponse(picture, content_type="image/svg+xml", headers={"Cache-Control": CACHED})


def _file(text: str, content_type: str, record: Record, ending: str) -> HttpResponse:
    headers = {
        "Content-Disposition": f'attachment; filename="steunpunt-{record.public_id}.{ending}"',
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(text, content_type=content_type, headers=headers)
