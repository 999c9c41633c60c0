"""Moments of meetings in words, and from a day and a time on the clock to a moment."""

from datetime import date, datetime, time, timedelta

from django.utils.formats import date_format
from django.utils.timezone import get_default_timezone, localtime
from django.utils.translation import gettext as _

LAST_MINUTE = time(23, 59)


def moment_in_words(moment: datetime | None) -> str | None:
    """ "5 december 2026 13:30", as the clock on the wall shows it."""
    return date_format(localtime(moment), "j F Y H:i") if moment else None


def moment_on(day: date, clock: time) -> datetime:
    """The moment at which the clock on the wall shows this time on this day."""
    return datetime.combine(day, clock, tzinfo=get_default_timezone())


def end_of(day: date) -> datetime:
    """The last minute of a day."""
    return moment_on(day, LAST_MINUTE)


def later(moment: datetime, distance: timedelta) -> datetime:
    """So much later on the clock on the wall, also when the clocks change in between."""
    shown = localtime(moment).replace(tzinfo=None) + distance
    return shown.replace(tzinfo=get_default_timezone())


def distance(first: datetime, second: datetime) -> timedelta:
    """How far two moments lie apart on the clock on the wall."""
    return localtime(second).replace(tzinfo=None) - localtime(first).replace(tzinfo=None)


def span_in_words(starts_at: datetime, ends_at: datetime) -> str:
    """ "donderdag 3 december 2026, 13:30 – 16:30 uur", or both days when it lasts longer."""
    begin, end = localtime(starts_at), localtime(ends_at)
    day, clock = "l j F Y", "H:i"
    if begin.date() == end.date():
        return _("%(day)s, %(begin)s – %(end)s uur") % {
            "day": date_format(begin, day),
            "begin": date_format(begin, clock),
            "end": date_format(end, clock),
        }
    return _("%(first)s %(begin)s uur tot en met %(last)s %(end)s uur") % {
        "first": date_format(begin, day),
        "begin": date_format(begin, clock),
        "last": date_format(end, day),
        "end": date_format(end, clock),
    }
