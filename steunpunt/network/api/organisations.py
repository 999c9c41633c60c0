"""Organisations in the API."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Path, Query, Router

from steunpunt.foundation.access import Actor
from steunpunt.foundation.rest.responses import ERRORS
from steunpunt.foundation.rest.schemas import Listing, OnADay, listing
from steunpunt.network.queries.addresses import KINDS_BY_SLUG
from steunpunt.network.queries.directory import partnership_directory
from steunpunt.network.queries.directory.rows import OrganisationRow

from . import answers
from .questions import AboutOrganisations

router = Router(tags=["organisaties"])


@router.get(
    "/organisaties",
    response=Listing[answers.Organisation],
    operation_id="organisaties",
    summary="Organisaties",
    by_alias=True,
    openapi_extra=ERRORS,
)
def organisations(request: HttpRequest, asked: Query[AboutOrganisations]) -> dict[str, Any]:
    """Schoolbesturen, scholen, vestigingen, lerarenopleidingen en andere organisaties op een dag."""
    everybody = partnership_directory(Actor.visitor(), asked.day).world.organisations
    rows = [row for row in everybody.values() if _fits(row, asked)]
    page = listing(request, asked, rows, source=answers.SOURCE)
    return page | {
        "resultaten": [answers.organisation(row, everybody.get(row.part_of or 0)) for row in page["resultaten"]]
    }


@router.get(
    "/organisaties/{id}",
    response=answers.OrganisationWhole,
    operation_id="organisatie",
    summary="Organisatie",
    by_alias=True,
    openapi_extra=ERRORS,
)
def organisation(request: HttpRequest, id: Path[str], asked: Query[OnADay]) -> dict[str, Any]:
    """Een organisatie met de partnerschappen waarin zij samenwerkt."""
    directory = partnership_directory(Actor.visitor(), asked.day)
    everybody = directory.world.organisations
    row = next((row for row in everybody.values() if row.public_id == id), None)
    if row is None:
        raise Http404
    pairs = [(one, member) for one in directory.rows for member in one.members if member.organisation.id == row.id]
    return answers.organisation(row, everybody.get(row.part_of or 0)) | {
        "lidmaatschappen": [answers.membership(pair) for pair in pairs]
    }


def _fits(row: OrganisationRow, asked: AboutOrganisations) -> bool:
    if asked.soort and row.kind not in {KINDS_BY_SLUG[slug] for slug in asked.soort}:
        return False
    if asked.sector and row.sector not in asked.sector:
        return False
    if asked.code and row.code.casefold() != asked.code.casefold():
        return False
    if asked.gemeente and row.municipality != asked.gemeente:
        return False
    if asked.provincie and row.province != asked.provincie:
        return False
    words = asked.q.casefold().split()
    text = f"{row.name} {row.place} {row.code}".casefold()
    return all(word in text for word in words)
