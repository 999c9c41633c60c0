"""The list that harvesters walk: by the moment of the last change, what was taken away included."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Min, Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.formats.oai import Kept, Page
from steunpunt.knowledge.formats.oai_questions import Asked, Position, token
from steunpunt.knowledge.formats.record import KIND_NAMES, KINDS, SECTORS
from steunpunt.knowledge.models import HarvestMark
from steunpunt.network.queries.themes import visible_themes

from .harvest import numbered_records, public_items

PAGE = 100
LOCAL = "kennis/"


def identifier_of(public_id: str) -> str:
    """The lasting name of an item in the world of harvesters."""
    return f"oai:{urlsplit(settings.BASE_URL).hostname}:{LOCAL}{public_id}"


def visible_marks(asked: Asked) -> QuerySet[HarvestMark]:
    """What falls in the window and the set. An item that was never public has no mark."""
    rows = HarvestMark.objects.select_related("item").order_by("changed_at", "pk")
    if asked.begin:
        rows = rows.filter(changed_at__gte=asked.begin)
    if asked.end:
        rows = rows.filter(changed_at__lte=asked.end)
    if asked.within:
        rows = rows.filter(sets__contains=[asked.within])
    return rows


def marked_page(asked: Asked, size: int | None = None) -> Page:
    """The next part of the list, with the token for the one after it."""
    size = size or PAGE
    rows = visible_marks(asked)
    total, passed = rows.count(), asked.after.passed if asked.after else 0
    if asked.after:
        at, pk = asked.after.changed_at, asked.after.pk
        rows = rows.filter(Q(changed_at=at, pk__gt=pk) | Q(changed_at__gt=at))
    marks = list(rows[: size + 1])
    more, marks = len(marks) > size, marks[:size]
    ends = "" if asked.after else None
    if more:
        ends = token(asked, Position(marks[-1].changed_at, marks[-1].pk, passed + len(marks)))
    return Page(_kept(marks), ends, max(total, 1), passed)


def marked(identifier: str) -> Kept | None:
    """One record by its lasting name; also what was taken away, never what was never there."""
    start = identifier_of("")
    if not identifier.startswith(start):
        return None
    mark = HarvestMark.objects.select_related("item").filter(item__public_id=identifier.removeprefix(start)).first()
    return _kept([mark])[0] if mark else None


def _kept(marks: list[HarvestMark]) -> list[Kept]:
    found = dict(numbered_records(public_items().filter(pk__in=[mark.item_id for mark in marks])))
    return [
        Kept(identifier_of(mark.item.public_id), mark.changed_at, tuple(mark.sets), found.get(mark.item_id))
        for mark in marks
    ]


def earliest_mark() -> datetime | None:
    moment: datetime | None = HarvestMark.objects.aggregate(first=Min("changed_at"))["first"]
    return moment


def named_sets() -> Iterator[tuple[str, str]]:
    """Every set by kind, sector and theme. They stand here whether or not something is in them."""
    yield from ((f"soort:{word}", KIND_NAMES[kind]) for kind, word in KINDS.items())
    yield from ((f"sector:{sector}", name) for sector, name in SECTORS.items())
    for slug, title in visible_themes(Actor.visitor()).values_list("slug", "title"):
        yield f"thema:{slug}", title
