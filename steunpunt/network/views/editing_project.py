"""Staff pages for projects: adding and changing one, who leads it, which partnerships belong to it, and removing it."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import staff_required
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.foundation.ui.fields import RevisedForm
from steunpunt.network.actions.project import add_project, change_project, link_project, remove_project, unlink_project
from steunpunt.network.forms.project import FACTS, PartnershipForm, ProjectForm
from steunpunt.network.models import Organisation, Project
from steunpunt.network.queries.choosing import MOST, found_organisation, organisation_chosen
from steunpunt.network.queries.partnerships import partnership_by_slug
from steunpunt.network.queries.projects import (
    partnership_link,
    partnership_links,
    partnerships_to_link,
    project_by_slug,
)

from .choosing import PARAMETER, Search, offered, search_template

FORM = ["GET", "POST"]


def for_staff(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """Lets in staff, and hands the project of the address to the view."""

    @wraps(view)
    @never_cache
    @staff_required
    def guarded(request: Request, slug: str, **kwargs: object) -> HttpResponse:
        return view(request, found_or_404(project_by_slug(request.actor, slug)), **kwargs)

    return guarded


@never_cache
@require_http_methods(FORM)
@staff_required
def add(request: Request) -> HttpResponse:
    """A new project; the partnerships follow on the next page."""
    form = ProjectForm(posted(request), initial={"valid_from": timezone.localdate()}, actor=request.actor)
    title = _("Project toevoegen")
    page = Page(
        title=title,
        intro=_("Zoek eerst wie het project trekt, als je dat weet. Daarna vul je de rest in."),
        back=reverse("network:project_list"),
        done=_("Toegevoegd. Zet er nu de partnerschappen bij die meedoen."),
        submit=_("Voeg toe"),
        crumbs=[(_("Projecten"), reverse("network:project_list")), (title, "")],
    )
    page.template, page.extra["search"] = search_template(request), _leads(request, form)

    def deed(given: dict[str, Any], **who: Any) -> None:
        made = add_project(form.onto(Project(), _lead(request, given)), given["themes"], by=who["by"], at=who["at"])
        page.back = _partnerships(made)

    return answer(request, form, page, deed)


@require_http_methods(FORM)
@for_staff
def change(request: Request, project: Project) -> HttpResponse:
    """Other facts about a project, its end among them."""
    lead = project.organisation.public_id if project.organisation else ""
    facts = {name: getattr(project, name) for name in FACTS}
    initial = {**facts, "themes": project.themes.all(), "organisation": lead, "revision": project.revision}
    form = ProjectForm(posted(request), initial=initial, actor=request.actor)
    page = _page(project, _("Project wijzigen"), done=_("Bewaard. Het staat meteen op de pagina."))
    page.intro = _("Is het project klaar? Vul dan bij “Loopt tot” de eerste dag in dat het niet meer loopt.")
    page.template, page.extra["search"] = search_template(request), _leads(request, form, lead)

    def deed(given: dict[str, Any], **who: Any) -> None:
        change_project(form.onto(project, _lead(request, given)), given["themes"], **who)

    return answer(request, form, page, deed)


@require_http_methods(FORM)
@for_staff
def partnerships(request: Request, project: Project) -> HttpResponse:
    """The partnerships that belong to it, and one more."""
    today = timezone.localdate()
    text = (request.POST.get(PARAMETER) or request.GET.get(PARAMETER, "")).strip()[:100]
    found = partnerships_to_link(project, text, today)
    form = PartnershipForm(posted(request), options=found[:MOST])
    page = _page(project, _("Partnerschappen bij het project"), done=_("Toegevoegd. Het project staat op hun pagina."))
    page.back = _partnerships(project)
    page.template = "network/project/partnerships.html"
    page.extra = {
        "project": project,
        "links": partnership_links(project, today),
        "search": Search(text, found[:MOST], len(found) > MOST, "partnership"),
    }

    def deed(given: dict[str, Any], **who: Any) -> None:
        partnership = found_or_404(partnership_by_slug(request.actor, given["partnership"]))
        link_project(project, partnership, by=who["by"], at=who["at"])

    return answer(request, form, page, deed)


@require_http_methods(FORM)
@for_staff
def unlink(request: Request, project: Project, key: int) -> HttpResponse:
    """The partnership does not belong to it after all."""
    row = found_or_404(partnership_link(project, key, timezone.localdate()))
    title = _("%(name)s hoort er niet bij") % {"name": row.name}  # type: ignore[attr-defined]
    page = _page(project, title, done=_("Weggehaald."))
    page.intro = _("Het project en het partnerschap blijven allebei op de site staan.")
    page.back = _partnerships(project)
    page.submit, page.kind = _("Ja, haal weg"), "danger"
    return answer(
        request,
        RevisedForm(posted(request)),
        page,
        lambda given, **who: unlink_project(row, by=who["by"], at=who["at"]),
    )


@require_http_methods(FORM)
@for_staff
def remove(request: Request, project: Project) -> HttpResponse:
    """It was a mistake: there never was such a project."""
    form = RevisedForm(posted(request), initial={"revision": project.revision})
    page = _page(project, _("Project weghalen"), done=_("Weggehaald."))
    page.intro = _(
        "Doe dit alleen als het project een vergissing is. Is het klaar, vul dan een einde in: dan blijft de pagina staan."
    )
    page.submit, page.kind = _("Ja, haal weg"), "danger"

    def deed(given: dict[str, Any], **who: Any) -> None:
        remove_project(project, **who)
        page.back = reverse("network:project_list")

    return answer(request, form, page, deed)


def _leads(request: Request, form: ProjectForm, lead: str = "") -> Search:
    """The search, with whoever leads it now always among the choices, and nobody as well."""
    today = timezone.localdate()
    search = offered(request, form, (), today)
    now = found_organisation(request.actor, lead, today) if lead else None
    known = {option.public_id for option in search.found}
    options = [now, *search.found] if now and now.public_id not in known else search.found
    form.offer_leads(options)
    return replace(search, found=options)


def _lead(request: Request, given: dict[str, Any]) -> Organisation | None:
    chosen = given["organisation"]
    return found_or_404(organisation_chosen(request.actor, chosen)) if chosen else None


def _partnerships(project: Project) -> str:
    return reverse("network:project_partnerships", args=[project.slug])


def _page(project: Project, title: str, *, done: str) -> Page:
    back = reverse("network:project", args=[project.slug])
    crumbs = [(_("Projecten"), reverse("network:project_list")), (project.title, back), (title, "")]
    return Page(title=title, back=back, done=done, crumbs=crumbs)
