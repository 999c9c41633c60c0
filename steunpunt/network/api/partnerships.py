"""Partnerships in the API."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Path, Query, Router

from steunpunt.foundation.access import Actor
from steunpunt.foundation.rest.responses import ERRORS
from steunpunt.foundation.rest.schemas import Listing, OnADay, listing
from steunpunt.network.queries.contacts import contacts_of
from steunpunt.network.queries.directory import partnership_directory
from steunpunt.network.queries.partnerships import visible_partnerships

from . import answers
from .questions import AboutPartnerships, filters_of

router = Router(tags=["partnerschappen"])


@router.get(
    "/partnerschappen",
    response=Listing[answers.Partnership],
    operation_id="partnerschappen",
    summary="Partnerschappen",
    by_alias=True,
    openapi_extra=ERRORS,
)
def partnerships(request: HttpRequest, asked: Query[AboutPartnerships]) -> dict[str, Any]:
    """Partnerschappen (opleidingsscholen) zoals ze zijn op een dag."""
    selection = partnership_directory(Actor.visitor(), asked.day).select(filters_of(request))
    page = listing(request, asked, selection.rows, source=answers.SOURCE)
    return page | {"resultaten": [answers.partnership(row) for row in page["resultaten"]]}


@router.get(
    "/partnerschappen/{id}",
    response=answers.PartnershipWhole,
    operation_id="partnerschap",
    summary="Partnerschap",
    by_alias=True,
    openapi_extra=ERRORS,
)
def partnership(request: HttpRequest, id: Path[str], asked: Query[OnADay]) -> dict[str, Any]:
    """Een partnerschap met zijn leden en contactpersonen."""
    actor = Actor.visitor()
    rows = partnership_directory(actor, asked.day).rows
    row = next((row for row in rows if row.public_id == id), None)
    record = visible_partnerships(actor).filter(public_id=id).first()
    if row is None or record is None:
        raise Http404
    return answers.partnership(row) | {
        "visie": record.vision,
        "website": record.website,
        "leden": [answers.membership((row, member)) for member in row.members],
        "contacten": [answers.contact(one) for one in contacts_of(record, actor, asked.day)],
    }
