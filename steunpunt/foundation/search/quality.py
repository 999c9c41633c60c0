"""How well questions find their answers: the measures, four ways of searching beside each other, and their input."""

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy

from .documents import Document, Question
from .index import Index

DEPTH = 100
"""An answer further down counts as not found."""
TELL_AFTER = 10.0
Told = Callable[[str], None]
Search = Callable[[str], list[str]]


@dataclass(frozen=True)
class Text:
    """A document of a test set."""

    title: str
    text: str


@dataclass(frozen=True)
class TestSet:
    """Documents, questions, and which documents answer which question."""

    __test__ = False
    documents: Mapping[str, Text]
    questions: Mapping[str, str]
    answers: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Score:
    """Of one way of searching: the part of the right answers in the first one and ten, and the mean of 1 / place."""

    name: str
    r1: float
    r10: float
    mrr: float


def recall(ranked: Sequence[str], right: frozenset[str], depth: int) -> float:
    """Which part of the right answers stands in the first so many; of no more than can stand there."""
    return len(right.intersection(ranked[:depth])) / min(len(right), depth)


def reciprocal_rank(ranked: Sequence[str], right: frozenset[str]) -> float:
    """1 for a right answer on top, 1/2 in the second place, 0 when there is none."""
    return next((1 / place for place, found in enumerate(ranked, 1) if found in right), 0.0)


def score(name: str, runs: Iterable[tuple[Sequence[str], frozenset[str]]]) -> Score:
    """The means over all questions."""
    rows = [(recall(got, right, 1), recall(got, right, 10), reciprocal_rank(got, right)) for got, right in runs]
    r1, r10, mrr = (sum(column) / len(rows) for column in zip(*rows, strict=True)) if rows else (0.0, 0.0, 0.0)
    return Score(name, r1, r10, mrr)


def compare(test: TestSet, told: Told = lambda text: None) -> list[Score]:
    """The table: raw BM25, Snowball, our analysis, and our analysis with meaning (when the model is there)."""
    return [score(name, _runs(test, search, told, name)) for name, search in _ways(test, told)]


def _runs(test: TestSet, search: Search, told: Told, name: str) -> Iterator[tuple[list[str], frozenset[str]]]:
    told(f"{name}: {_questions(len(test.answers))}")
    for question, right in test.answers.items():
        yield search(test.questions[question])[:DEPTH], right


def _questions(number: int) -> str:
    return "1 vraag" if number == 1 else f"{number} vragen"


def _ways(test: TestSet, told: Told) -> Iterator[tuple[str, Search]]:
    yield "BM25", _plain(test, ())
    stemmed = (tantivy.Filter.stopword("dutch"), tantivy.Filter.stemmer("dutch"))
    yield "Snowball", _plain(test, stemmed)
    with tempfile.TemporaryDirectory() as folder:
        index, names = Index(Path(folder)), list(test.documents)
        index.rebuild(_documents(test))
        yield "onze analyse", _ours(index, names, with_meaning=False)
        if _learned(index, told):
            yield "onze analyse met betekenis", _ours(index, names, with_meaning=True)


def _documents(test: TestSet) -> Iterator[Document]:
    for number, row in enumerate(test.documents.values()):
        yield Document(f"tekst:{number}", row.title, row.text)


def _ours(index: Index, names: list[str], *, with_meaning: bool) -> Search:
    def search(text: str) -> list[str]:
        found = index.search(Question(text, limit=DEPTH), with_meaning=with_meaning)
        return [names[int(hit.reference.partition(":")[2])] for hit in found.hits]

    return search


def _learned(index: Index, told: Told) -> bool:
    """Learn the meaning of everything; whether it could be done."""
    first, began = index.without_meaning(), time.monotonic()
    while index.learn(TELL_AFTER):
        left = index.without_meaning()
        seconds = (time.monotonic() - began) / max(first - left, 1) * left
        told(f"betekenis: nog {left} van {first} teksten, ongeveer {max(1, round(seconds / 60))} min")
    return index.without_meaning() == 0


def _plain(test: TestSet, filters: Iterable[Any]) -> Search:
    """The same engine with the words as they stand there, or stemmed by rules."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    for one in filters:
        builder = builder.filter(one)
    analyzer = builder.build()
    fields = tantivy.SchemaBuilder().add_text_field("text", tokenizer_name="ours").add_unsigned_field("n", stored=True)
    index = tantivy.Index(fields.build())
    index.register_tokenizer("ours", analyzer)
    with index.writer(50_000_000, 1) as writer:
        for number, row in enumerate(test.documents.values()):
            writer.add_document(tantivy.Document(text=f"{row.title}\n{row.text}", n=number))
    index.reload()
    return _plain_search(index, analyzer, list(test.documents))


def _plain_search(index: tantivy.Index, analyzer: tantivy.TextAnalyzer, names: list[str]) -> Search:
    searcher = index.searcher()

    def search(text: str) -> list[str]:
        words = [tantivy.Query.term_query(index.schema, "text", word) for word in set(analyzer.analyze(text))]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, word) for word in words])
        hits = searcher.search(query, limit=DEPTH, count=False).hits
        return [names[searcher.doc(address)["n"][0]] for _, address in hits]

    return search
