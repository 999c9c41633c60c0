"""What goes into the index, what is asked of it and what comes back: plain values without Django."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

PUBLIC = "public"
"""The audience token of what everybody may read."""


@dataclass(frozen=True, slots=True)
class Document:
    """A record as the index holds it; made again from the database at any time."""

    reference: str
    """`kind:public_id`; the part before the colon is the kind."""
    title: str
    text: str
    """Everything worth finding beside the title: summary first, because snippets prefer what comes early."""
    audience: tuple[str, ...] = (PUBLIC,)
    """Whoever holds one of these tokens may find it."""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Facet code → values, for example `{"sector": ("po",), "thema": ("begeleiding", "inductie")}`."""
    day: date | None = None
    """What the record counts as new by."""
    words_only: bool = False
    """Whether its text is hardly more than a name: its meaning is not learned, which spares hours and loses nothing."""

    @property
    def kind(self) -> str:
        return self.reference.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks; `audience` are the tokens that this reader holds."""

    text: str
    audience: tuple[str, ...] = (PUBLIC,)
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Facet code → chosen values; within a facet one of them is enough, between facets all must hold.

    The code `soort` is the kind of the record."""
    offset: int = 0
    limit: int = 10


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a snippet or title, and whether it is a found word."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A found record with its title and best passage, in pieces so that found words can be marked."""

    reference: str
    score: float
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the index says: a page of hits, and counts over everything found (chosen facets applied, each
    facet counted without its own choice, so that other values stay in sight)."""

    hits: tuple[Hit, ...]
    total: int
    counts: Mapping[str, tuple[tuple[str, int], ...]]
    did_you_mean: str = ""
    """The question with mistyped words mended; empty when there is nothing to mend."""
    by_meaning: bool = False
    """Whether meaning was counted in, or words alone."""
