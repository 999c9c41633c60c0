"""What becomes of the programme when its meeting gets another time."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import require
from steunpunt.meetings.models import Meeting
from steunpunt.meetings.queries.moments import distance, later
from steunpunt.meetings.rules.meetings import fits_in

FALLS_OUTSIDE = _("Een onderdeel van het programma valt buiten deze tijd. Pas eerst het programma aan.")


def move_items(held: Meeting, stood: Meeting) -> None:
    """The parts move along with a meeting that moves as a whole or goes to another day; otherwise they stay."""
    items = list(held.items.all())
    shift = _shift(held, stood)
    for item in items:
        item.starts_at, item.ends_at = later(item.starts_at, shift), later(item.ends_at, shift)
        require(fits_in(item.starts_at, item.ends_at, held), FALLS_OUTSIDE, field="ends")
        if shift:
            item.save(update_fields=["starts_at", "ends_at"])


def _shift(held: Meeting, stood: Meeting) -> timedelta:
    begin, end = distance(stood.starts_at, held.starts_at), distance(stood.ends_at, held.ends_at)
    return begin if begin == end else timedelta(days=_days(stood, held))


def _days(stood: Meeting, held: Meeting) -> int:
    """How many days later it begins."""
    return (later(held.starts_at, timedelta()).date() - later(stood.starts_at, timedelta()).date()).days
