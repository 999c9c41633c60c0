"""The people of a partnership, for whoever manages it: who does what since when, adding, inviting, handing over."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.network.actions import people as actions
from steunpunt.network.forms.dated import EndForm
from steunpunt.network.forms.people import AddPersonForm, HandOverForm, InviteForm
from steunpunt.network.models import Affiliation, Partnership
from steunpunt.network.queries import people as queries
from steunpunt.network.queries.invitations import open_invitations

from .editing_answers import Page, answer, for_managers, found_or_404, manage_crumbs


@require_safe
@for_managers
def people(request: Request, partnership: Partnership) -> HttpResponse:
    """Every role with who is in it, and the invitations that wait."""
    today = timezone.localdate()
    rows = list(queries.people_of(partnership))
    names = queries.organisation_names((row.organisation_id for row in rows if row.organisation_id), today)
    shown = [(row, names.get(row.organisation_id or 0, "")) for row in rows]
    context = {
        "partnership": partnership,
        "now": [(row, name) for row, name in shown if row.valid_until is None or row.valid_until > today],
        "earlier": [(row, name) for row, name in shown if row.valid_until is not None and row.valid_until <= today],
        "invitations": open_invitations(partnership, timezone.now()),
        "coordinated": any(row.role.manages_partnership and row.covers(today) for row in rows),
        "crumbs": [*manage_crumbs(partnership), (_("Mensen"), "")],
    }
    return render(request, "network/people/list.html", context)


@require_http_methods(["GET", "POST"])
@for_managers
def add(request: Request, partnership: Partnership) -> HttpResponse:
    """Put somebody in a role; without mail and without an account."""
    form = AddPersonForm(request.POST or None, partnership=partnership, today=timezone.localdate())
    page = _page(
        partnership,
        _("Iemand toevoegen"),
        done=_("Bewaard. De naam komt pas op de site als die persoon dat zelf goed vindt."),
        intro=_("Voor wie geen account nodig heeft. Moet iemand zelf kunnen inloggen? Stuur dan een uitnodiging."),
        submit=_("Voeg toe"),
    )

    def deed(facts: dict[str, Any], **who: Any) -> None:
        known, given = queries.person_by_email(facts["email"]), form.person()
        # Under another name it becomes a new person: an address alone must not tell whose it is.
        if known is None or known.name.casefold() != given.name.casefold():
            known = actions.add_person(given, **who)
        actions.add_affiliation(form.affiliation(known), **who)

    return answer(request, form, page, deed)


@require_http_methods(["GET", "POST"])
@for_managers
def invite(request: Request, partnership: Partnership) -> HttpResponse:
    """Ask somebody by mail to take up a role."""
    form = InviteForm(request.POST or None, partnership=partnership, today=timezone.localdate())
    page = _page(
        partnership,
        _("Iemand uitnodigen"),
        done=_("De uitnodiging is onderweg. Je ziet hier of iemand hem heeft aangenomen."),
        intro=_("Wie de uitnodiging aanneemt, krijgt een account en heeft vanaf dan de rol die je kiest."),
        submit=_("Stuur de uitnodiging"),
    )
    return answer(request, form, page, lambda facts, **who: actions.invite(form.invitation(), **who))


@require_POST
@for_managers
def withdraw(request: Request, partnership: Partnership, public_id: str) -> HttpResponse:
    """The link of an invitation no longer works."""
    now = timezone.now()
    row = found_or_404(open_invitations(partnership, now).filter(public_id=public_id).first())
    actions.withdraw_invitation(row, by=request.actor, at=now)
    messages.success(request, _("De uitnodiging is ingetrokken. De link werkt niet meer."))
    return redirect("network:people", slug=partnership.slug)


@require_http_methods(["GET", "POST"])
@for_managers
def end(request: Request, partnership: Partnership, pk: int) -> HttpResponse:
    """Somebody stops in a role."""
    row = _running(partnership, pk)
    form = EndForm(request.POST or None, initial={"valid_until": timezone.localdate()})
    page = _page(
        partnership,
        _("%(name)s stopt als %(role)s") % {"name": row.person.name, "role": row.role.title},
        done=_("Bewaard. De geschiedenis blijft staan."),
        submit=_("Bewaar"),
    )
    if row.role.manages_partnership:
        page.intro = _("Is er daarna geen coördinator meer? Dan neemt het steunpunt het beheer over. Dat mag.")
    return answer(
        request, form, page, lambda facts, **who: actions.end_affiliation(row, facts["valid_until"], **_who(who))
    )


@require_http_methods(["GET", "POST"])
@for_managers
def hand_over(request: Request, partnership: Partnership, pk: int) -> HttpResponse:
    """Somebody follows somebody up in a role."""
    row = _running(partnership, pk)
    form = HandOverForm(request.POST or None, affiliation=row, today=timezone.localdate())
    page = _page(
        partnership,
        _("Opvolger van %(name)s als %(role)s") % {"name": row.person.name, "role": row.role.title},
        done=_("Bewaard. De opvolger heeft de rol vanaf de dag die je koos."),
        submit=_("Draag over"),
    )
    return answer(
        request,
        form,
        page,
        lambda facts, **who: actions.succeed(row, facts["incoming"], facts["on"], **who),
    )


def _running(partnership: Partnership, pk: int) -> Affiliation:
    """A role that has not ended yet."""
    row = queries.affiliation_at(partnership, pk)
    if row is None or (row.valid_until is not None and row.valid_until <= timezone.localdate()):
        raise Http404
    return row


def _who(who: dict[str, Any]) -> dict[str, Any]:
    """Roles are locked while they change and keep no revision."""
    return {name: who[name] for name in ("by", "at")}


def _page(partnership: Partnership, title: str, *, done: str, intro: str = "", submit: str = "") -> Page:
    back = reverse("network:people", args=[partnership.slug])
    crumbs = [*manage_crumbs(partnership), (_("Mensen"), back), (title, "")]
    return Page(title=title, back=back, done=done, intro=intro, submit=submit, crumbs=crumbs)
