"""Who takes part: the list for the coordinator, adding, moving between core and shell, leaving and mending."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.foundation.ui.fields import EndForm, RevisedForm
from steunpunt.network.actions.membership import (
    add_member,
    correct_membership,
    end_membership,
    move_ring,
    remove_membership,
)
from steunpunt.network.forms.membership import JoinForm, MendForm, MoveForm
from steunpunt.network.models import Membership, Partnership, Ring
from steunpunt.network.queries.choosing import organisation_chosen
from steunpunt.network.queries.editing import membership_of, memberships_for_editing, past_memberships
from steunpunt.network.queries.people import organisation_name
from steunpunt.network.rules.partnership import ROLES_BY_KIND

from .choosing import offered, search_template
from .editing_answers import for_managers, manage_crumbs

KINDS = tuple(kind.value for kind in ROLES_BY_KIND)


@require_safe
@for_managers
def members(request: Request, partnership: Partnership) -> HttpResponse:
    """All members of now, later and before, each with what can be done."""
    today = timezone.localdate()
    context = {
        "partnership": partnership,
        "members": [_shown(row, today) for row in memberships_for_editing(partnership, today)],
        "past": list(past_memberships(partnership, today)),
        "today": today,
        "crumbs": manage_crumbs(partnership, (_("Leden"), "")),
    }
    return render(request, "network/editing/members.html", context)


def _shown(row: Membership, today: Any) -> dict[str, Any]:
    read = {name: getattr(row, name) for name in ("name", "place", "is_closed")}
    return {"row": row, **read, "is_planned": not row.covers(today)}


@require_http_methods(["GET", "POST"])
@for_managers
def add(request: Request, partnership: Partnership) -> HttpResponse:
    """Choose an organisation from the register and say from when it takes part."""
    today = timezone.localdate()
    form = JoinForm(posted(request), initial={"valid_from": today})
    search = offered(request, form, KINDS, today)
    page = _page(
        partnership,
        _("Lid toevoegen"),
        intro=_("Zoek de school, het bestuur of de lerarenopleiding op naam, plaats, BRIN-code of bestuursnummer."),
        done=_("Toegevoegd. Vanaf de begindatum staat het lid op de kaart en in de lijst."),
        submit=_("Voeg toe"),
    )
    page.template, page.extra["search"] = search_template(request), search

    def deed(given: dict[str, Any], **who: Any) -> None:
        organisation = found_or_404(organisation_chosen(request.actor, given["organisation"]))
        row = form.membership(partnership, organisation)
        if row is not None:
            add_member(row, by=who["by"], at=who["at"])

    return answer(request, form, page, deed)


@require_http_methods(["GET", "POST"])
@for_managers
def move(request: Request, partnership: Partnership, public_id: str) -> HttpResponse:
    """From a day on in the other ring."""
    row, name, today = _row(partnership, public_id)
    ring = Ring.SHELL if row.ring == Ring.CORE else Ring.CORE
    form = MoveForm(posted(request), initial=_start(partnership, valid_from=today))
    page = _page(
        partnership,
        _("Naar de %(ring)s: %(name)s") % {"ring": ring.label, "name": name},
        intro=_("%(name)s zit nu in de %(ring)s, %(since)s.")
        % {"name": name, "ring": row.get_ring_display() or _("lijst zonder ring"), "since": row.since_text()},
        done=_("Bewaard. De school verandert van ring op de dag die je koos. Tot die dag kun je het intrekken."),
        submit=_("Verplaats"),
    )
    return answer(request, form, page, lambda given, **who: move_ring(row, ring, given["valid_from"], **who))


@require_http_methods(["GET", "POST"])
@for_managers
def end(request: Request, partnership: Partnership, public_id: str) -> HttpResponse:
    """From a day on no member any more."""
    row, name, today = _row(partnership, public_id)
    form = EndForm(posted(request), initial=_start(partnership, valid_until=today))
    page = _page(
        partnership,
        _("Doet niet meer mee: %(name)s") % {"name": name},
        intro=_("Het verleden blijft staan: wie terugkijkt naar een eerdere dag, ziet %(name)s nog.") % {"name": name},
        done=_("Bewaard. Vanaf die dag staat het lid niet meer op de kaart."),
    )
    return answer(request, form, page, lambda given, **who: end_membership(row, given["valid_until"], **who))


@require_http_methods(["GET", "POST"])
@for_managers
def mend(request: Request, partnership: Partnership, public_id: str) -> HttpResponse:
    """What stands there was never right."""
    row, name, _today = _row(partnership, public_id)
    names = ("role", "ring", "valid_from", "begin_unknown", "valid_until")
    form = MendForm(posted(request), initial=_start(partnership, **{one: getattr(row, one) for one in names}))
    page = _page(
        partnership,
        _("Verbeteren: %(name)s") % {"name": name},
        intro=_(
            "Gebruik dit als er iets fout staat. Is er iets veranderd, ga dan terug en kies een andere ring of een einde."
        ),
        done=_("Verbeterd. In de geschiedenis staat wat er eerst stond."),
    )
    page.template = "network/editing/mend.html"
    page.extra["remove_url"] = reverse("network:manage_remove_member", args=[partnership.slug, public_id])
    return answer(request, form, page, lambda given, **who: correct_membership(row, form.corrected(), **who))


@require_http_methods(["GET", "POST"])
@for_managers
def remove(request: Request, partnership: Partnership, public_id: str) -> HttpResponse:
    """It was a mistake: never a member."""
    row, name, _today = _row(partnership, public_id)
    form = RevisedForm(posted(request), initial=_start(partnership))
    page = _page(
        partnership,
        _("Weghalen: %(name)s") % {"name": name},
        intro=_(
            "Doe dit alleen als %(name)s nooit heeft meegedaan. Het verdwijnt dan ook uit het verleden. "
            "Alleen de geschiedenis onder aan de pagina houdt bij dat het er stond."
        )
        % {"name": name},
        done=_("Weggehaald."),
        submit=_("Ja, haal weg"),
    )
    page.kind = "danger"
    return answer(request, form, page, lambda given, **who: remove_membership(row, **who))


def _row(partnership: Partnership, public_id: str) -> tuple[Membership, str, Any]:
    row = found_or_404(membership_of(partnership, public_id))
    today = timezone.localdate()
    return row, organisation_name(row.organisation, today), today


def _start(partnership: Partnership, **initial: Any) -> dict[str, Any]:
    return {"revision": partnership.revision, **initial}


def _page(partnership: Partnership, title: str, *, intro: str, done: str, submit: str = "") -> Page:
    back = reverse("network:manage_members", args=[partnership.slug])
    crumbs = manage_crumbs(partnership, (_("Leden"), back), (title, ""))
    return Page(title=title, intro=intro, back=back, done=done, submit=submit, crumbs=crumbs)
