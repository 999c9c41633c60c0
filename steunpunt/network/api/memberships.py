"""Memberships in the API."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from steunpunt.foundation.access import Actor
from steunpunt.foundation.rest.responses import ERRORS
from steunpunt.foundation.rest.schemas import Listing, listing
from steunpunt.network.queries.choices import RING_WORDS
from steunpunt.network.queries.directory import partnership_directory
from steunpunt.network.queries.directory.rows import Member

from . import answers
from .questions import AboutMemberships

router = Router(tags=["lidmaatschappen"])


@router.get(
    "/lidmaatschappen",
    response=Listing[answers.Membership],
    operation_id="lidmaatschappen",
    summary="Lidmaatschappen",
    by_alias=True,
    openapi_extra=ERRORS,
)
def memberships(request: HttpRequest, asked: Query[AboutMemberships]) -> dict[str, Any]:
    """Wie er op een dag in welk partnerschap samenwerken, in welke rol en sinds wanneer."""
    rows = partnership_directory(Actor.visitor(), asked.day).rows
    pairs = [
        (row, member)
        for row in rows
        if asked.partnerschap in ("", row.public_id)
        for member in row.members
        if _fits(member, asked)
    ]
    page = listing(request, asked, pairs, source=answers.SOURCE)
    return page | {"resultaten": [answers.membership(pair) for pair in page["resultaten"]]}


def _fits(member: Member, asked: AboutMemberships) -> bool:
    if asked.organisatie not in ("", member.organisation.public_id, member.organisation.code):
        return False
    if asked.rol and answers.ROLE_WORDS[member.role] not in asked.rol:
        return False
    return not asked.ring or RING_WORDS.get(member.ring) in asked.ring
