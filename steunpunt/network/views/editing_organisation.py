"""Staff pages for organisations: what is known, what it falls under, its end, successors, region and corrections."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import staff_required
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.foundation.ui.fields import EndForm, RevisedForm
from steunpunt.network.actions import organisation as actions
from steunpunt.network.actions.region import end_region_site, place_site
from steunpunt.network.actions.succession import add_succession, remove_succession
from steunpunt.network.forms.organisation import (
    FACTS,
    AddOrganisationForm,
    CloseForm,
    OrganisationFactsForm,
    ParentForm,
    RegionForm,
    ReopenForm,
    SuccessionForm,
)
from steunpunt.network.models import Organisation, OrganisationKind, OrganisationVersion
from steunpunt.network.queries import organisation_editing as queries
from steunpunt.network.queries.addresses import KIND_SLUGS, KINDS_BY_SLUG, organisation_address
from steunpunt.network.queries.choosing import organisation_chosen
from steunpunt.network.queries.editing import closed_since
from steunpunt.network.queries.labels import field_label
from steunpunt.network.queries.organisations import organisation_by_key
from steunpunt.network.queries.people import organisation_name
from steunpunt.network.rules.organisation import is_from_register

from .choosing import offered, search_template

FORM = ["GET", "POST"]


def for_staff(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """Lets in staff, and hands the organisation of the address to the view."""

    @wraps(view)
    @never_cache
    @staff_required
    def guarded(request: Request, kind: str, key: str, **kwargs: object) -> HttpResponse:
        wanted = KINDS_BY_SLUG.get(kind)
        found = organisation_by_key(request.actor, wanted, key) if wanted else None
        return view(request, found_or_404(found), **kwargs)

    return guarded


@require_safe
@for_staff
def overview(request: Request, organisation: Organisation) -> HttpResponse:
    """Everything that staff can change, with what stands there now."""
    today = timezone.localdate()
    version = queries.version_shown(organisation, today)
    successions = list(queries.successions_of(organisation))
    names = queries.named([one for row in successions for one in (row.predecessor, row.successor)], today)
    context = {
        "organisation": organisation,
        "kind": KIND_SLUGS[organisation.kind],
        "key": _key(organisation),
        "version": version,
        "name": organisation_name(organisation, today),
        "parent": organisation_name(version.part_of, today) if version and version.part_of else "",
        "closed": closed_since(organisation),
        "from_register": is_from_register(organisation),
        "overrides": [(row, _field(row.field)) for row in queries.overrides_of(organisation)],
        "successions": [(row, names.get(row.predecessor_id), names.get(row.successor_id)) for row in successions],
        "regions": queries.region_sites_of(organisation),
        "is_site": organisation.kind == OrganisationKind.SCHOOL_SITE,
        "page_url": organisation_address(organisation.kind, _key(organisation)),
        "crumbs": [*_crumbs(organisation, today)[:-1], (_("Bewerken"), "")],
    }
    return render(request, "network/editing/organisation.html", context)


@never_cache
@require_http_methods(FORM)
@staff_required
def add(request: Request) -> HttpResponse:
    """An organisation that the register does not list."""
    form = AddOrganisationForm(posted(request), initial={"valid_from": timezone.localdate()})
    page = Page(
        title=_("Organisatie toevoegen"),
        intro=_("Voor gemeenten, expertisecentra en andere organisaties. Scholen en besturen komen uit het register."),
        back=reverse("network:site_list"),
        done=_("Toegevoegd. De organisatie heeft nu een eigen pagina."),
        crumbs=[(_("Organisatie toevoegen"), "")],
    )

    def deed(given: dict[str, Any], **who: Any) -> None:
        made = actions.add_organisation(form.organisation(), form.version(), **who)
        page.back = organisation_address(made.kind, _key(made))

    return answer(request, form, page, deed)


@require_http_methods(FORM)
@for_staff
def facts(request: Request, organisation: Organisation) -> HttpResponse:
    """Name, address and website, from a day on."""
    version = found_or_404(queries.version_shown(organisation, timezone.localdate()))
    now = {name: getattr(version, name) for name in FACTS}
    form = OrganisationFactsForm(posted(request), initial=_start(organisation, **now))
    intro = _("Wat je wijzigt blijft staan naast het register, met je bron, tot het register hetzelfde zegt.")
    page = _page(organisation, _("Gegevens"), intro=intro if is_from_register(organisation) else "", done=_("Bewaard."))

    def deed(given: dict[str, Any], **who: Any) -> None:
        actions.change_organisation_facts(
            organisation, form.facts(), valid_from=given["valid_from"], source=given["source"], **who
        )

    return answer(request, form, page, deed)


@require_http_methods(FORM)
@for_staff
def parent(request: Request, organisation: Organisation) -> HttpResponse:
    """Another board or school above it."""
    form = ParentForm(posted(request), initial=_start(organisation))
    search = offered(request, form, (), timezone.localdate())
    page = _page(organisation, _("Valt onder"), done=_("Bewaard."))
    page.template, page.extra["search"] = search_template(request), search

    def deed(given: dict[str, Any], **who: Any) -> None:
        above = organisation_chosen(request.actor, given["organisation"]) if given["organisation"] else None
        actions.set_parent(organisation, above, valid_from=given["valid_from"], source=given["source"], **who)

    return answer(request, form, page, deed)


@require_http_methods(FORM)
@for_staff
def close(request: Request, organisation: Organisation) -> HttpResponse:
    """From a day on it is no longer there."""
    form = CloseForm(posted(request), initial={**_start(organisation), "on": timezone.localdate()})
    page = _page(
        organisation,
        _("Sluiten"),
        intro=_("De pagina en het verleden blijven staan. Vul bij Opvolging in wie verdergaat."),
        done=_("Bewaard. Vanaf die dag staat de organisatie niet meer op de kaart."),
    )
    return answer(
        request,
        form,
        page,
        lambda given, **who: actions.close_organisation(organisation, given["on"], source=given["source"], **who),
    )


@require_http_methods(FORM)
@for_staff
def reopen(request: Request, organisation: Organisation) -> HttpResponse:
    """From a day on it is there again."""
    form = ReopenForm(posted(request), initial={**_start(organisation), "on": timezone.localdate()})
    intro = _("De organisatie komt terug met wat er het laatst van bekend was.")
    page = _page(organisation, _("Heropenen"), intro=intro, done=_("Bewaard."))
    return answer(
        request,
        form,
        page,
        lambda given, **who: actions.reopen_organisation(organisation, given["on"], source=given["source"], **who),
    )


@require_http_methods(FORM)
@for_staff
def succeed(request: Request, organisation: Organisation) -> HttpResponse:
    """Who carries it on after a merger, split, takeover or move."""
    form = SuccessionForm(posted(request), initial={"on": timezone.localdate()})
    search = offered(request, form, (), timezone.localdate())
    page = _page(
        organisation,
        _("Opvolging"),
        intro=_("Zoek de organisatie die verdergaat. Bezoekers van de oude pagina worden naar de nieuwe gewezen."),
        done=_("Bewaard. Beide pagina's noemen de opvolging."),
    )
    page.template, page.extra["search"] = search_template(request), search

    def deed(given: dict[str, Any], **who: Any) -> None:
        successor = found_or_404(organisation_chosen(request.actor, given["organisation"]))
        add_succession(form.succession(organisation, successor), by=who["by"], at=who["at"])

    return answer(request, form, page, deed)


@require_http_methods(FORM)
@for_staff
def unsucceed(request: Request, organisation: Organisation, pk: int) -> HttpResponse:
    """The succession was a mistake."""
    row = found_or_404(queries.succession_of(organisation, pk))
    page = _sure(organisation, _("Opvolging weghalen"), _("Doe dit alleen als de opvolging een vergissing was."))
    return answer(request, RevisedForm(posted(request)), page, lambda given, **who: remove_succession(row, **_who(who)))


@require_http_methods(FORM)
@for_staff
def let_go(request: Request, organisation: Organisation, pk: int) -> HttpResponse:
    """A correction by hand no longer holds."""
    row = found_or_404(queries.override_of(organisation, pk))
    intro = _("%(field)s: “%(value)s”. Bij de volgende keer inlezen geldt weer wat het register zegt.") % {
        "field": _field(row.field).capitalize(),
        "value": row.value,
    }
    page = _sure(organisation, _("Correctie laten vervallen"), intro)
    return answer(
        request, RevisedForm(posted(request)), page, lambda given, **who: actions.end_override(row, **_who(who))
    )


@require_http_methods(FORM)
@for_staff
def place(request: Request, organisation: Organisation) -> HttpResponse:
    """The onderwijsregio of a site."""
    form = RegionForm(posted(request), initial={"valid_from": timezone.localdate()})
    page = _page(organisation, _("Onderwijsregio"), done=_("Bewaard."))
    return answer(request, form, page, lambda given, **who: place_site(form.region_site(organisation), **_who(who)))


@require_http_methods(FORM)
@for_staff
def leave_region(request: Request, organisation: Organisation, pk: int) -> HttpResponse:
    """From a day on no longer in that region."""
    row = found_or_404(queries.region_site_of(organisation, pk))
    form = EndForm(posted(request), initial={"valid_until": timezone.localdate()})
    page = _page(organisation, _("Niet meer in %(region)s") % {"region": row.region.name}, done=_("Bewaard."))
    return answer(request, form, page, lambda given, **who: end_region_site(row, given["valid_until"], **_who(who)))


def _who(who: dict[str, Any]) -> dict[str, Any]:
    """Without the revision, for deeds that stand apart from the organisation's own row."""
    return {name: who[name] for name in ("by", "at")}


def _key(organisation: Organisation) -> str:
    return organisation.code or organisation.public_id


def _field(name: str) -> str:
    return field_label(OrganisationVersion, name)


def _start(organisation: Organisation, **initial: Any) -> dict[str, Any]:
    return {"revision": organisation.revision, "valid_from": timezone.localdate(), **initial}


def _overview(organisation: Organisation) -> str:
    return reverse("network:organisation_edit", args=[KIND_SLUGS[organisation.kind], _key(organisation)])


def _crumbs(organisation: Organisation, today: date) -> list[tuple[str, str]]:
    name = organisation_name(organisation, today)
    return [
        (name, organisation_address(organisation.kind, _key(organisation))),
        (_("Bewerken"), _overview(organisation)),
    ]


def _page(organisation: Organisation, title: str, *, done: str, intro: str = "") -> Page:
    crumbs = [*_crumbs(organisation, timezone.localdate()), (title, "")]
    return Page(title=title, intro=intro, back=_overview(organisation), done=done, crumbs=crumbs)


def _sure(organisation: Organisation, title: str, intro: str) -> Page:
    page = _page(organisation, title, intro=intro, done=_("Weggehaald."))
    page.submit, page.kind = _("Ja, doe dat"), "danger"
    return page
