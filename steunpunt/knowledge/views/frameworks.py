"""Frameworks: all of them, one as a tree, and two side by side; as CSV when the address asks for it."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.opendata.responses import FORMATS, PARAMETER, download_asked
from steunpunt.foundation.ui.answers import found_or_404
from steunpunt.knowledge.models import FrameworkKind, InForce
from steunpunt.knowledge.queries import frameworks
from steunpunt.knowledge.queries.regulations import regulation_named_in

DATA_SET = "kaders"
PURPOSES = {
    FrameworkKind.QUALITY: gettext_lazy("Hiermee bekijk je of een opleidingsschool goed is, zelf of met anderen."),
    FrameworkKind.COMPETENCE: gettext_lazy("Wat een leraar moet kennen en kunnen."),
    FrameworkKind.DEVELOPMENT_LINE: gettext_lazy("De stappen van student tot ervaren leraar."),
}
TITLES = {
    FrameworkKind.QUALITY: gettext_lazy("Kwaliteitskaders"),
    FrameworkKind.COMPETENCE: gettext_lazy("Competentieprofielen"),
    FrameworkKind.DEVELOPMENT_LINE: gettext_lazy("De doorlopende lijn"),
}
FORCE = {
    InForce.YES: gettext_lazy("geldt nu"),
    InForce.NO: gettext_lazy("geldt niet meer"),
    InForce.UNKNOWN: gettext_lazy("onbekend of het nog geldt"),
}


@require_safe
def framework_list(request: Request) -> HttpResponseBase:
    """All frameworks, by what they are for."""
    if answer := download_asked(request, DATA_SET):
        return answer
    groups = frameworks.frameworks_by_kind(request.actor)
    context = {
        "groups": [
            {"title": TITLES[kind], "purpose": PURPOSES[kind], "rows": _with_force(rows)} for kind, rows in groups
        ],
        "downloads": downloads(),
        "crumbs": [(_("Kaders"), "")],
    }
    return render(request, "knowledge/framework/list.html", context)


@require_safe
def framework(request: Request, slug: str) -> HttpResponse:
    """One framework: its tree, its levels, and what its criteria are in others."""
    found = found_or_404(frameworks.framework_by_slug(request.actor, slug))
    tree = frameworks.framework_tree(found, request.actor)
    context = {
        "framework": found,
        "force": FORCE[InForce(found.in_force)],
        "levels": frameworks.levels_of(found),
        "tree": tree,
        "neighbours": frameworks.neighbours_of(tree),
        "came_from": frameworks.replaced_by(found, request.actor),
        "regulation": regulation_named_in(request.actor, found.source),
        "downloads": downloads(slug),
        "history": history_of(found.reference),
        "crumbs": [(_("Kaders"), reverse("knowledge:framework_list")), (found.title, "")],
    }
    return render(request, "knowledge/framework/page.html", context)


@require_safe
def compare_frameworks(request: Request, slug: str, other: str) -> HttpResponse:
    """Two frameworks side by side, through the crosswalks between them."""
    if slug == other:
        raise Http404
    left = found_or_404(frameworks.framework_by_slug(request.actor, slug))
    right = found_or_404(frameworks.framework_by_slug(request.actor, other))
    pairs = frameworks.side_by_side(left, right, request.actor)
    context = {
        "left": left,
        "right": right,
        "pairs": pairs,
        "count": sum(pair.crosswalk is not None for pair in pairs),
        "crumbs": [
            (_("Kaders"), reverse("knowledge:framework_list")),
            (left.title, reverse("knowledge:framework", args=[left.slug])),
            (_("Naast elkaar"), ""),
        ],
    }
    return render(request, "knowledge/framework/compare.html", context)


def _with_force(rows: Iterable[Any]) -> list[tuple[Any, Any]]:
    return [(row, FORCE[InForce(row.in_force)]) for row in rows]


def downloads(slug: str = "") -> list[tuple[str, str]]:
    """The same data to take along, of one framework or of all."""
    only = {"kader": slug} if slug else {}
    page = reverse("knowledge:framework_list")
    return [(FORMATS[name], f"{page}?{urlencode({PARAMETER: name} | only)}") for name in ("csv", "xlsx")]
