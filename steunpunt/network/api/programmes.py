"""Teacher-training programmes in the API."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from steunpunt.foundation.access import Actor
from steunpunt.foundation.rest.responses import ERRORS
from steunpunt.foundation.rest.schemas import Listing, listing
from steunpunt.network.queries.choices import PROGRAMME_WORDS
from steunpunt.network.queries.directory import institution_directory

from . import answers
from .questions import AboutProgrammes

router = Router(tags=["opleidingen"])


@router.get(
    "/opleidingen",
    response=Listing[answers.Programme],
    operation_id="opleidingen",
    summary="Opleidingen",
    by_alias=True,
    openapi_extra=ERRORS,
)
def programmes(request: HttpRequest, asked: Query[AboutProgrammes]) -> dict[str, Any]:
    """Lerarenopleidingen, per instelling en plaats."""
    rows = institution_directory(Actor.visitor(), asked.day).rows
    pairs = [
        (row, one)
        for row in rows
        if asked.instelling in ("", row.organisation.code, row.organisation.public_id)
        for one in row.programmes
        if (not asked.soort or PROGRAMME_WORDS[one.kind] in asked.soort)
        and (not asked.plaats or one.place.casefold() == asked.plaats.casefold())
    ]
    page = listing(request, asked, pairs, source=answers.SOURCE)
    return page | {"resultaten": [answers.programme(pair) for pair in page["resultaten"]]}
