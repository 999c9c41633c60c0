"""The page of one partnership, as on a day."""

from collections import Counter
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from steunpunt.foundation.access import Actor
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.boards import panels
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.sectors import SECTOR_NAMES, Sector
from steunpunt.foundation.thread.queries import thread_of
from steunpunt.network.models import Partnership
from steunpunt.network.queries import partnerships as queries
from steunpunt.network.queries.contacts import contacts_of
from steunpunt.network.queries.directory.rows import PartnershipRow, source_name
from steunpunt.network.queries.map import area_of
from steunpunt.network.queries.people import deeds_hidden
from steunpunt.network.queries.projects import projects_of
from steunpunt.network.rules.partnership import may_edit_partnership

from .asof import asof_context, day_of
from .structured import structured


@require_safe
def partnership(request: Request, slug: str) -> HttpResponse:
    """Who takes part since when, whom to ask, where they are and what happened."""
    found = queries.partnership_by_slug(request.actor, slug)
    if found is None:
        raise Http404
    context = asof_context(request)
    day = day_of(context)
    row = queries.row_of(found, request.actor, day)
    name = row.name if row else queries.name_on(found, day)
    may_edit = may_edit_partnership(request.actor, found, timezone.localdate())
    context |= {
        "partnership": found,
        "row": row,
        "name": name,
        "crumbs": [(_("Partnerschappen"), reverse("network:partnership_list")), (name, "")],
        "history": history_of(found.reference, without=deeds_hidden(may_edit)),
        "steps": _steps(found, request.actor),
        "panels": panels_of(found, request.actor, day),
        "may_edit": may_edit,
        "source_name": source_name(found.source),
        "source_url": found.source if found.source.startswith(("http://", "https://")) else "",
        "projects": projects_of(found, request.actor),
    }
    context |= _on_the_day(found, row, request.actor, day) if row else {"period": queries.period_of(found)}
    return render(request, "network/partnership/page.html", context)


def _on_the_day(found: Partnership, row: PartnershipRow, actor: Actor, day: date) -> dict[str, Any]:
    """What only holds while the partnership is there."""
    return {
        "sectors": [(sector, SECTOR_NAMES[Sector(sector)]) for sector in row.sectors],
        "statuses": queries.statuses_of(found),
        "strand": queries.academic_strand_on(found, day),
        "region": queries.region_on(found, day),
        "lead": queries.lead_on(found, day),
        "goals": queries.goals_of(found, day),
        "repeated": _repeated(row),
        "institutes": queries.institutes_of(row, day),
        "contacts": contacts_of(found, actor, day),
        "area": area_of(_points(row), title=_("De scholen van %(name)s") % {"name": row.name}),
        "structured": structured(
            "EducationalOrganization",
            name=row.name,
            url=found.website,
            description=found.vision,
            areaServed=row.area or row.region or ", ".join(row.provinces),
            member=[{"@type": "EducationalOrganization", "name": one.organisation.name} for one in row.members],
        ),
    }


def _repeated(row: PartnershipRow) -> set[str]:
    """Names that several members share, so that their streets tell them apart."""
    counted = Counter(one.organisation.name for one in row.members)
    return {name for name, number in counted.items() if number > 1}


def _points(row: PartnershipRow) -> list[tuple[float, float, str, str, str]]:
    return [
        (place.latitude, place.longitude, one.ring, place.name, place.url)
        for one in row.schools()
        for place in (one.organisation,)
        if place.latitude is not None and place.longitude is not None
    ]


def _steps(found: Partnership, actor: Actor) -> list[dict[str, Any]]:
    return [
        {
            "title": step.record.title,
            "text": step.label,
            "when": step.at,
            "url": step.record.url,
            "state": "done",
        }
        for step in thread_of(found.reference, actor)
    ]


def panels_of(subject: Any, actor: Actor, day: date) -> list[dict[str, Any]]:
    """What other rooms pinned on this page and have something to show for."""
    found = []
    for pin in panels:
        if pin.subject is type(subject) and (context := pin.query(subject, actor, day)) is not None:
            found.append({"code": pin.code, "title": pin.title, "template": pin.template, "context": context})
    return found
