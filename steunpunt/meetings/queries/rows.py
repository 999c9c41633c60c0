"""A few meetings outside the agenda: for the front page, a partnership, a theme, and who leads them."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.meetings.models import Admission, Meeting, MeetingState
from steunpunt.network.models import Partnership, Theme
from steunpunt.network.queries.choices import choices

from .meetings import agenda_of, own_meetings, with_card

FEW = 3
MANY = 5


def coming(actor: Actor) -> QuerySet[Meeting]:
    """What will be held, soonest first."""
    rows = agenda_of(actor).filter(state=MeetingState.PUBLISHED, ends_at__gt=timezone.now())
    return with_card(rows).order_by("starts_at", "pk")


def next_for_all(actor: Actor, sector: str, today: date) -> dict[str, Any] | None:
    """The first that come for a sector, or for all; None when there are none."""
    rows = coming(actor)
    if sector:
        rows = rows.filter(Q(sectors=[]) | Q(sectors__contains=[sector]))
    return _few(rows, FEW, sector=sector)


def next_of_partnership(partnership: Partnership, actor: Actor, day: date) -> dict[str, Any] | None:
    """The first that a partnership organises; None when there are none."""
    return _few(coming(actor).filter(partnership=partnership), MANY, partnership=partnership)


def next_about_theme(theme: Theme, actor: Actor, day: date) -> dict[str, Any] | None:
    """The first about a theme or what falls under it; None when there are none."""
    known = choices().themes
    below = known[theme.slug].below if theme.slug in known else {theme.slug}
    keys = Meeting.themes.through.objects.filter(theme__slug__in=below).values("meeting")
    return _few(coming(actor).filter(pk__in=keys), FEW, theme=theme)


def own_panel(account: User, actor: Actor, day: date) -> dict[str, Any] | None:
    """What somebody leads and is still to come, on the own page; None when there is nothing."""
    if actor.account is None:
        return None
    rows = own_meetings(actor).exclude(state=MeetingState.CANCELLED).exclude(admission=Admission.UNLISTED)
    return _few(rows.filter(ends_at__gt=timezone.now()).order_by("starts_at", "pk"), MANY)


def _few(rows: QuerySet[Meeting], most: int, **beside: Any) -> dict[str, Any] | None:
    found = list(rows[:most])
    return {"rows": found, **beside} if found else None
