"""Reading what search keeps beside the index."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, QuerySet, Sum

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import facets, search

from .asking import IndexUnavailable, the_index
from .documents import Question
from .models import AskedQuestion, FrequentQuestion, FruitlessQuestion, IndexBuild, SavedSearch, WaitingReference
from .rules import tokens_of

if TYPE_CHECKING:
    from steunpunt.foundation.accounts.models import User

ENOUGH_ASKERS = 5
"""Less than five people are not many: what one or two ask says something of them."""
CANDIDATES = 24
LOST_AFTER = timedelta(minutes=10)
KIND = "soort"
"""The facet that is the kind of the record."""


def last_total() -> int:
    """How many documents there were when the index was last made; an estimate for the next time."""
    row = IndexBuild.objects.filter(finished_at__isnull=False).first()
    return row.total if row else 0


def built_since(moment: datetime) -> bool:
    return IndexBuild.objects.filter(finished_at__gte=moment).exists()


def often_asked(since: date) -> list[tuple[str, int]]:
    """Questions of enough different people since that day, the most asked first, with the number of people."""
    rows = AskedQuestion.objects.filter(on__gte=since).values("text").annotate(askers=Count("pk"))
    often = rows.filter(askers__gte=ENOUGH_ASKERS).order_by("-askers", "text")[:CANDIDATES]
    return [(row["text"], row["askers"]) for row in often]


def frequent_questions() -> list[str]:
    """What is asked often; for everybody."""
    return list(FrequentQuestion.objects.values_list("text", flat=True))


@dataclass(frozen=True)
class Fruitless:
    """A question that found nothing, over all its days."""

    text: str
    count: int
    last_on: date


def visible_fruitless(actor: Actor) -> list[Fruitless]:
    """For staff: what found nothing, most often first."""
    if not actor.is_staff:
        return []
    rows = FruitlessQuestion.objects.values("text").annotate(total=Sum("count"), last_on=Max("on"))
    return [Fruitless(row["text"], row["total"], row["last_on"]) for row in rows.order_by("-total", "-last_on", "text")]


@dataclass(frozen=True)
class Progress:
    """How the index is doing, for staff."""

    is_ready: bool
    documents: int
    waiting: int
    without_meaning: int
    build: IndexBuild | None
    """The build that runs now, or the last one."""
    is_building: bool


def index_progress(at: datetime) -> Progress:
    index, build = the_index(), IndexBuild.objects.first()
    try:
        documents, without_meaning = index.count(), index.without_meaning()
        is_ready = True
    except IndexUnavailable:
        documents, without_meaning, is_ready = 0, 0, False
    is_building = bool(build and not build.finished_at and build.told_at > at - LOST_AFTER)
    waiting = WaitingReference.objects.count()
    return Progress(is_ready, documents, waiting, without_meaning, build, is_building)


def saved_searches_of(account: "User") -> QuerySet[SavedSearch]:
    return SavedSearch.objects.filter(account=account)


def saved_search(public_id: str) -> SavedSearch | None:
    """By the id in a signed link."""
    return SavedSearch.objects.filter(public_id=public_id).select_related("account").first()


def question_of(row: SavedSearch, actor: Actor, limit: int) -> Question:
    """The saved question as this reader asks it now."""
    chosen = {code: tuple(values) for code, values in row.chosen.items()}
    return Question(row.text, tokens_of(actor), chosen, limit=limit)


def searches_to_look_at(before: datetime) -> QuerySet[SavedSearch]:
    """Saved questions of people who still have an account, that were last looked at before that moment."""
    rows = SavedSearch.objects.filter(told_at__lt=before, account__is_active=True)
    return rows.select_related("account").order_by("pk")


def held_searches(account: "User") -> list[dict[str, Any]]:
    """What somebody saved, for the download of one's own data."""
    return [
        {"vraag": row.text, "filters": row.chosen, "bewaard op": row.saved_at, "laatst gekeken op": row.told_at}
        for row in saved_searches_of(account)
    ]


def facet_words(chosen: Mapping[str, Any]) -> str:
    """Chosen filters in words, for lists and mail."""
    words = []
    for code, values in chosen.items():
        names = value_names(code)
        words += [str(names.get(value, value)) for value in values]
    return ", ".join(words)


def value_names(code: str) -> Mapping[str, Any]:
    """Value → name of one facet; `soort` is what hangs on the search board."""
    if code == KIND:
        return {pin.kind: pin.label for pin in search}
    return facets.get(code).names() if code in facets else {}
