"""Reading the agenda: what comes, what has been, a series, and the calendar that follows it."""

from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from steunpunt.foundation.access import Actor
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ui.answers import found_or_404
from steunpunt.meetings.formats.calendar import CONTENT_TYPE, calendar_file
from steunpunt.meetings.formats.record import records_of
from steunpunt.meetings.forms.agenda import PARAMETERS, address_of, pairs_of, read_choice, with_value
from steunpunt.meetings.models import Meeting
from steunpunt.meetings.queries.agenda import Agenda, Choice, Option, calendar_meetings
from steunpunt.meetings.queries.meetings import meetings_in, visible_series
from steunpunt.meetings.queries.naming import organiser_names
from steunpunt.meetings.rules.meetings import may_change_series, may_organise

PER_PAGE = 30
LABELS = {
    "period": gettext_lazy("Wanneer"),
    "kind": gettext_lazy("Soort"),
    "sector": gettext_lazy("Sector"),
    "theme": gettext_lazy("Thema"),
    "partnership": gettext_lazy("Wie organiseert het"),
}


@require_safe
def agenda(request: Request) -> HttpResponse:
    """What comes, month by month."""
    return _listed(request, past=False)


@require_safe
def past(request: Request) -> HttpResponse:
    """What has been, the latest first."""
    return _listed(request, past=True)


@require_safe
def feed(request: Request) -> HttpResponse:
    """The agenda for a calendar program, with the filters that stand in its address; the same for everybody."""
    choice, now, visitor = read_choice(request.GET), timezone.now(), Actor.visitor()
    records = records_of(calendar_meetings(visitor, choice, at=now), visitor.day)
    name = _("Bijeenkomsten samen opleiden (voorbeeld)") if settings.EXAMPLE_MODE else _("Bijeenkomsten samen opleiden")
    return as_calendar(calendar_file(records, name=name, at=now), "bijeenkomsten.ics")


@require_safe
def series(request: Request, slug: str) -> HttpResponse:
    """A series with its meetings: what they have to do with each other, and where it stands."""
    found = found_or_404(visible_series(request.actor).filter(slug=slug).first())
    meetings = list(meetings_in(found, request.actor))
    context = {
        "series": found,
        "lines": lines_of(meetings, request.actor.day),
        "may_change": may_change_series(request.actor, found),
        "now": timezone.now(),
        "crumbs": [(_("Bijeenkomsten"), reverse("meetings:agenda")), (found.title, "")],
    }
    return render(request, "meetings/series/page.html", context)


def as_calendar(content: bytes, name: str) -> HttpResponse:
    """A calendar file, to be kept or opened by a calendar program."""
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def lines_of(meetings: list[Meeting], day: date) -> list[tuple[Meeting, str]]:
    """Each meeting with the name of who organises it."""
    names = organiser_names(meetings, day)
    return [(meeting, names[meeting.pk]) for meeting in meetings]


def _listed(request: Request, *, past: bool) -> HttpResponse:
    choice, now = read_choice(request.GET), timezone.now()
    shown = Agenda(request.actor, choice, at=now, past=past)
    page = Paginator(shown.meetings(), PER_PAGE).get_page(request.GET.get("pagina"))
    title = _("Bijeenkomsten die zijn geweest") if past else _("Bijeenkomsten")
    context = {
        "title": title,
        "is_past": past,
        "page": page,
        "months": _months(list(page.object_list), request.actor.day),
        "choice": choice,
        "filters": _filters(choice, shown.options()),
        "query": request.GET,
        "now": now,
        "search_hidden": pairs_of(choice, without=["text"]),
        "feed_url": reverse("meetings:feed") + address_of(choice, without=["period"]),
        "other_query": address_of(choice, without=["period"]),
        "may_organise": may_organise(request.actor),
        "crumbs": [(_("Bijeenkomsten"), reverse("meetings:agenda")), (title, "")] if past else [(title, "")],
    }
    return render(request, "meetings/agenda/list.html", context)


def _months(meetings: list[Meeting], day: date) -> list[tuple[datetime, list[tuple[Meeting, str]]]]:
    """The lines under the month in which they begin."""
    grouped = groupby(lines_of(meetings, day), key=lambda line: localtime(line[0].starts_at).replace(day=1).date())
    return [(localtime(found[0][0].starts_at), found) for _month, lines in grouped if (found := list(lines))]


def _filters(choice: Choice, options: dict[str, list[Option]]) -> list[dict[str, Any]]:
    """Per filter its values, each with the address that chooses it; what is chosen leads to the list without it."""
    return [
        {
            "label": LABELS[name],
            "chosen": getattr(choice, name),
            "all_url": address_of(choice, without=[name]) or "?",
            "options": [
                (option, address_of(with_value(choice, name, option.value)) or "?") for option in options[name]
            ],
        }
        for name in PARAMETERS
    ]
