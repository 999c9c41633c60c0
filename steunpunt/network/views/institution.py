"""The page of one teacher-training institution, with its programmes."""

from datetime import date
from itertools import groupby
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.network.models import OrganisationKind, Programme, ProgrammeKind
from steunpunt.network.queries.organisations import organisation_by_key, programmes_of

from .organisation import organisation_context, to_own_address


@require_safe
def institution(request: Request, code: str) -> HttpResponse:
    """The institution, what it trains for and in which partnerships it does so."""
    found = organisation_by_key(request.actor, OrganisationKind.TRAINING_INSTITUTION, code)
    if found is None:
        raise Http404
    own = reverse("network:institution", args=[found.code or found.public_id])
    if own != request.path:
        return to_own_address(request, own)
    context = organisation_context(request, found)
    programmes = programmes_of(found, context["day"])
    context["programme_groups"] = _groups(programmes, context["day"])
    context["programme_source"] = programmes[0] if programmes else None
    return render(request, "network/organisation/institution.html", context)


def _groups(programmes: list[Programme], day: date) -> list[tuple[str, list[dict[str, Any]]]]:
    """The programmes by sort; the same training in several places is one line."""
    order = {kind: place for place, kind in enumerate(ProgrammeKind.values)}
    rows = sorted(programmes, key=lambda one: (order[one.kind], one.name, one.croho, one.level, one.place))
    return [
        (
            str(ProgrammeKind(kind).label),
            [_line(list(same), day) for _key, same in groupby(of_kind, key=_same_training)],
        )
        for kind, of_kind in groupby(rows, key=lambda one: one.kind)
    ]


def _same_training(programme: Programme) -> tuple[str, str, str, date | None]:
    return programme.name, programme.croho, programme.level, programme.accredited_until


def _line(same: list[Programme], day: date) -> dict[str, Any]:
    places = ", ".join(dict.fromkeys(one.place for one in same if one.place))
    return {"row": same[0], "places": places, "accreditation": _accreditation(same[0], day)}


def _accreditation(programme: Programme, day: date) -> str:
    until = programme.accredited_until
    if until is None:
        return _("onbekend")
    words = {"day": f"{until:%d-%m-%Y}"}
    return (_("tot %(day)s") if until > day else _("verlopen op %(day)s")) % words
