"""The people of a partnership, for whoever manages it: who does what since when, and everything that changes it."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ui.answers import Deed, Page, answer, found_or_404, posted
from steunpunt.foundation.ui.fields import EndForm
from steunpunt.network.actions import people as actions
from steunpunt.network.forms.people import AddPersonForm, HandOverForm, InviteForm, MendRoleForm
from steunpunt.network.models import Affiliation, Partnership
from steunpunt.network.queries import people as queries
from steunpunt.network.queries.invitations import open_invitations
from steunpunt.network.rules.people import may_manage_partnership

from .editing_answers import for_managers, manage_crumbs


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
        "now": [(row, name) for row, name in shown if row.covers(today)],
        "coming": [(row, name) for row, name in shown if row.is_to_come(today)],
        "earlier": [(row, name) for row, name in shown if not row.covers(today) and not row.is_to_come(today)],
        "invitations": open_invitations(partnership, timezone.now()),
        "managed": queries.is_managed(partnership, today),
        "crumbs": [*manage_crumbs(partnership), (_("Mensen"), "")],
    }
    return render(request, "network/people/list.html", context)


@require_http_methods(["GET", "POST"])
@for_managers
def add(request: Request, partnership: Partnership) -> HttpResponse:
    """Put somebody in a role; without mail and without an account."""
    today = timezone.localdate()
    form = AddPersonForm(posted(request), partnership=partnership, today=today, initial={"valid_from": today})
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
    return _answer(
        request,
        partnership,
        form,
        page,
        lambda facts, **who: actions.end_affiliation(row, facts["valid_until"], by=who["by"], at=who["at"]),
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
    return _answer(
        request,
        partnership,
        form,
        page,
        lambda facts, **who: actions.succeed(row, facts["incoming"], facts["on"], **who),
    )


@require_http_methods(["GET", "POST"])
@for_managers
def mend(request: Request, partnership: Partnership, pk: int) -> HttpResponse:
    """What stands there of a role was never right."""
    row = found_or_404(queries.affiliation_at(partnership, pk))
    form = MendRoleForm(posted(request), initial=MendRoleForm.held(row))
    page = _page(
        partnership,
        _("Verbeteren: %(name)s als %(role)s") % {"name": row.person.name, "role": row.role.title},
        done=_("Verbeterd. In de geschiedenis staat wat er eerst stond."),
        intro=_(
            "Gebruik dit als er iets fout staat. Is er iets veranderd, ga dan terug en kies “Opvolgen” of “Stopt”."
        ),
    )
    return _answer(
        request, partnership, form, page, lambda facts, **who: actions.change_affiliation(form.corrected(row), **who)
    )


@require_http_methods(["GET", "POST"])
@for_managers
def withdraw_role(request: Request, partnership: Partnership, pk: int) -> HttpResponse:
    """A role that has still to begin does not begin."""
    row = found_or_404(queries.affiliation_at(partnership, pk))
    if not row.is_to_come(timezone.localdate()):
        raise Http404
    words = {"name": row.person.name, "role": row.role.title, "day": date_format(row.valid_from, "j F Y")}
    page = _page(
        partnership,
        _("Intrekken: %(name)s als %(role)s") % words,
        done=_("Ingetrokken."),
        intro=_(
            "%(name)s zou vanaf %(day)s %(role)s zijn. Trek je dit in, dan gaat dat niet door. "
            "Nam deze persoon de rol over van iemand anders? Dan houdt die de rol."
        )
        % words,
        submit=_("Ja, trek in"),
    )
    page.kind = "danger"
    return _answer(
        request, partnership, Form(posted(request)), page, lambda facts, **who: actions.withdraw_affiliation(row, **who)
    )


def _running(partnership: Partnership, pk: int) -> Affiliation:
    """A role that has not ended yet."""
    row = queries.affiliation_at(partnership, pk)
    if row is None or (row.valid_until is not None and row.valid_until <= timezone.localdate()):
        raise Http404
    return row


def _answer(request: Request, partnership: Partnership, form: Form, page: Page, deed: Deed) -> HttpResponse:
    """As every editing page; whoever may not come back here afterwards goes on to the own page."""

    def done(facts: dict[str, Any], **who: Any) -> None:
        deed(facts, **who)
        if not may_manage_partnership(request.actor, partnership, timezone.localdate()):
            page.back = reverse("foundation:my_page")

    return answer(request, form, page, done)


def _page(partnership: Partnership, title: str, *, done: str, intro: str = "", submit: str = "") -> Page:
    back = reverse("network:people", args=[partnership.slug])
    crumbs = [*manage_crumbs(partnership), (_("Mensen"), back), (title, "")]
    return Page(title=title, back=back, done=done, intro=intro, submit=submit, crumbs=crumbs)
