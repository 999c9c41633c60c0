"""Small files that other programs look for: security.txt and robots.txt."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

PLAIN = "text/plain; charset=utf-8"
VALID_DAYS = 180
"""RFC 9116 advises less than a year; a page that nobody serves any more goes stale by itself."""
CLOSED_PATHS = ("/account/", "/beheer/", "/mijn/", "/verzoeken/", "/werklijst/", "/register/", "/zoeken/")


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell about a weak spot (RFC 9116)."""
    lines = [
        f"Contact: {_contact()}",
        f"Expires: {_expires(timezone.now()):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.BASE_URL}{reverse('portal:security_txt')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)


def _contact() -> str:
    """The address for reports; without one the page that says how to reach us."""
    return (
        f"mailto:{settings.SECURITY_EMAIL}"
        if settings.SECURITY_EMAIL
        else f"{settings.BASE_URL}{reverse('portal:about')}"
    )


def _expires(now: datetime) -> datetime:
    """Midnight UTC, so that the file stays the same for a day."""
    day = now.astimezone(UTC).date() + timedelta(days=VALID_DAYS)
    return datetime.combine(day, time.min, tzinfo=UTC)


@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    """An example installation stays out of search engines; a real one is open, its private corners aside."""
    if settings.EXAMPLE_MODE:
        lines = ["User-agent: *", "Disallow: /"]
    else:
        lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED_PATHS)]
        lines.append(f"Sitemap: {settings.BASE_URL}{reverse('portal:sitemap')}")
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)
