"""What the meetings room announces: small facts that it and rooms above may react to."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class MeetingPublished:
    """A meeting came to stand on the agenda."""

    meeting: str
    """The public id."""
    at: datetime


@dataclass(frozen=True)
class MeetingChanged:
    """A meeting on the agenda says something differently, or its programme does."""

    meeting: str
    at: datetime


@dataclass(frozen=True)
class MeetingMoved:
    """A meeting on the agenda got another time or place."""

    meeting: str
    at: datetime
    began_at: datetime
    """When it would have begun."""
    was_held_in: str
    """The place where it would have been."""


@dataclass(frozen=True)
class MeetingCancelled:
    """A meeting that stood on the agenda will not be held."""

    meeting: str
    at: datetime
