"""What each reader takes from a file, before the noise is removed; names of persons are not among it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

Progress = Callable[[int, int], None]
"""Told how many pages are done, of how many."""


@dataclass(slots=True)
class Contents:
    """The text by page, the title as far as one is given, headings in order, and the day in the metadata."""

    texts: list[str] = field(default_factory=list)
    title: str = ""
    headings: list[str] = field(default_factory=list)
    day: date | None = None
    pages: int = 0


def untold(done: int, total: int) -> None:
    """Progress that nobody wants to know."""
