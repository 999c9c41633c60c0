"""A meeting as a file for somebody's own calendar."""

from datetime import UTC, datetime

from icalendar import Calendar, Event

from steunpunt.meetings.models import Meeting, MeetingState

FILE_NAME = "bijeenkomst.ics"
PRODUCT = "-//Steunpunt//Bijeenkomsten//NL"


def calendar_text(meeting: Meeting, *, page: str, at: datetime, online_link: str = "") -> str:
    """One event. A later file of the same meeting takes the place of an earlier one in the calendar."""
    event = Event()
    event.add("uid", uid_of(meeting))
    event.add("sequence", meeting.revision - 1)
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", meeting.starts_at.astimezone(UTC))
    event.add("dtend", meeting.ends_at.astimezone(UTC))
    event.add("summary", meeting.title)
    event.add("url", page)
    event.add("status", "CANCELLED" if meeting.state == MeetingState.CANCELLED else "CONFIRMED")
    place = where(meeting)
    if place or online_link:
        event.add("location", place or online_link)
    event.add("description", "\n\n".join(filter(None, [meeting.summary, online_link, page])))
    return _calendar(event)


def uid_of(meeting: Meeting) -> str:
    """The same in every file and feed, so that a calendar holds the meeting once."""
    return f"bijeenkomst-{meeting.public_id}@steunpunt"


def where(meeting: Meeting) -> str:
    return ", ".join(filter(None, [meeting.venue, meeting.address]))


def _calendar(event: Event) -> str:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return calendar.to_ical().decode()
