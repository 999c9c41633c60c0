"""Reading a test set of search: documents and questions as JSON Lines, and which document answers which question."""

import json
from collections.abc import Container, Iterator
from pathlib import Path

from .quality import TestSet, Text

HEADERS = {"query", "query_id", "query-id", "queryid", "qid", "id", "question", "topic", "vraag", "vraag_id"}
IDS = ("id", "_id")


class BadInput(Exception):  # noqa: N818 -- said to whoever made the file
    """A line that cannot be read; the text says which one and why."""


def read_set(documents: Path, questions: Path, answers: Path) -> TestSet:
    """Read the three files; raises BadInput for the first line that is wrong."""
    texts = {row["id"]: Text(row["title"], row["text"]) for row in _rows(documents)}
    asked = {row["id"]: row["text"] for row in _rows(questions)}
    right: dict[str, set[str]] = {}
    for place, question, document in _pairs(answers, asked):
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
    if not text.strip():
        raise BadInput(f"{path.name}: dit bestand is leeg.")
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield f"{path.name}, regel {number}", line


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
        raise BadInput(f"{place}: dit is geen JSON. Elke regel is een los object met id en text.") from None
    name = next((_plain(row[key]) for key in IDS if key in row), "") if isinstance(row, dict) else ""
    if not name or not isinstance(row.get("text"), str):
        raise BadInput(f"{place}: hier horen id en text in te staan.")
    return {"id": name, "title": _plain(row.get("title")), "text": _plain(row["text"])}


def _plain(value: object) -> str:
    """Text without halves of characters, which JSON can hold and an index cannot; empty for what is no text."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).encode("utf-8", "replace").decode().strip()


def _pairs(path: Path, asked: Container[str]) -> Iterator[tuple[str, str, str]]:
    """Question and document; a header, and the four columns of TREC with a grade at the end, are read too."""
    for at, (place, line) in enumerate(_lines(path)):
        columns = _columns(line)
        if at == 0 and columns[0].casefold() in HEADERS and columns[0] not in asked:
            continue
        if len(columns) not in {2, 3, 4}:
            raise BadInput(f"{place}: hier horen een vraag en een document te staan, met een tab ertussen.")
        document = columns[2] if len(columns) == 4 else columns[1]
        if _grade(place, columns) > 0:
            yield place, columns[0], document


def _columns(line: str) -> list[str]:
    """Between tabs, or between spaces when there is no tab; what is empty at the end is no column."""
    line = line.strip()
    return [column.strip() for column in (line.split("\t") if "\t" in line else line.split())]


def _grade(place: str, columns: list[str]) -> float:
    """The last of three or four columns says how right; 0 is wrong."""
    try:
        return float(columns[-1]) if len(columns) > 2 else 1.0
    except ValueError:
        raise BadInput(f"{place}: “{columns[-1]}” is geen getal.") from None
