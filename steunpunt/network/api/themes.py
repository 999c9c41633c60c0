"""Themes and regions in the API: the short lists."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from steunpunt.foundation.access import Actor
from steunpunt.foundation.rest.responses import ERRORS
from steunpunt.foundation.rest.schemas import Listing, Paged, listing
from steunpunt.network.queries.regions import visible_regions
from steunpunt.network.queries.themes import visible_themes

from . import answers

router = Router()


@router.get(
    "/themas",
    response=Listing[answers.Theme],
    operation_id="themas",
    summary="Themas",
    tags=["themas"],
    by_alias=True,
    openapi_extra=ERRORS,
)
def themes(request: HttpRequest, asked: Query[Paged]) -> dict[str, Any]:
    """De thema's waarvoor partnerschappen een contactpersoon noemen."""
    rows = list(visible_themes(Actor.visitor()).select_related("parent"))
    page = listing(request, asked, rows, source="Steunpunt")
    return page | {"resultaten": [answers.theme(row) for row in page["resultaten"]]}


@router.get(
    "/regios",
    response=Listing[answers.Region],
    operation_id="regios",
    summary="Regios",
    tags=["regios"],
    by_alias=True,
    openapi_extra=ERRORS,
)
def regions(request: HttpRequest, asked: Query[Paged]) -> dict[str, Any]:
    """Onderwijsregio's en werkgebieden die op een dag bestaan."""
    rows = list(visible_regions(Actor.visitor(), asked.day))
    page = listing(request, asked, rows, source="Per regio; zie bron")
    return page | {"resultaten": [answers.region(row) for row in page["resultaten"]]}
