"""Meetings as a calendar file (iCalendar, RFC 5545), for one meeting and for whoever follows the agenda."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from .record import PUBLISHER, MeetingRecord

ZONE = ZoneInfo("Europe/Amsterdam")
AGAIN = timedelta(hours=6)
"""How often a calendar that follows the agenda may look again."""
CONTENT_TYPE = "text/calendar; charset=utf-8"
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def calendar_file(records: Iterable[MeetingRecord], *, name: str, at: datetime, online_link: str = "") -> bytes:
    """The meetings as one calendar; `online_link` is for a reader who may join the one meeting in it."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{PUBLISHER}//Bijeenkomsten//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", " ".join(_plain(name).split()))
    calendar.add("x-wr-timezone", ZONE.key)
    calendar.add("refresh-interval", AGAIN, parameters={"value": "DURATION"})
    for record in records:
        calendar.add_component(_event(record, at, online_link))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def uid_of(record: MeetingRecord) -> str:
    """Stays the same for as long as the meeting is there, whatever is changed or wherever the site stands."""
    return f"bijeenkomst-{record.public_id}@steunpunt"


def _event(record: MeetingRecord, at: datetime, online_link: str) -> Event:
    event = Event()
    event.add("uid", uid_of(record))
    event.add("dtstamp", at)
    event.add("sequence", record.revision - 1)
    event.add("status", "CANCELLED" if record.is_cancelled else "CONFIRMED")
    event.add("summary", _plain(_title(record)))
    event.add("dtstart", record.starts_at.astimezone(ZONE))
    event.add("dtend", record.ends_at.astimezone(ZONE))
    event.add("description", _plain(_told(record, online_link)))
    event.add("url", record.url)
    if record.place:
        event.add("location", _plain(record.place))
    if record.themes:
        event.add("categories", [_plain(theme.name) for theme in record.themes])
    return event


def _title(record: MeetingRecord) -> str:
    title = f"Voorbeeld: {record.title}" if record.is_example else record.title
    return f"Gaat niet door: {title}" if record.is_cancelled else title


def _told(record: MeetingRecord, online_link: str) -> str:
    """What it is about, who organises it, and where to read more."""
    cancelled = f"Gaat niet door: {record.cancel_reason}" if record.is_cancelled else ""
    joined = f"Online meedoen: {online_link}" if online_link else ""
    parts = (cancelled, record.summary, joined, f"Georganiseerd door: {record.organiser}", record.url)
    return "\n\n".join(filter(None, parts))


def _plain(text: str) -> str:
    """Without what a calendar cannot hold."""
    return UNSEEN.sub("", text.replace("\r\n", "\n"))
