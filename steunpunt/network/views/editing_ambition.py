"""What partners want: the vision page and the goals of each partner."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.foundation.ui.fields import RevisedForm
from steunpunt.network.actions.ambition import add_goal, change_goal, remove_goal, set_vision
from steunpunt.network.forms.ambition import GoalForm, GoalTextForm, VisionForm
from steunpunt.network.models import Partnership
from steunpunt.network.queries.choosing import organisation_chosen, partners_as_options
from steunpunt.network.queries.editing import goal_of, goals_for_editing

from .editing_answers import for_managers, manage_crumbs


@require_http_methods(["GET", "POST"])
@for_managers
def vision(request: Request, partnership: Partnership) -> HttpResponse:
    """Vision, cooperation model and scenario."""
    names = ("vision", "cooperation_model", "scenario", "revision")
    form = VisionForm(posted(request), initial={name: getattr(partnership, name) for name in names})
    title = _("Visie en samenwerken")
    page = Page(
        title=title,
        intro=_(
            "Dit staat op jullie pagina onder ‘Waar ze samen voor staan’. Model en scenario helpen anderen om jullie te begrijpen."
        ),
        back=reverse("network:partnership_edit", args=[partnership.slug]),
        done=_("Bewaard. Het staat meteen op de pagina."),
        crumbs=manage_crumbs(partnership, (title, "")),
    )

    def deed(given: dict[str, Any], **who: Any) -> None:
        facts = {name: given[name] for name in ("vision", "cooperation_model", "scenario")}
        set_vision(partnership, **facts, **who)

    return answer(request, form, page, deed)


@require_safe
@for_managers
def goals(request: Request, partnership: Partnership) -> HttpResponse:
    """What each partner wants and why it takes part."""
    context = {
        "partnership": partnership,
        "goals": goals_for_editing(partnership, timezone.localdate()),
        "crumbs": manage_crumbs(partnership, (_("Doelen"), "")),
    }
    return render(request, "network/editing/goals.html", context)


@require_http_methods(["GET", "POST"])
@for_managers
def add(request: Request, partnership: Partnership) -> HttpResponse:
    """A goal of one of the partners."""
    partners = partners_as_options(partnership, timezone.localdate())
    form = GoalForm(posted(request), initial={"revision": partnership.revision}, partners=partners)
    page = _page(
        partnership,
        _("Doel toevoegen"),
        intro=_("Samenwerken lukt beter als iedereen zegt wat hij wil, en waarom."),
        done=_("Toegevoegd. Het doel staat op de pagina."),
    )

    def deed(given: dict[str, Any], **who: Any) -> None:
        organisation = found_or_404(organisation_chosen(request.actor, given["organisation"]))
        add_goal(form.row(partnership, organisation), **who)

    return answer(request, form, page, deed)


@require_http_methods(["GET", "POST"])
@for_managers
def change(request: Request, partnership: Partnership, key: int) -> HttpResponse:
    """Other words for a goal."""
    row = found_or_404(goal_of(partnership, key))
    initial = {"goal": row.goal, "interest": row.interest, "revision": partnership.revision}
    form = GoalTextForm(posted(request), initial=initial)
    page = _page(partnership, _("Doel wijzigen"), done=_("Bewaard."))
    return answer(request, form, page, lambda given, **who: change_goal(row, given["goal"], given["interest"], **who))


@require_http_methods(["GET", "POST"])
@for_managers
def remove(request: Request, partnership: Partnership, key: int) -> HttpResponse:
    """The goal goes; the history keeps it."""
    row = found_or_404(goal_of(partnership, key))
    form = RevisedForm(posted(request), initial={"revision": partnership.revision})
    page = _page(partnership, _("Doel weghalen"), intro=row.goal, done=_("Weggehaald."))
    page.submit, page.kind = _("Ja, haal weg"), "danger"
    return answer(request, form, page, lambda given, **who: remove_goal(row, **who))


def _page(partnership: Partnership, title: str, *, done: str, intro: str = "") -> Page:
    back = reverse("network:manage_goals", args=[partnership.slug])
    crumbs = manage_crumbs(partnership, (_("Doelen"), back), (title, ""))
    return Page(title=title, intro=intro, back=back, done=done, crumbs=crumbs)
