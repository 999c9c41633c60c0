"""Reads an accepted file to what a person needs of it: title, clean text, headings, date, language and size."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from .cleaning import clean, clean_pages
from .contents import Contents, Progress, untold
from .dates import dated
from .kinds import Kind
from .languages import language_of
from .pdf_reading import read_pdf
from .slides_reading import read_slides
from .titles import first_line, first_of
from .word_reading import read_word

READERS: dict[Kind, Callable[[Path, Progress], Contents]] = {
    Kind.PDF: read_pdf,
    Kind.DOCX: read_word,
    Kind.PPTX: read_slides,
}
MOST_CHARACTERS = 20_000_000


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A file as text. Names of writers in its metadata are not taken over."""

    title: str
    text: str
    headings: tuple[str, ...] = ()
    date: datetime.date | None = None
    year: int | None = None
    """Of the date, or alone when only a month and a year are written down."""
    language: str = ""
    """nl, en, de, fr, or empty when that is not clear."""
    pages: int = 0
    """Pages or slides; 0 when a Word file does not say."""

    @property
    def characters(self) -> int:
        return len(self.text)

    def as_plain(self) -> dict[str, Any]:
        """For JSON; `from_plain` is the way back."""
        return asdict(self) | {"date": self.date.isoformat() if self.date else None}

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Self:
        day = plain["date"]
        headings = tuple(plain["headings"])
        return cls(**plain | {"headings": headings, "date": datetime.date.fromisoformat(day) if day else None})


def read(
    path: Path, kind: Kind, progress: Progress | None = None, *, today: datetime.date | None = None
) -> ReadDocument:
    """Read a file that `check` accepted; raises `NotAccepted` when it turns out to be unreadable.

    For a file from outside, `read_apart` does the same in a process with limits.
    """
    contents = READERS[kind](path, progress or untold)
    text = _text(contents.texts, kind)[:MOST_CHARACTERS]
    headings = _distinct(clean(heading).replace("\n", " ") for heading in contents.headings)
    day = dated(text, contents.day, today=today or datetime.datetime.now(datetime.UTC).date())
    return ReadDocument(
        title=first_of(clean(contents.title).replace("\n", " "), first_line(text)),
        text=text,
        headings=tuple(headings),
        date=day.day,
        year=day.year,
        language=language_of(text),
        pages=contents.pages,
    )


def _text(texts: list[str], kind: Kind) -> str:
    """Only a PDF has lines on its pages that no writer wrote there."""
    return clean_pages(texts) if kind == Kind.PDF else clean("\n\n".join(texts))


def _distinct(headings: Iterable[str]) -> list[str]:
    """In order, each once: a running head repeats the heading of its chapter."""
    return [heading for heading in dict.fromkeys(headings) if heading]
