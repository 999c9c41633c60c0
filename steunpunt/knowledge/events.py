"""What the knowledge room announces: small facts that it and rooms above may react to."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class ItemPublished:
    """A version of an item came to be seen by its readers."""

    item: str
    """The public id."""
    version: int
    at: datetime
    is_first: bool
    """Whether the item had not been published before."""


@dataclass(frozen=True)
class ItemReplaced:
    """Another item took the place of a published one, or that was taken back."""

    item: str
    by_item: str
    """The public id of the other; empty when nothing takes its place any more."""
    at: datetime


@dataclass(frozen=True)
class ItemWithdrawn:
    """A published item was taken away from its readers."""

    item: str
    at: datetime


@dataclass(frozen=True)
class ItemUsed:
    """Somebody said that they used an item, and with what result."""

    item: str
    """The public id of the item."""
    use: str
    """The public id of the use."""
    at: datetime


@dataclass(frozen=True)
class OpenQuestionAsked:
    """Somebody did not find an answer in the toolbox and left the question open for others."""

    question: str
    """The public id."""
    at: datetime


@dataclass(frozen=True)
class OpenQuestionAnswered:
    """An open question got its answer; `items` are the public ids of the knowledge items in it."""

    question: str
    items: list[str]
    at: datetime


@dataclass(frozen=True)
class ResearchQuestionProposed:
    """Somebody proposed a question for the research agenda; it waits for an editor."""

    question: str
    """The public id."""
    at: datetime


@dataclass(frozen=True)
class ResearchQuestionAnswered:
    """Something came to be known about a question of the research agenda."""

    question: str
    at: datetime
    is_final: bool
    """Whether the question counts as answered from now on."""


@dataclass(frozen=True)
class BulletinPublished:
    """A bulletin of a sender came to be seen by its readers."""

    bulletin: str
    """The public id."""
    at: datetime
    is_first: bool
    """Whether it had not been published before."""
