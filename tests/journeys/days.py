"""The days of the stories: the next first of August, and the day before."""

from datetime import date, timedelta

from django.utils.timezone import localdate


def next_august() -> date:
    """The first day of the coming school year."""
    today = localdate()
    august = date(today.year, 8, 1)
    return august if today < august else date(today.year + 1, 8, 1)


def last_of_july() -> date:
    return next_august() - timedelta(days=1)
