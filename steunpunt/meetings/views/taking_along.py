"""What somebody takes along from the own page: a file for the calendar, the code for the door, the certificate."""

import qrcode  # type: ignore[import-untyped]
import qrcode.image.svg  # type: ignore[import-untyped]
from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ui.answers import found_or_404
from steunpunt.meetings.formats.calendar_file import FILE_NAME, calendar_text
from steunpunt.meetings.formats.certificate import certificate_pdf
from steunpunt.meetings.models import Registration
from steunpunt.meetings.queries.leading import full_address_of
from steunpunt.meetings.queries.registrations import registration_by_link
from steunpunt.meetings.rules.registering import can_be_certified


@never_cache
@require_safe
def calendar(request: Request, link: str) -> HttpResponse:
    """The meeting for one's own calendar, with the link to take part online for whoever has a place."""
    found = _own(link)
    text = calendar_text(
        found.meeting,
        page=full_address_of(found.meeting),
        at=timezone.now(),
        online_link=found.meeting.online_link if found.has_place else "",
    )
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=_as_file(FILE_NAME))


@never_cache
@require_safe
def code(request: Request, link: str) -> HttpResponse:
    """The code that is scanned at the door. It opens nothing for whoever does not lead the meeting."""
    found = _own(link)
    address = settings.BASE_URL + reverse("meetings:check_in", args=[found.meeting.slug, found.public_id])
    picture = qrcode.make(address, image_factory=qrcode.image.svg.SvgPathFillImage).to_string()
    return HttpResponse(picture, content_type="image/svg+xml")


@never_cache
@require_safe
def certificate(request: Request, link: str) -> HttpResponse:
    """Only for who was there, when it is over."""
    found = _own(link)
    found_or_404(can_be_certified(found, timezone.now()) or None)
    parts = [choice.part for choice in found.choices.all()]
    context = {"registration": found, "meeting": found.meeting, "parts": parts, "on": timezone.localdate()}
    page = render_to_string("meetings/registration/certificate.html", context)
    name = f"bewijs-van-deelname-{found.meeting.slug}.pdf"
    return HttpResponse(certificate_pdf(page), content_type="application/pdf", headers=_as_file(name))


def _own(link: str) -> Registration:
    return found_or_404(registration_by_link(link.replace("\x00", "")))


def _as_file(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"', "X-Robots-Tag": "noindex"}
