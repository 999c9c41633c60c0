"""Posters on screen and as PDF."""

from pathlib import Path

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from steunpunt.activities.formats.poster import CSS, poster_context, poster_pdf
from steunpunt.activities.queries.posters import Poster, activity_with_posters, poster_of
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ui.answers import found_or_404


@never_cache
@require_safe
def poster(request: Request, public_id: str) -> HttpResponse:
    """One poster, with the way to the others."""
    found = _poster(request, public_id)
    sheets = [f"activities/css/{Path(path).name}" for path in sorted(CSS.glob("*.css"))]
    return render(request, "activities/poster.html", {**poster_context(found), "sheets": sheets})


@never_cache
@require_safe
def as_pdf(request: Request, public_id: str) -> HttpResponse:
    """The same on A3."""
    found = _poster(request, public_id)
    name = slugify(f"poster {found.activity.title} {found.group}")[:80]
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"', "X-Robots-Tag": "noindex"}
    return HttpResponse(poster_pdf(found), content_type="application/pdf", headers=headers)


def _poster(request: Request, public_id: str) -> Poster:
    activity = found_or_404(activity_with_posters(request.actor, public_id))
    group = request.GET.get("groep", "").replace("\x00", "")[:100]
    return found_or_404(poster_of(activity, group))
