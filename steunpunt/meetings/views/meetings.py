"""One meeting as its readers see it, and its calendar file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from steunpunt.foundation.access import Actor
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.ui.answers import found_or_404
from steunpunt.meetings.formats.calendar import calendar_file
from steunpunt.meetings.formats.record import records_of
from steunpunt.meetings.formats.schemaorg import json_ld
from steunpunt.meetings.models import Admission, Meeting, MeetingState
from steunpunt.meetings.queries.meetings import is_over, meetings_in, public_leads, visible_meeting
from steunpunt.meetings.queries.moments import span_in_words
from steunpunt.meetings.queries.naming import organiser_name
from steunpunt.meetings.queries.programme import programme_days
from steunpunt.meetings.rules.meetings import may_lead
from steunpunt.network.views.partnership import panels_of

from .agenda import as_calendar
from .registration_panel import panel_for

NOT_FOR_READERS = ("meeting-planned", "meeting-kept", "meeting-lead", "meeting-improvised")


@require_safe
def meeting(request: Request, slug: str) -> HttpResponse:
    """When, where, for whom, what happens, and how to take it along."""
    found = found_or_404(visible_meeting(request.actor, slug))
    record = records_of([found], request.actor.day)[0]
    is_public = record.is_public and found.state != MeetingState.DRAFT
    now = timezone.now()
    context = {
        "meeting": found,
        "when": span_in_words(found.starts_at, found.ends_at),
        "is_over": is_over(found, now),
        "days": programme_days(found.items.all()),
        "organiser": organiser_name(found, request.actor.day),
        "leads": public_leads(found),
        "siblings": _siblings(found, request.actor),
        "now": now,
        "may_lead": may_lead(request.actor, found),
        "panel": panel_for(request.actor, found, now) if _takes_people(found) else None,
        "panels": panels_of(found, request.actor, request.actor.day),
        "structured": json_ld(record) if is_public else "",
        "is_limited": not is_public,
        "has_calendar": found.state == MeetingState.PUBLISHED and found.admission != Admission.UNLISTED,
        "history": history_of(found.reference, without=NOT_FOR_READERS),
        "crumbs": [(_("Bijeenkomsten"), reverse("meetings:agenda")), (found.title, "")],
    }
    return render(request, "meetings/meeting/page.html", context)


@require_safe
def calendar(request: Request, slug: str) -> HttpResponse:
    """The meeting for the reader's own calendar."""
    found = found_or_404(visible_meeting(request.actor, slug))
    records = records_of([found], request.actor.day)
    return as_calendar(calendar_file(records, name=found.title, at=timezone.now()), f"{found.slug}.ics")


def _takes_people(found: Meeting) -> bool:
    """What is a draft or goes by a code alone has no registration."""
    return found.state != MeetingState.DRAFT and found.admission != Admission.UNLISTED


def _siblings(found: Meeting, actor: Actor) -> list[Meeting]:
    """All meetings of its series, this one among them; empty when it stands alone."""
    if found.series is None:
        return []
    rows = list(meetings_in(found.series, actor))
    return rows if len(rows) > 1 else []
