"""The words of one build: fields, how documents become rows of them, and how questions are put to them."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from math import log1p
from pathlib import Path
from typing import Any

import tantivy

from .analysis import Forms, analyse
from .documents import Document

Query = tantivy.Query
MUST, SHOULD = tantivy.Occur.Must, tantivy.Occur.Should
KIND = "soort"
HEAP = 50_000_000
COMMON_FROM, COMMON_PART = 500, 5
"""A word in more than 500 documents and in more than a fifth of all does not make a document found by itself."""
WORDS_ONLY, WITH_MEANING = "words", "meaning"
PLAIN_WORD = re.compile(r"[^\W\d_]{3,40}")


def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", stored=True, indexed=True, fast=True)
    for name in ("reference", "audience"):
        builder.add_text_field(name, stored=name == "reference", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("facet", tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_text_field("learning", tokenizer_name="raw", index_option="basic")
    for name in ("whole", "wide", "title_wide"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in ("written", "title_written"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    for name in ("title", "text"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def opened(folder: Path) -> tantivy.Index:
    """The words in this folder; made when there are none."""
    folder.mkdir(parents=True, exist_ok=True)
    index = tantivy.Index(schema(), str(folder))
    index.config_reader("manual")
    return index


def row_of(document: Document, number: int) -> tantivy.Document:
    title, text = analyse(document.title), analyse(document.text)
    row = tantivy.Document()
    row.add_unsigned("number", number)
    row.add_text("reference", document.reference)
    row.add_text("title", document.title)
    row.add_text("text", document.text)
    row.add_text("whole", " ".join(token.forms.whole for token in (*title, *text)))
    row.add_text("wide", " ".join(form for token in (*title, *text) for form in token.forms.wide))
    row.add_text("title_wide", " ".join(form for token in title for form in token.forms.wide))
    row.add_text("title_written", " ".join(_written(document.title)))
    row.add_text("written", " ".join(_written(f"{document.title} {document.text}")))
    row.add_text("learning", WORDS_ONLY if document.words_only else WITH_MEANING)
    for token in document.audience:
        row.add_text("audience", token)
    for facet in _facets(document):
        row.add_text("facet", facet)
    return row


def _written(text: str) -> set[str]:
    """The words as they stand there, for typing help and mending."""
    return {word.lower() for word in PLAIN_WORD.findall(text)}


def _facets(document: Document) -> list[str]:
    values = {**document.facets, KIND: (document.kind,)}
    return [f"{code}={value}" for code, given in values.items() for value in dict.fromkeys(given)]


class Plan:
    """A question, ready to be put to the words."""

    def __init__(self, searcher: tantivy.Searcher, text: str) -> None:
        self._searcher = searcher
        self.words: dict[str, Forms] = {token.forms.whole: token.forms for token in analyse(text)}
        self.forms = frozenset(form for word in self.words.values() for form in word.wide)

    def scoring(self) -> Query:
        """All words; one is enough, more is better."""
        return any_of([clause for word in self.words.values() for clause in self._clauses(word)])

    def finding(self) -> Query:
        """The words that make a document found: all but those that are everywhere, unless all are."""
        rare = [word for word in self.words.values() if not self._is_common(word)]
        chosen = rare or list(self.words.values())
        forms = {form for word in chosen for form in word.wide}
        return any_of([self._term("wide", form) for form in sorted(forms)])

    def holding(self) -> Query:
        """Scores from 0 to 1: which part of the question a document holds, half of it for its title."""
        weights = {word: self._rarity(word) for word in self.words}
        whole = sum(weights.values()) * 2
        return any_of(
            [
                Query.const_score_query(self._term(field, word), weight / whole)
                for word, weight in weights.items()
                for field in ("wide", "title_wide")
            ]
        )

    def _rarity(self, word: str) -> float:
        return log1p(self._searcher.num_docs / max(self._searcher.doc_freq("wide", word), 1))

    def _clauses(self, word: Forms) -> list[Query]:
        """As a whole word it counts twice: once for itself, once among all forms; its parts share one weight."""
        clauses = [self._term(field, word.whole) for field in ("whole", "wide", "title_wide")]
        others = [form for form in word.wide if form != word.whole]
        return clauses + [Query.boost_query(self._term("wide", form), 1 / len(others)) for form in others]

    def _is_common(self, word: Forms) -> bool:
        most = max(self._searcher.doc_freq("wide", form) for form in word.wide)
        return most > max(COMMON_FROM, self._searcher.num_docs // COMMON_PART)

    def _term(self, field: str, form: str) -> Query:
        return Query.term_query(schema_once(), field, form)


def any_of(queries: list[Query]) -> Query:
    return Query.boolean_query([(SHOULD, query) for query in queries]) if queries else Query.empty_query()


def silent(query: Query) -> Query:
    """It decides what is found and adds nothing to a score."""
    return Query.const_score_query(query, 0.0)


def terms(field: str, values: Iterable[str]) -> Query:
    return any_of([Query.term_query(schema_once(), field, value) for value in sorted(set(values))])


def numbered(numbers: Iterable[int]) -> Query:
    return any_of([Query.term_query(schema_once(), "number", number) for number in numbers])


@cache
def schema_once() -> tantivy.Schema:
    """Asking an index for its schema copies it, every time."""
    return schema()


def learned_as(learning: str) -> Query:
    """Documents of which the meaning is learned, or those that go by words alone."""
    return silent(Query.term_query(schema_once(), "learning", learning))


def filters(audience: Iterable[str], chosen: Mapping[str, tuple[str, ...]], without: str = "") -> list[Query]:
    """What must hold: one of the reader's tokens, and per facet one of the chosen values."""
    kept = {code: values for code, values in chosen.items() if values and code != without}
    facets = [terms("facet", [f"{code}={value}" for value in values]) for code, values in kept.items()]
    return [silent(terms("audience", audience)), *map(silent, facets)]


def all_of(queries: Iterable[Query], scored: Iterable[Query] = ()) -> Query:
    """All must hold; what is only scored need not."""
    return Query.boolean_query([*((MUST, query) for query in queries), *((SHOULD, query) for query in scored)])


def found(searcher: tantivy.Searcher, query: Query, limit: int) -> list[tuple[int, float]]:
    """Numbers of documents with their score, best first."""
    hits = searcher.search(query, limit=max(limit, 1), count=False).hits
    numbers = searcher.fast_field_values("number", [address for _, address in hits])
    return [(int(number), float(score)) for number, (score, _) in zip(numbers, hits, strict=True) if number is not None]


def counts(searcher: tantivy.Searcher, query: Query) -> dict[str, dict[str, int]]:
    """Facet code → value → number of documents."""
    asked = {"all": {"terms": {"field": "facet", "size": 65_000}}}
    tally: dict[str, dict[str, int]] = {}
    for bucket in searcher.aggregate(query, asked)["all"]["buckets"]:
        code, _, value = bucket["key"].partition("=")
        tally.setdefault(code, {})[value] = int(bucket["doc_count"])
    return tally


def stored(searcher: tantivy.Searcher, numbers: Collection[int]) -> dict[int, tuple[str, str]]:
    """Title and text of these documents as they were written; what is gone is left out."""
    hits = searcher.search(numbered(numbers), limit=max(len(numbers), 1), count=False).hits
    rows = [searcher.doc(address).to_dict() for _, address in hits]
    return {int(row["number"][0]): (_first(row, "title"), _first(row, "text")) for row in rows}


def _first(row: Mapping[str, list[Any]], name: str) -> str:
    return str(row[name][0]) if row.get(name) else ""
