"""Bulletins that may say the same: the same source, or nearly the same words."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from urllib.parse import urlsplit

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.duplicates import grams, likeness
from steunpunt.knowledge.models import Bulletin

from .bulletins import visible_bulletins, with_words

LOOKED_AT = 60
"""The newest ones; what is older was looked at when it was new."""
ALIKE, ALIKE_FROM_ONE_SOURCE = 0.7, 0.5
"""Different bulletins that come with the project score at most 0.65; the same news in other words 0.77 and more.

One page may bring several pieces of news, so the same source counts when the words come near as well.
"""


@dataclass(frozen=True)
class NearDouble:
    """Two bulletins that may be about the same, and why we think so."""

    one: Bulletin
    other: Bulletin
    score: float
    has_same_source: bool

    @property
    def percent(self) -> int:
        return round(self.score * 100)

    @property
    def sides(self) -> tuple[Bulletin, Bulletin]:
        return self.one, self.other


def near_doubles_of(actor: Actor, bulletin: Bulletin) -> list[NearDouble]:
    """What may be the same as this one, most alike first."""
    rows = with_words(visible_bulletins(actor)).exclude(pk=bulletin.pk).order_by("-published_at", "-pk")[:LOOKED_AT]
    own = grams(words_of(bulletin))
    pairs = (_compared(bulletin, row, own, grams(words_of(row))) for row in rows)
    return sorted((pair for pair in pairs if pair), key=lambda pair: -pair.score)


def near_doubles(actor: Actor) -> list[NearDouble]:
    """Pairs among the newest, most alike first; for staff."""
    if not actor.is_staff:
        return []
    rows = with_words(visible_bulletins(actor)).order_by("-published_at", "-pk")[:LOOKED_AT]
    known = [(row, grams(words_of(row))) for row in rows]
    pairs = (_compared(one, other, words, others) for (one, words), (other, others) in combinations(known, 2))
    return sorted((pair for pair in pairs if pair), key=lambda pair: -pair.score)


def words_of(bulletin: Bulletin) -> str:
    return f"{bulletin.title} {bulletin.text}"


def same_page(one: str, other: str) -> bool:
    """Whether two links lead to the same page, however they were copied."""
    return bool(one and other) and _bare(one) == _bare(other)


def _bare(link: str) -> tuple[str, str, str]:
    parts = urlsplit(link)
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query


def _compared(
    one: Bulletin, other: Bulletin, words: Mapping[str, float], others: Mapping[str, float]
) -> NearDouble | None:
    score, same = likeness(words, others), same_page(one.source_link, other.source_link)
    needed = ALIKE_FROM_ONE_SOURCE if same else ALIKE
    return NearDouble(one, other, score, same) if score >= needed else None
