"""Everything that the search page tells of a question: results, facets with counts, and what else could be meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import SearchPin, facets, search
from steunpunt.foundation.search.asking import IndexUnavailable, ask
from steunpunt.foundation.search.documents import Answer, Question
from steunpunt.foundation.search.queries import KIND, value_names
from steunpunt.foundation.search.results import Result, result_of, results_of
from steunpunt.foundation.search.rules import tokens_of

from .asked import Asked

PER_PAGE = 10
FEW = 8
"""Values of a facet in sight; the others are one step away."""


@dataclass(frozen=True)
class Value:
    """One value of a facet with how many results it gives."""

    code: str
    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class ShownFacet:
    """A facet with the values that give something."""

    code: str
    label: str
    values: tuple[Value, ...]

    @property
    def few(self) -> tuple[Value, ...]:
        return self.values[:FEW]

    @property
    def more(self) -> tuple[Value, ...]:
        return self.values[FEW:]


@dataclass(frozen=True)
class Found:
    """What the page shows of an answer."""

    results: list[Result]
    total: int
    page: int
    facets: list[ShownFacet] = field(default_factory=list)
    did_you_mean: str = ""
    is_simple: bool = False
    """Found without the index: by words in titles alone, without facets but the kind."""


def find(actor: Actor, asked: Asked) -> Found:
    """What this reader may find; without the index the database is asked in a simple way."""
    try:
        return _found(actor, asked)
    except IndexUnavailable:
        return _found_simply(actor, asked)


def _found(actor: Actor, asked: Asked) -> Found:
    audience = tokens_of(actor)

    def page(number: int) -> Answer:
        return ask(Question(asked.text, audience, asked.chosen, (number - 1) * PER_PAGE, PER_PAGE))

    number, answer = asked.page, page(asked.page)
    if not answer.hits and answer.total and number > 1:
        number = -(-answer.total // PER_PAGE)
        answer = page(number)
    shown = _facets(answer.counts, asked.chosen)
    return Found(results_of(actor, answer.hits), answer.total, number, shown, answer.did_you_mean)


def _facets(counts: Mapping[str, Sequence[tuple[str, int]]], chosen: Mapping[str, tuple[str, ...]]) -> list[ShownFacet]:
    """The kind first, then the facets of the board; one with a single value narrows nothing and is left out."""
    shown = [_facet(KIND, _("Soort"), counts.get(KIND, ()), chosen.get(KIND, ()), by_value=False)]
    shown += [
        _facet(pin.code, str(pin.label), counts.get(pin.code, ()), chosen.get(pin.code, ()), by_value=pin.is_by_value)
        for pin in facets
    ]
    return [one for one in shown if len(one.values) > 1 or any(value.is_chosen for value in one.values)]


def _facet(
    code: str, label: str, counts: Sequence[tuple[str, int]], chosen: tuple[str, ...], *, by_value: bool
) -> ShownFacet:
    counted = dict(counts)
    known = {**counted, **{value: counted.get(value, 0) for value in chosen}}
    names = value_names(code) if known else {}
    values = [
        Value(code, value, str(names.get(value, value)), count, value in chosen)
        for value, count in known.items()
        if count or value in chosen
    ]
    if by_value:
        values.sort(key=lambda one: one.value, reverse=True)
    else:
        values.sort(key=lambda one: (not one.is_chosen, -one.count, one.label))
    return ShownFacet(code, label, tuple(values))


def _found_simply(actor: Actor, asked: Asked) -> Found:
    """Kind by kind in the order of the board."""
    kinds = asked.chosen.get(KIND, ())
    matches = [(pin, pin.match(pin.visible(actor), asked.text)) for pin in search]
    counted = [(pin, rows, _count(rows)) for pin, rows in matches]
    wanted = [(pin, rows, count) for pin, rows, count in counted if not kinds or pin.kind in kinds]
    total = sum(count for _pin, _rows, count in wanted)
    number = max(1, min(asked.page, -(-total // PER_PAGE)))
    chosen = {KIND: kinds} if kinds else {}
    shown = _facets({KIND: [(pin.kind, count) for pin, _rows, count in counted if count]}, chosen)
    return Found(_slice(wanted, (number - 1) * PER_PAGE), total, number, shown, is_simple=True)


def _slice(wanted: list[tuple[SearchPin, Sequence[Any] | QuerySet[Any], int]], offset: int) -> list[Result]:
    found: list[Result] = []
    for pin, rows, count in wanted:
        if offset < count and len(found) < PER_PAGE:
            found += [result_of(pin, row) for row in rows[offset : offset + PER_PAGE - len(found)]]
        offset = max(0, offset - count)
    return found


def _count(rows: Sequence[Any] | QuerySet[Any]) -> int:
    return rows.count() if isinstance(rows, QuerySet) else len(rows)
