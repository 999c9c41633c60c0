"""What somebody who plans a meeting can choose from: for whom it is organised, and in which series it stands."""

from datetime import date

from django.db.models import Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Meeting, Series
from steunpunt.network.models import Partnership
from steunpunt.network.queries.partnerships import visible_partnerships
from steunpunt.network.queries.people import managed_partnerships, partnership_names

from .meetings import own_meetings


def partnerships_to_organise(actor: Actor) -> QuerySet[Partnership]:
    """Those that the reader coordinates; staff choose from all."""
    return visible_partnerships(actor) if actor.is_staff else managed_partnerships(actor, actor.day)


def organisers(actor: Actor, meeting: Meeting | None, day: date) -> list[tuple[int, str]]:
    """Key and name of the partnerships to choose from; the one that organises it already stays among them."""
    keys = set(partnerships_to_organise(actor).values_list("pk", flat=True))
    if meeting is not None and meeting.partnership_id:
        keys.add(meeting.partnership_id)
    return sorted(partnership_names(keys, day).items(), key=lambda pair: pair[1].casefold())


def series_to_choose(actor: Actor, meeting: Meeting | None = None) -> QuerySet[Series]:
    """Series of meetings that the reader leads, and those that are still empty; staff choose from all."""
    if actor.is_staff:
        return Series.objects.all()
    led = own_meetings(actor).filter(series__isnull=False).values("series")
    kept = Q(pk=meeting.series_id) if meeting is not None and meeting.series_id else Q(pk__in=[])
    return Series.objects.filter(Q(pk__in=led) | Q(meetings__isnull=True) | kept).distinct()


def editable_series(actor: Actor) -> QuerySet[Series]:
    """Series of which the reader leads a meeting, and those that are still empty for who organises; staff have all."""
    return series_to_choose(actor)
