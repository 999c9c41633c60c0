"""How well questions find their answers: the measures, four ways of searching beside each other, and their input."""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy

from .documents import Document, Question
from .index import Index

DEPTH = 100
"""An answer further down counts as not found."""
Told = Callable[[str], None]
Search = Callable[[str], list[str]]


class BadInput(Exception):  # noqa: N818 -- said to whoever made the file
    """A line that cannot be read; the text says which one and why."""


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
    told(f"{name}: {len(test.answers)} vragen")
    for question, right in test.answers.items():
        yield search(test.questions[question])[:DEPTH], right


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
    while index.learn(10):
        told(f"betekenis: nog {index.without_meaning()} teksten")
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


def read_set(documents: Path, questions: Path, answers: Path) -> TestSet:
    """Read the three files; raises BadInput for the first line that is wrong."""
    texts = {row["id"]: Text(row.get("title", ""), row["text"]) for row in _rows(documents)}
    asked = {row["id"]: row["text"] for row in _rows(questions)}
    right: dict[str, set[str]] = {}
    for place, question, document in _pairs(answers):
        if question not in asked:
            raise BadInput(f"{place}: vraag “{question}” staat niet in {questions.name}.")
        if document not in texts:
            raise BadInput(f"{place}: document “{document}” staat niet in {documents.name}.")
        right.setdefault(question, set()).add(document)
    if not right:
        raise BadInput(f"{answers.name}: geen enkele vraag met een goed antwoord.")
    return TestSet(texts, asked, {question: frozenset(found) for question, found in right.items()})


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Every line that is not empty, with its place."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadInput(f"{path}: dit bestand is er niet.") from None
    except (OSError, UnicodeDecodeError):
        raise BadInput(f"{path}: dit bestand is niet te lezen als tekst in UTF-8.") from None
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield f"{path.name}, regel {number}", line.rstrip("\r")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    seen: set[str] = set()
    for place, line in _lines(path):
        row = _row(place, line)
        if row["id"] in seen:
            raise BadInput(f"{place}: “{row['id']}” komt twee keer voor.")
        seen.add(row["id"])
        yield row


def _row(place: str, line: str) -> dict[str, str]:
    try:
        row = json.loads(line)
    except ValueError:
        raise BadInput(f"{place}: dit is geen JSON.") from None
    if not isinstance(row, dict) or not isinstance(row.get("id"), str | int) or not isinstance(row.get("text"), str):
        raise BadInput(f"{place}: hier horen id en text in te staan.")
    return {"id": str(row["id"]), "title": str(row.get("title") or ""), "text": row["text"]}


def _pairs(path: Path) -> Iterator[tuple[str, str, str]]:
    """Question and document; a header, and the four columns of TREC with a grade at the end, are read too."""
    for at, (place, line) in enumerate(_lines(path)):
        columns = line.split("\t") if "\t" in line else line.split()
        columns = [column.strip() for column in columns]
        if at == 0 and columns[0].casefold() in HEADERS:
            continue
        if len(columns) not in {2, 3, 4}:
            raise BadInput(f"{place}: hier horen een vraag en een document te staan, met een tab ertussen.")
        document = columns[2] if len(columns) == 4 else columns[1]
        if _grade(place, columns) > 0:
            yield place, columns[0], document


HEADERS = {"query", "query_id", "query-id", "qid", "vraag", "topic", "queryid"}


def _grade(place: str, columns: list[str]) -> float:
    """The last of three or four columns says how right; 0 is wrong."""
    try:
        return float(columns[-1]) if len(columns) > 2 else 1.0
    except ValueError:
        raise BadInput(f"{place}: “{columns[-1]}” is geen getal.") from None
