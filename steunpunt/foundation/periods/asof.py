"""The day that a reader asked for: `?op=2026-07-31`, otherwise today."""

from datetime import date

from django.http import HttpRequest
from django.utils import timezone

PARAMETER = "op"
EARLIEST, LATEST = 1900, 2100
"""Nobody plans or remembers further; each day that is asked for costs work."""


def date_asked(request: HttpRequest) -> tuple[date, bool]:
    """The day asked for and whether it was asked explicitly; a day that cannot be read or lies centuries away counts as not asked."""
    today = timezone.localdate()
    try:
        day = date.fromisoformat(request.GET.get(PARAMETER, ""))
    except ValueError:
        return today, False
    if not EARLIEST <= day.year <= LATEST:
        return today, False
    return day, day != today
