"""At the door: the code that was scanned, and the list by hand."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import found_or_404
from steunpunt.meetings.actions.attending import check_in as note_presence
from steunpunt.meetings.actions.attending import undo_check_in
from steunpunt.meetings.models import AttendedHow, Registration
from steunpunt.meetings.queries.attendance import door_of, expected_at, waiting_at
from steunpunt.meetings.queries.leading import address_of
from steunpunt.meetings.queries.registrations import registration_at
from steunpunt.meetings.rules.registering import can_be_checked_in

from .leading import led_meeting, tabs

FORM = ["GET", "HEAD", "POST"]
PER_PAGE = 60


@never_cache
@require_http_methods(FORM)
@signed_in_required
def check_in(request: Request, slug: str, public_id: str) -> HttpResponse:
    """What the phone of a leader opens after scanning: who it is, and one button."""
    meeting = led_meeting(request, slug)
    found = found_or_404(registration_at(meeting, public_id))
    if request.method == "POST":
        _carry_out(request, found, AttendedHow.CODE)
        return redirect("meetings:check_in", slug, public_id)
    context = {
        "meeting": meeting,
        "registration": found,
        "can_check_in": can_be_checked_in(found, timezone.now()),
        "door": door_of(meeting),
        "crumbs": [
            (meeting.title, address_of(meeting)),
            (_("Aanwezig"), reverse("meetings:attendance", args=[slug])),
            (found.name, ""),
        ],
    }
    return render(request, "meetings/registration/check_in.html", context)


@never_cache
@require_http_methods(FORM)
@signed_in_required
def attendance(request: Request, slug: str) -> HttpResponse:
    """Everybody who is expected, with a button each; search finds a name among hundreds."""
    meeting = led_meeting(request, slug)
    if request.method == "POST":
        found = found_or_404(registration_at(meeting, request.POST.get("wie", "").replace("\x00", "")))
        _carry_out(request, found, AttendedHow.HAND)
        text = request.POST.get("q", "").replace("\x00", "")
        query = "?" + urlencode({"q": text}) if text else ""
        return redirect(f"{reverse('meetings:attendance', args=[slug])}{query}#wie-{found.public_id}")
    text = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    context = {
        "meeting": meeting,
        "text": text,
        "query": request.GET,
        "page": Paginator(expected_at(meeting, text), PER_PAGE).get_page(request.GET.get("pagina")),
        "waiting": waiting_at(meeting, text),
        "door": door_of(meeting),
        "tabs": tabs(meeting, "attendance"),
        "crumbs": [(meeting.title, address_of(meeting)), (_("Aanwezig"), "")],
    }
    return render(request, "meetings/registration/attendance.html", context)


def _carry_out(request: Request, found: Registration, how: str) -> None:
    """The one press, or taking it back."""
    try:
        if request.POST.get("deed") == "terug":
            undo_check_in(found, by=request.actor, at=timezone.now())
        else:
            note_presence(found, how, by=request.actor, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
