"""The coordinator's own pages: what stands there now, and changing name, website, status, strand and lead."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from steunpunt.foundation.access import require
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import staff_required
from steunpunt.foundation.ui.answers import Page, answer, posted
from steunpunt.foundation.ui.fields import EndForm
from steunpunt.network.actions.noting import ONLY_STAFF
from steunpunt.network.actions.partnership import (
    change_partnership_facts,
    confirm_partnership,
    correct_partnership_facts,
    set_website,
    start_partnership,
)
from steunpunt.network.actions.standing import end_academic_strand, set_lead, set_status, start_academic_strand
from steunpunt.network.forms.partnership import FactsForm, LeadForm, StartForm, StatusForm, StrandForm, WebsiteForm
from steunpunt.network.models import OrganisationKind, Partnership
from steunpunt.network.queries import manage as queries
from steunpunt.network.queries.choosing import organisation_chosen
from steunpunt.network.queries.planned import planned_changes
from steunpunt.network.rules.partnership import may_set_status, may_withdraw

from .choosing import offered, search_template
from .editing_answers import for_managers, manage_crumbs

LEAD_KINDS = tuple(kind.value for kind in OrganisationKind if kind != OrganisationKind.SCHOOL_SITE)
"""A board is penvoerder; where the register has no board, its BRIN school stands for it."""


@require_safe
@for_managers
def manage(request: Request, partnership: Partnership) -> HttpResponse:
    """Everything that can be changed, with what stands there now."""
    today = timezone.localdate()
    context = {
        "partnership": partnership,
        "state": queries.state_of(partnership, today),
        "planned": [(one, may_withdraw(request.actor, one.row)) for one in planned_changes(partnership, today)],
        "corrections": queries.open_corrections(partnership, request.actor),
        "may_set_status": may_set_status(request.actor),
        "crumbs": [*manage_crumbs(partnership)[:-1], (_("Beheer"), "")],
    }
    return render(request, "network/editing/overview.html", context)


@require_POST
@for_managers
def confirm(request: Request, partnership: Partnership) -> HttpResponse:
    """One click: everything on the page is still right."""
    confirm_partnership(partnership, by=request.actor, at=timezone.now())
    messages.success(request, _("Bedankt. Op de pagina staat nu dat alles vandaag is nagekeken."))
    return redirect("network:partnership_edit", slug=partnership.slug)


@never_cache
@require_http_methods(["GET", "POST"])
@staff_required
def start(request: Request) -> HttpResponse:
    """Staff put a new partnership in the directory."""
    form = StartForm(posted(request), initial={"valid_from": timezone.localdate()})
    made = Partnership(source="")
    page = Page(
        title=_("Nieuw partnerschap"),
        intro=_("Zet eerst naam, sector en status neer. Daarna voeg je leden en contactpersonen toe."),
        back=reverse("network:partnership_list"),
        done=_("Het partnerschap staat in de gids. Voeg nu de leden toe en nodig een coördinator uit."),
        submit=_("Zet in de gids"),
        crumbs=[(_("Partnerschappen"), reverse("network:partnership_list")), (_("Nieuw partnerschap"), "")],
    )

    def deed(facts: dict[str, Any], **who: Any) -> None:
        start_partnership(made, form.version(), form.status(), **who)
        page.back = reverse("network:partnership_edit", args=[made.slug])

    return answer(request, form, page, deed)


@require_http_methods(["GET", "POST"])
@for_managers
def facts(request: Request, partnership: Partnership) -> HttpResponse:
    """Name, sectors, region and working area."""
    today = timezone.localdate()
    form = FactsForm(posted(request), initial=queries.facts_now(partnership, today))
    page = _page(
        partnership,
        _("Naam, sectoren en regio"),
        intro=_("Verandert er iets? Kies vanaf welke dag. Wat er eerst stond blijft in de geschiedenis staan."),
        done=_("Bewaard. Gaat het later in? Dan staat het bij Beheer onder Gepland, en kun je het nog intrekken."),
    )

    def deed(given: dict[str, Any], **who: Any) -> None:
        if form.is_correction:
            correct_partnership_facts(form.version(partnership), today, **who)
        else:
            change_partnership_facts(form.version(partnership), **who)

    return answer(request, form, page, deed)


@require_http_methods(["GET", "POST"])
@for_managers
def website(request: Request, partnership: Partnership) -> HttpResponse:
    """The partnership's own site."""
    initial = {"website": partnership.website, "revision": partnership.revision}
    form = WebsiteForm(posted(request), initial=initial)
    page = _page(partnership, _("Website"), done=_("Bewaard. De link staat meteen op de pagina."))
    return answer(request, form, page, lambda given, **who: set_website(partnership, given["website"], **who))


@require_http_methods(["GET", "POST"])
@for_managers
def status(request: Request, partnership: Partnership) -> HttpResponse:
    """The status; only staff, because it follows from a decision of others."""
    require(may_set_status(request.actor), ONLY_STAFF)
    today = timezone.localdate()
    form = StatusForm(posted(request), initial=queries.status_now(partnership, today))
    page = _page(
        partnership,
        _("Status"),
        intro=_("Kies de nieuwe status en de dag waarop die ingaat. De oude status blijft in de geschiedenis staan."),
        done=_("Bewaard. Kaart, lijst en pagina tonen de status vanaf die dag."),
    )
    return answer(request, form, page, lambda given, **who: set_status(form.status(partnership), **who))


@require_http_methods(["GET", "POST"])
@for_managers
def strand(request: Request, partnership: Partnership) -> HttpResponse:
    """The academic strand: begin one, or end the one that runs."""
    today = timezone.localdate()
    running = queries.strand_now(partnership, today)
    if running is not None:
        end_form = EndForm(posted(request), initial={"valid_until": today, "revision": partnership.revision})
        page = _page(
            partnership,
            _("Academische kop beëindigen"),
            intro=_("Jullie hebben een academische kop (%(since)s).") % {"since": running.since_text()},
            done=_("Bewaard. Tot die dag blijft de academische kop op de pagina staan."),
        )
        return answer(
            request, end_form, page, lambda given, **who: end_academic_strand(running, given["valid_until"], **who)
        )
    form = StrandForm(posted(request), initial={"valid_from": today, "revision": partnership.revision})
    page = _page(partnership, _("Academische kop"), done=_("Bewaard. Vanaf die dag staat het op de pagina."))
    return answer(request, form, page, lambda given, **who: start_academic_strand(form.strand(partnership), **who))


@require_http_methods(["GET", "POST"])
@for_managers
def lead(request: Request, partnership: Partnership) -> HttpResponse:
    """Another penvoerder, from the list and never typed."""
    today = timezone.localdate()
    initial = {"valid_from": queries.next_first_of_august(today), "revision": partnership.revision}
    form = LeadForm(posted(request), initial=initial)
    search = offered(request, form, LEAD_KINDS, today)
    page = _page(
        partnership,
        _("Penvoerder"),
        intro=_("Zoek de organisatie en kies vanaf welke dag die penvoerder is."),
        done=_("Bewaard. De vorige penvoerder blijft in de geschiedenis staan."),
    )
    page.template, page.extra["search"] = search_template(request), search

    def deed(given: dict[str, Any], **who: Any) -> None:
        set_lead(form.lead(partnership, organisation_chosen(request.actor, given["organisation"])), **who)

    return answer(request, form, page, deed)


def _page(partnership: Partnership, title: str, *, done: str, intro: str = "") -> Page:
    back = reverse("network:partnership_edit", args=[partnership.slug])
    return Page(title=title, intro=intro, back=back, done=done, crumbs=manage_crumbs(partnership, (title, "")))
