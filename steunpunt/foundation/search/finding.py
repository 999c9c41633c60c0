"""From a question to an answer on one opened build: the reader's audience is part of every query."""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

import tantivy

from . import engine, meaning
from .catalogue import Catalogue
from .documents import Answer, Hit, Question
from .ranking import combined
from .snippets import Marker, marked, snippet

CANDIDATES = 100
"""So many of the best by words are weighed again with their meaning; and so many that have words only, so that a
thousand names do not keep a text out, nor the other way round."""
NEAREST_PART, FEWEST_NEAR, MOST_NEAR = 20, 10, 50
"""By meaning alone at most one in twenty of the documents with a meaning enters, never more than fifty; a page of ten
may always fill."""
CLEARLY = 0.83
"""And only from this cosine on: with this model, questions about something else altogether mostly stay below it."""


@dataclass
class Opened:
    """One build, open for reading."""

    index: tantivy.Index
    searcher: tantivy.Searcher
    catalogue: Catalogue


@dataclass
class Asked:
    """A question with everything that was made of it once."""

    question: Question
    plan: engine.Plan
    vector: meaning.Vectors | None = None
    near: dict[int, float] = field(default_factory=dict)

    @cached_property
    def found(self) -> tantivy.Query:
        """By a word that says something, or because it is clearly near."""
        near = [engine.numbered(self.near)] if self.near else []
        return engine.silent(engine.any_of([self.plan.finding(), *near]))


def answer(build: Opened, question: Question, *, with_meaning: bool) -> Answer:
    asked = _asked(build, question, with_meaning)
    order = _order(build, asked)
    page = order[question.offset : question.offset + question.limit]
    total, counts = _counts(build, asked)
    stored = engine.stored(build.searcher, [number for number, _ in page])
    marker = Marker(asked.plan.forms)
    return Answer(
        hits=tuple(
            _hit(build, asked, marker, number, score, stored[number]) for number, score in page if number in stored
        ),
        total=total,
        counts=counts,
        by_meaning=asked.vector is not None,
    )


def _asked(build: Opened, question: Question, with_meaning: bool) -> Asked:
    plan = engine.Plan(build.searcher, question.text)
    asked = Asked(question, plan)
    if with_meaning and question.text.strip() and meaning.available() and build.catalogue.has_meaning():
        asked.vector = meaning.of_question(" ".join(question.text.lower().split()))
        nearness = build.catalogue.nearness()
        most = min(max(nearness.numbers.size // NEAREST_PART, FEWEST_NEAR), MOST_NEAR)
        nearest = nearness.nearest(asked.vector, question.audience, most)
        asked.near = {number: score for number, score in nearest if score >= CLEARLY}
    return asked


def _found(asked: Asked, without: str = "") -> list[tantivy.Query]:
    """Everything found that this reader may see."""
    return [*engine.filters(asked.question.audience, asked.question.chosen, without), asked.found]


def _order(build: Opened, asked: Asked) -> list[tuple[int, float]]:
    """The best by words and by meaning weighed together; behind them the rest by words alone."""
    until = asked.question.offset + asked.question.limit
    if asked.vector is None:
        return _by_words(build, asked, until)
    named = dict(_by_words(build, asked, CANDIDATES, engine.WORDS_ONLY))
    best = dict(_by_words(build, asked, CANDIDATES, engine.WITH_MEANING)) | named
    if late := [number for number in asked.near if number not in best]:
        query = engine.all_of([*_found(asked), engine.silent(engine.numbered(late))], [asked.plan.scoring()])
        best |= dict(engine.found(build.searcher, query, len(late)))
    nearness = build.catalogue.nearness().of(asked.vector, best)
    order = combined(best, nearness, _held(build, asked, named))
    if until <= len(order):
        return order
    return order + [pair for pair in _by_words(build, asked, until) if pair[0] not in best]


def _by_words(build: Opened, asked: Asked, most: int, learning: str = "") -> list[tuple[int, float]]:
    """The best by words, of all documents or of those that are learned in this way."""
    only = [engine.learned_as(learning)] if learning else []
    query = engine.all_of([*_found(asked), *only], [asked.plan.scoring()])
    return engine.found(build.searcher, query, most)


def _held(build: Opened, asked: Asked, numbers: Collection[int]) -> dict[int, float]:
    """Which part of the question these documents hold."""
    if not numbers:
        return {}
    query = engine.all_of([engine.silent(engine.numbered(numbers))], [asked.plan.holding()])
    return dict(engine.found(build.searcher, query, len(numbers)))


def _counts(build: Opened, asked: Asked) -> tuple[int, dict[str, tuple[tuple[str, int], ...]]]:
    """The total, and per facet its values as they would be without the own choice of that facet."""
    tally = engine.counts(build.searcher, engine.all_of(_found(asked)))
    total = sum(tally.get(engine.KIND, {}).values())
    for code in [code for code, values in asked.question.chosen.items() if values]:
        tally[code] = engine.counts(build.searcher, engine.all_of(_found(asked, code))).get(code, {})
    return total, {code: _sorted(values) for code, values in sorted(tally.items()) if values}


def _sorted(values: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(values.items(), key=lambda pair: (-pair[1], pair[0])))


def _hit(build: Opened, asked: Asked, marker: Marker, number: int, score: float, stored: tuple[str, str]) -> Hit:
    title, text = stored
    reference = build.catalogue.by_number[number].reference
    return Hit(reference, score, marked(title, marker), snippet(text, marker, lambda: _nearest(build, asked, number)))


def _nearest(build: Opened, asked: Asked, number: int) -> int:
    """Which passage of a document lies nearest to the question; -1 when that is not known."""
    return build.catalogue.nearness().best_passage(asked.vector, number) if asked.vector is not None else -1
