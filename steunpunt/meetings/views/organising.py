"""Preparing meetings: one's own list, planning, changing, publishing and cancelling."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from steunpunt.foundation.access import require
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.foundation.ui.fields import RevisedForm
from steunpunt.meetings.actions import meetings as actions
from steunpunt.meetings.forms.meetings import CancelForm, MeetingForm, initial_of
from steunpunt.meetings.models import Meeting, MeetingState
from steunpunt.meetings.queries.meetings import led_meeting, led_meetings, own_meetings
from steunpunt.meetings.queries.moments import span_in_words
from steunpunt.meetings.queries.naming import organiser_name
from steunpunt.meetings.queries.programme import programme_days
from steunpunt.meetings.rules.meetings import (
    can_cancel,
    can_change,
    can_lose_lead,
    can_publish,
    may_organise,
    missing_in,
)
from steunpunt.network.views.partnership import panels_of

from .agenda import lines_of

FORM = ["GET", "POST"]
PER_PAGE = 25
ALL = "alle"


@never_cache
@require_safe
@signed_in_required
def own_list(request: Request) -> HttpResponse:
    """What this person leads; staff can see all of it."""
    shows_all = request.actor.is_staff and ALL in request.GET
    rows = led_meetings(request.actor) if shows_all else own_meetings(request.actor)
    rows = rows.select_related("partnership").order_by("-starts_at", "-pk")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
    context = {
        "page": page,
        "lines": lines_of(list(page.object_list), request.actor.day),
        "query": request.GET,
        "shows_all": shows_all,
        "now": timezone.now(),
        "may_organise": may_organise(request.actor),
        "crumbs": [*_crumbs()[:1], (_("Mijn bijeenkomsten"), "")],
    }
    return render(request, "meetings/work/list.html", context)


@never_cache
@require_http_methods(FORM)
@signed_in_required
def plan(request: Request) -> HttpResponse:
    """A new meeting, as a draft."""
    require(may_organise(request.actor), actions.NOT_AN_ORGANISER)
    title = _("Bijeenkomst maken")
    page = Page(
        title=title,
        intro=_("Begin met wat je weet. Het blijft een concept tot je het op de agenda zet."),
        back=reverse("meetings:own_list"),
        done=_("Bewaard als concept. Maak hieronder het programma, en zet de bijeenkomst daarna op de agenda."),
        submit=_("Verder"),
        template="meetings/work/write.html",
        crumbs=[*_crumbs(), (title, "")],
    )
    form = MeetingForm(posted(request), initial={"admission": "public"}, actor=request.actor)
    page.extra = {"shows_themes": form.is_bound}

    def deed(given: dict[str, Any], **who: Any) -> None:
        page.back = work_of(actions.plan_meeting(given, by=who["by"], at=who["at"]))

    return answer(request, form, page, deed)


@never_cache
@require_safe
@signed_in_required
def work(request: Request, public_id: str) -> HttpResponse:
    """All that whoever leads a meeting sees of it, with what can be done next."""
    found = found_meeting(request, public_id)
    now = timezone.now()
    context = {
        "meeting": found,
        "when": span_in_words(found.starts_at, found.ends_at),
        "organiser": organiser_name(found, request.actor.day),
        "days": programme_days(found.items.all()),
        "leads": list(found.leads.all()),
        "missing": [sentence for _field, sentence in missing_in(found)],
        "can_change": can_change(found),
        "can_publish": can_publish(found),
        "can_cancel": can_cancel(found, now),
        "can_lose_lead": can_lose_lead(found),
        "panels": panels_of(found, request.actor, request.actor.day),
        "history": history_of(found.reference),
        "crumbs": [*_crumbs(), (found.title, "")],
    }
    return render(request, "meetings/work/page.html", context)


@never_cache
@require_http_methods(FORM)
@signed_in_required
def change(request: Request, public_id: str) -> HttpResponse:
    """What the meeting says of itself, and when and where it is."""
    found = found_meeting(request, public_id)
    form = MeetingForm(posted(request), initial=initial_of(found), actor=request.actor, meeting=found)
    page = page_of(found, _("Bijeenkomst wijzigen"), done=_("Bewaard."))
    if found.state == MeetingState.PUBLISHED:
        page.done = _("Bewaard. De agenda en de kalenders van lezers nemen het over.")
    page.template = "meetings/work/write.html"
    page.extra = {"shows_themes": form.is_bound or found.themes.exists()}
    return answer(request, form, page, lambda given, **who: actions.change_meeting(found, given, **who))


@never_cache
@require_http_methods(FORM)
@signed_in_required
def publish(request: Request, public_id: str) -> HttpResponse:
    """Put the draft on the agenda."""
    found = found_meeting(request, public_id)
    page = page_of(found, _("Op de agenda zetten"), done=_("De bijeenkomst staat op de agenda."))
    page.intro = _("Iedereen voor wie de bijeenkomst is, ziet haar dan in de agenda en vindt haar met zoeken.")
    page.submit, page.kind = _("Zet op de agenda"), "main"
    form = RevisedForm(posted(request), initial={"revision": found.revision})

    def deed(given: dict[str, Any], **who: Any) -> None:
        actions.publish_meeting(found, **who)
        page.back = reverse("meetings:meeting", args=[found.slug])

    return answer(request, form, page, deed)


@never_cache
@require_http_methods(FORM)
@signed_in_required
def cancel(request: Request, public_id: str) -> HttpResponse:
    """The meeting will not be held."""
    found = found_meeting(request, public_id)
    page = page_of(found, _("Bijeenkomst afgelasten"), done=_("Afgelast. Bij de bijeenkomst staat nu waarom."))
    page.intro = _("Dit kun je niet terugdraaien. De bijeenkomst blijft in de agenda staan, met jouw reden erbij.")
    page.submit, page.kind = _("Gaat niet door"), "danger"
    form = CancelForm(posted(request), initial={"revision": found.revision})
    return answer(request, form, page, lambda given, **who: actions.cancel_meeting(found, given["reason"], **who))


def found_meeting(request: Request, public_id: str) -> Meeting:
    """The meeting, for whoever leads it."""
    found: Meeting = found_or_404(led_meeting(request.actor, public_id))
    return found


def work_of(meeting: Meeting) -> str:
    return reverse("meetings:work", args=[meeting.public_id])


def page_of(meeting: Meeting, title: str, *, done: str) -> Page:
    """The words around a form about one meeting."""
    here = work_of(meeting)
    return Page(title=title, back=here, done=done, crumbs=[*_crumbs(), (meeting.title, here), (title, "")])


def _crumbs() -> list[tuple[str, str]]:
    return [
        (_("Bijeenkomsten"), reverse("meetings:agenda")),
        (_("Mijn bijeenkomsten"), reverse("meetings:own_list")),
    ]
