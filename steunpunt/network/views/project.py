"""Projects and initiatives in the surroundings: the list and the page of one."""

from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.network.models import Project
from steunpunt.network.queries.directory import PartnershipDirectory, partnership_directory, world_as_on
from steunpunt.network.queries.directory.rows import PartnershipRow
from steunpunt.network.queries.projects import partnership_slugs_of, project_by_slug, projects_on
from steunpunt.network.rules.organisation import may_edit_surroundings

from .asof import asof_context, day_of
from .drawing import draw

PAGE_SIZE = 24


@require_safe
def project_list(request: Request) -> HttpResponse:
    """All projects, running ones first."""
    context = asof_context(request)
    page = Paginator(projects_on(request.actor, day_of(context)), PAGE_SIZE).get_page(request.GET.get("pagina"))
    context |= {"page": page, "query": request.GET, "crumbs": [(_("Projecten"), "")]}
    context["may_edit"] = may_edit_surroundings(request.actor)
    return render(request, "network/project/list.html", context)


@require_safe
def project(request: Request, slug: str) -> HttpResponse:
    """One project, with the partnerships it touches."""
    found = project_by_slug(request.actor, slug)
    if found is None:
        raise Http404
    context = asof_context(request)
    day = day_of(context)
    directory = partnership_directory(request.actor, day)
    context |= {
        "project": found,
        "state": _state(found, day),
        "organisation": world_as_on(day).find(found.organisation_id) if found.organisation_id else None,
        "drawn": draw(directory, _rows_of(found, directory), "partnerships", context["day_query"]),
        "history": history_of(found.reference),
        "may_edit": may_edit_surroundings(request.actor),
        "crumbs": [(_("Projecten"), reverse("network:project_list")), (found.title, "")],
    }
    return render(request, "network/project/page.html", context)


def _rows_of(found: Project, directory: PartnershipDirectory) -> list[tuple[PartnershipRow, None]]:
    known = directory.by_slug
    touched = [known[one] for one in partnership_slugs_of(found) if one in known]
    return [(row, None) for row in sorted(touched, key=lambda row: row.name.casefold())]


def _state(found: Project, day: date) -> str:
    if found.covers(day):
        return _("loopt")
    return _("is afgelopen") if found.valid_until and found.valid_until <= day else _("begint nog")
