"""Making a series of meetings, and saying differently what it is about."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from steunpunt.foundation.access import require
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.meetings.actions import series as actions
from steunpunt.meetings.forms.meetings import SeriesForm
from steunpunt.meetings.queries.choosing import editable_series
from steunpunt.meetings.rules.meetings import may_plan_series

from .organising import FORM


@never_cache
@require_http_methods(FORM)
@signed_in_required
def plan(request: Request) -> HttpResponse:
    """A series in which meetings can stand."""
    require(may_plan_series(request.actor), actions.NOT_AN_ORGANISER)
    own = reverse("meetings:own_list")
    title = _("Reeks maken")
    page = Page(
        title=title,
        intro=_("Bijeenkomsten in een reeks horen bij elkaar: een latere gaat verder met wat een eerdere opleverde."),
        back=own,
        done=_("De reeks is er. Kies haar bij een bijeenkomst, dan verschijnt ze op de site."),
        crumbs=[(_("Bijeenkomsten"), reverse("meetings:agenda")), (_("Mijn bijeenkomsten"), own), (title, "")],
    )
    form = SeriesForm(posted(request))
    return answer(request, form, page, actions.plan_series)


@never_cache
@require_http_methods(FORM)
@signed_in_required
def change(request: Request, slug: str) -> HttpResponse:
    """What a series is called and what it is about."""
    found = found_or_404(editable_series(request.actor).filter(slug=slug).first())
    title = _("Reeks wijzigen")
    here = reverse("meetings:series", args=[found.slug])
    page = Page(
        title=title,
        back=here,
        done=_("Bewaard."),
        crumbs=[(_("Bijeenkomsten"), reverse("meetings:agenda")), (found.title, here), (title, "")],
    )
    form = SeriesForm(posted(request), initial={"title": found.title, "summary": found.summary})

    def deed(given: dict[str, Any], **who: Any) -> None:
        actions.change_series(found, given, **who)

    return answer(request, form, page, deed)
