"""What is planned for later, and taking it back; and the projects that a partnership takes part in."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.foundation.ui.fields import RevisedForm
from steunpunt.network.actions.planned import withdraw_change, withdraw_end
from steunpunt.network.actions.project import link_project, unlink_project
from steunpunt.network.forms.project import LinkForm
from steunpunt.network.models import Partnership
from steunpunt.network.queries.editing import project_link, project_links
from steunpunt.network.queries.planned import planned_changes, planned_row

from .editing_answers import for_managers, manage_crumbs


@require_http_methods(["GET", "POST"])
@for_managers
def withdraw(request: Request, partnership: Partnership, kind: str, key: int, side: str) -> HttpResponse:
    """Take back one planned begin (`side` is "begin") or end ("einde")."""
    row = found_or_404(planned_row(partnership, kind, key))
    wanted = (kind, key, side == "einde")
    changes = planned_changes(partnership, timezone.localdate())
    change = found_or_404(next((one for one in changes if (one.kind, one.key, one.is_end) == wanted), None))
    words = {"day": date_format(change.on, "j F Y"), "what": change.text}
    form = RevisedForm(posted(request), initial={"revision": partnership.revision})
    if change.is_end:
        intro = _("Gepland einde op %(day)s: %(what)s. Trek je dit in, dan loopt het gewoon door.") % words
    else:
        intro = (
            _("Gepland vanaf %(day)s: %(what)s. Trek je dit in, dan blijft gelden wat er voor die dag gold.") % words
        )
    page = _page(partnership, _("Intrekken wat gepland was"), intro=intro, done=_("Ingetrokken."))
    page.submit, page.kind = _("Ja, trek in"), "danger"
    deed = withdraw_end if change.is_end else withdraw_change
    return answer(request, form, page, lambda given, **who: deed(row, **who))


@require_http_methods(["GET", "POST"])
@for_managers
def projects(request: Request, partnership: Partnership) -> HttpResponse:
    """Projects and initiatives that the partnership takes part in, and one more."""
    form = LinkForm(posted(request), partnership=partnership)
    page = _page(
        partnership,
        _("Projecten en initiatieven"),
        intro=_("Staat een project er niet bij? Vraag het steunpunt om het toe te voegen."),
        done=_("Toegevoegd. Het project staat op jullie pagina."),
    )
    page.back = reverse("network:manage_projects", args=[partnership.slug])
    page.template = "network/editing/projects.html"
    page.extra = {"links": project_links(partnership), "partnership": partnership}
    return answer(request, form, page, lambda given, **who: link_project(given["project"], partnership, **who))


@require_http_methods(["GET", "POST"])
@for_managers
def unlink(request: Request, partnership: Partnership, key: int) -> HttpResponse:
    """The partnership does not take part in the project after all."""
    row = found_or_404(project_link(partnership, key))
    form = RevisedForm(posted(request))
    title = _("Doet niet mee aan %(title)s") % {"title": row.project.title}
    page = _page(partnership, title, intro=_("Het project blijft op de site staan."), done=_("Weggehaald."))
    page.back = reverse("network:manage_projects", args=[partnership.slug])
    page.submit, page.kind = _("Ja, haal weg"), "danger"

    def deed(given: dict[str, Any], **who: Any) -> None:
        unlink_project(row, by=who["by"], at=who["at"])

    return answer(request, form, page, deed)


def _page(partnership: Partnership, title: str, *, intro: str, done: str) -> Page:
    back = reverse("network:partnership_edit", args=[partnership.slug])
    return Page(title=title, intro=intro, back=back, done=done, crumbs=manage_crumbs(partnership, (title, "")))
