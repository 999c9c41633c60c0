"""The page of one organisation: a school site, a BRIN school, a board or any other."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from steunpunt.foundation.access import Actor
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.sectors import SECTOR_NAMES
from steunpunt.network.models import Organisation, OrganisationKind, OrganisationVersion
from steunpunt.network.queries import organisations as queries
from steunpunt.network.queries.addresses import KIND_SLUGS, KINDS_BY_SLUG, organisation_address
from steunpunt.network.queries.directory import World, partnership_directory, site_directory, world_as_on
from steunpunt.network.queries.directory.rows import PartnershipRow, SiteRow
from steunpunt.network.queries.filters import Filters
from steunpunt.network.queries.map import area_of
from steunpunt.network.queries.people import deeds_hidden
from steunpunt.network.rules.organisation import may_edit_organisations

from .asof import asof_context, day_of
from .partnership import panels_of
from .structured import address, structured

MOST_CHILDREN = 200
MOST_NEAR, NEARBY_KM = 5, 40
TYPES = {
    OrganisationKind.SCHOOL_SITE: "School",
    OrganisationKind.SCHOOL: "School",
    OrganisationKind.TRAINING_INSTITUTION: "CollegeOrUniversity",
    OrganisationKind.UNIVERSITY: "CollegeOrUniversity",
    OrganisationKind.MBO: "EducationalOrganization",
    OrganisationKind.SCHOOL_BOARD: "EducationalOrganization",
}


@require_safe
def organisation(request: Request, kind: str, key: str) -> HttpResponse:
    """What is known of an organisation, in which partnerships it takes part, and what it was before."""
    wanted = KINDS_BY_SLUG.get(kind)
    found = queries.organisation_by_key(request.actor, wanted, key) if wanted else None
    if found is None:
        raise Http404
    own = organisation_address(found.kind, found.code or found.public_id)
    if own != request.path:
        return to_own_address(request, own)
    return render(request, "network/organisation/page.html", organisation_context(request, found))


def to_own_address(request: Request, own: str) -> HttpResponse:
    """The one address of a page, with the day and filters that were asked for."""
    query = request.META["QUERY_STRING"]
    return redirect(f"{own}?{query}" if query else own, permanent=True)


def organisation_context(request: Request, found: Organisation) -> dict[str, Any]:
    """Everything that the pages of organisations and institutions share."""
    context = asof_context(request)
    day = day_of(context)
    world, versions = world_as_on(day), queries.versions_of(found)
    version = queries.best_version(versions, day)
    row = world.find(found.pk)
    name = version.name if version else queries.latest_name(found)
    parts = queries.parts_of(found, day, world)
    return context | {
        "organisation": found,
        "kind_label": found.get_kind_display(),
        "kind_slug": KIND_SLUGS[found.kind],
        "key": found.code or found.public_id,
        "name": name,
        "version": version,
        "website_url": _link(version),
        "is_there": queries.version_on(versions, day) is not None,
        "closed_on": queries.closed_on(versions, day),
        "opens_on": queries.opens_on(versions, day),
        "sector_name": SECTOR_NAMES.get(version.sector, "") if version else "",  # type: ignore[call-overload]
        "chain": world.above(row) if row else [],
        "children": _children(found, request.actor, day, world),
        "parts": parts,
        "predecessors": queries.predecessors_of(found, world),
        "successors": queries.successors_of(found, world),
        "overrides": [_named(one) for one in queries.overrides_of(found)],
        "regions": queries.regions_of(found, day),
        "changes": queries.changes_between(versions, world),
        "history": history_of(found.reference, without=deeds_hidden(may_edit_organisations(request.actor))),
        "siblings": queries.siblings_on(row, world) if row else [],
        "near": _near(found, version, request.actor, day) if not parts else [],
        "panels": panels_of(found, request.actor, day),
        "may_edit": may_edit_organisations(request.actor),
        "area": _area(version, name),
        "crumbs": _crumbs(found, name),
        "structured": _structured(found, version) if version else "",
    }


def _children(found: Organisation, actor: Actor, day: date, world: World) -> list[dict[str, Any]]:
    """What falls under it, sites with the partnerships they take part in."""
    rows = queries.children_on(found, world)[:MOST_CHILDREN]
    if not rows:
        return []
    sites: dict[int, SiteRow] = site_directory(actor, day).by_id
    return [{"row": row, "memberships": sites[row.id].memberships if row.id in sites else ()} for row in rows]


def _near(
    found: Organisation, version: OrganisationVersion | None, actor: Actor, day: date
) -> list[tuple[PartnershipRow, float]]:
    """Partnerships of the same sector with a school nearby, for a school that takes part in none."""
    if found.kind != OrganisationKind.SCHOOL_SITE or version is None or version.latitude is None:
        return []
    sectors = (version.sector,) if version.sector else ()
    filters = Filters(day=day, sectors=sectors, point=(version.latitude, version.longitude or 0.0))
    selection = partnership_directory(actor, day).select(filters)
    near = [(row, selection.distances[row.id]) for row in selection.rows if row.id in selection.distances]
    return [(row, km) for row, km in near[:MOST_NEAR] if km <= NEARBY_KM]


def _named(override: Any) -> dict[str, Any]:
    """A correction with the Dutch name of its field."""
    known = {field.name: field for field in OrganisationVersion._meta.get_fields()}
    field = known.get(override.field)
    return {"label": getattr(field, "verbose_name", override.field), "override": override}


def _area(version: OrganisationVersion | None, name: str) -> Any:
    if version is None or version.latitude is None or version.longitude is None:
        return None
    return area_of(
        [(version.latitude, version.longitude, "", name, "")], title=_("Waar %(name)s staat") % {"name": name}
    )


def _crumbs(found: Organisation, name: str) -> list[tuple[str, str]]:
    if found.kind == OrganisationKind.TRAINING_INSTITUTION:
        return [(_("Lerarenopleidingen"), reverse("network:institution_list")), (name, "")]
    return [(_("Scholen"), reverse("network:site_list")), (name, "")]


def _structured(found: Organisation, version: OrganisationVersion) -> str:
    street = f"{version.street} {version.house_number}".strip()
    province = version.municipality.province.name if version.municipality else ""
    return structured(
        TYPES.get(found.kind, "Organization"),  # type: ignore[call-overload]
        name=version.name,
        identifier=found.code,
        url=_link(version),
        address=address(street, version.postcode, version.place, province),
    )


def _link(version: OrganisationVersion | None) -> str:
    """The website, when what stands in the register is an address."""
    website = version.website if version else ""
    return website if website.startswith(("http://", "https://")) else ""
