"""Meetings that others take along: public ones only, whoever asks, as the API and the data set hand them out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time

from django.db.models import Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Meeting
from steunpunt.network.queries.choices import choices

from .agenda import meetings_with
from .meetings import agenda_of, with_card, with_words
from .moments import moment_on


@dataclass(frozen=True)
class Wanted:
    """Which of them; an empty collection is all."""

    kinds: Collection[str] = ()
    sectors: Collection[str] = ()
    themes: Collection[str] = ()
    text: str = ""
    since: date | None = None
    """The first day: what ended before it is left out."""
    until: date | None = None
    """The last day: what begins after it is left out."""


def public_meetings() -> QuerySet[Meeting]:
    """What a visitor may read, in the order in which it is held; cancelled ones too."""
    return agenda_of(Actor.visitor()).order_by("starts_at", "pk")


def wanted_meetings(wanted: Wanted) -> QuerySet[Meeting]:
    """The public meetings that fit."""
    rows = meetings_with(public_meetings(), wanted.text).filter(_held(wanted))
    if wanted.kinds:
        rows = rows.filter(kind__in=wanted.kinds)
    if wanted.sectors:
        rows = rows.filter(Q(sectors=[]) | Q(sectors__overlap=list(wanted.sectors)))
    if wanted.themes:
        links = Meeting.themes.through.objects.filter(theme__slug__in=_with_below(wanted.themes))
        rows = rows.filter(pk__in=links.values("meeting"))
    return rows


def meetings_in_order(keys: Sequence[int]) -> list[Meeting]:
    """The public ones among these, in this order."""
    found = {row.pk: row for row in with_card(public_meetings().filter(pk__in=keys))}
    return [found[key] for key in keys if key in found]


def public_meeting(slug: str) -> Meeting | None:
    """One public meeting by its address, with its programme."""
    return with_words(public_meetings()).filter(slug=slug).first()


def all_public_meetings() -> QuerySet[Meeting]:
    """Every one of them, with what a row of a file says."""
    return with_card(public_meetings())


def theme_is_known(slug: str) -> bool:
    return slug in choices().themes


def _held(wanted: Wanted) -> Q:
    condition = Q()
    if wanted.since:
        condition &= Q(ends_at__gte=moment_on(wanted.since, time.min))
    if wanted.until:
        condition &= Q(starts_at__lte=moment_on(wanted.until, time.max))
    return condition


def _with_below(slugs: Collection[str]) -> set[str]:
    """These themes and all that falls under them."""
    known = choices().themes
    return {one for slug in slugs for one in (known[slug].below if slug in known else {slug})}
