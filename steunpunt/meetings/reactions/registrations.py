"""What those who come hear when a meeting is cancelled or moved; each takes the public id of the meeting."""

from typing import Protocol

from django.utils import timezone

from steunpunt.meetings.actions.places import fill_places
from steunpunt.meetings.actions.reminding import tell_of_cancelling, tell_of_moving


class AboutMeeting(Protocol):
    """An event that names a meeting by its public id."""

    @property
    def meeting(self) -> str: ...


def after_cancelling(event: AboutMeeting) -> None:
    tell_it_is_cancelled(event.meeting)


def after_moving(event: AboutMeeting) -> None:
    tell_it_moved(event.meeting)


def after_changing(event: AboutMeeting) -> None:
    """There may be more room."""
    fill_places(event.meeting, at=timezone.now())


def tell_it_is_cancelled(meeting_public_id: str) -> None:
    """Everybody with a place or on the waiting list."""
    tell_of_cancelling(meeting_public_id, at=timezone.now())


def tell_it_moved(meeting_public_id: str) -> None:
    """Another time or place; and when there is more room, those who wait get it."""
    tell_of_moving(meeting_public_id, at=timezone.now())
    fill_places(meeting_public_id, at=timezone.now())
