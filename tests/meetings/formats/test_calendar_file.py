"""A file for somebody's calendar: the same event every time, and readable by another program."""

from datetime import UTC, datetime

from icalendar import Calendar

from steunpunt.meetings.formats.calendar_file import calendar_text
from steunpunt.meetings.models import Meeting, MeetingState
from tests.factories.meetings_registration import BEGIN, NOW, ComingMeetingFactory


def _event(meeting: Meeting, **facts: str):
    text = calendar_text(meeting, page="https://voorbeeld.invalid/b/", at=NOW, **facts)
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    return event


def test_what_it_says():
    meeting = ComingMeetingFactory.build(title="Samen; opleiden, nu", summary="Regel één\nregel twee", revision=3)
    event = _event(meeting, online_link="https://voorbeeld.invalid/mee")

    assert event["SUMMARY"] == "Samen; opleiden, nu"
    assert event["UID"] == f"bijeenkomst-{meeting.public_id}@steunpunt"
    assert (event["SEQUENCE"], event["STATUS"]) == (2, "CONFIRMED")
    assert event.decoded("DTSTART") == BEGIN.astimezone(UTC)
    assert event["LOCATION"] == "De Werkplaats, Voorbeeldplein 1, Utrecht"
    assert event["DESCRIPTION"].startswith("Regel één\nregel twee\n\nhttps://voorbeeld.invalid/mee")


def test_without_a_place_the_link_is_the_place_and_without_a_link_it_is_not_told():
    meeting = ComingMeetingFactory.build(venue="", address="")

    assert _event(meeting, online_link="https://voorbeeld.invalid/mee")["LOCATION"] == "https://voorbeeld.invalid/mee"
    assert "LOCATION" not in _event(meeting)
    assert meeting.online_link not in _event(meeting).to_ical().decode()


def test_a_cancelled_meeting_goes_from_the_calendar():
    event = _event(ComingMeetingFactory.build(state=MeetingState.CANCELLED))

    assert event["STATUS"] == "CANCELLED"
    assert event.decoded("DTSTAMP") == datetime(2026, 9, 1, 10, tzinfo=UTC)
