"""Calendar files, read again by the library as a calendar program reads them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from steunpunt.meetings.formats.calendar import calendar_file, uid_of
from tests.meetings.formats.making import bare, full

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)


def read(*records, **given):
    return Calendar.from_ical(calendar_file(records, name="Bijeenkomsten", at=AT, **given))


def event(*records, **given):
    return read(*records, **given).walk("VEVENT")[0]


def test_it_says_when_where_and_what():
    found = event(full())

    assert (found.decoded("dtstart"), found.decoded("dtend")) == (full().starts_at, full().ends_at)
    assert found["dtstart"].params["TZID"] == "Europe/Amsterdam"
    assert str(found["summary"]) == "Starters; begeleiden, en <meer>"
    assert str(found["location"]) == "De Werkplaats, Voorbeeldplein 1, Utrecht"
    assert str(found["url"]) == full().url
    assert "En wat niet; dat ook." in str(found["description"])
    assert "Georganiseerd door: De Opleidingsschool; Oost, Noord" in str(found["description"])
    assert (str(found["status"]), found["sequence"]) == ("CONFIRMED", 3)
    assert found.decoded("dtstamp") == AT
    assert found["categories"].cats == ["Begeleiden"]


def test_the_zone_is_in_it_with_summer_and_winter():
    calendar = read(full(), full(starts_at=datetime(2026, 7, 3, 13, tzinfo=ZoneInfo("Europe/Amsterdam"))))

    (zone,) = calendar.walk("VTIMEZONE")
    assert str(zone["tzid"]) == "Europe/Amsterdam"
    assert zone.walk("STANDARD")
    assert zone.walk("DAYLIGHT")


def test_summer_is_two_hours_from_greenwich_and_winter_one():
    summer, winter = datetime(2026, 7, 3, 11, 30, tzinfo=UTC), datetime(2026, 12, 3, 12, 30, tzinfo=UTC)

    for moment in (summer, winter):
        text = calendar_file([bare(starts_at=moment, ends_at=moment + timedelta(hours=1))], name="x", at=AT).decode()
        assert f"DTSTART;TZID=Europe/Amsterdam:{moment:%Y%m%d}T133000" in text


def test_a_cancelled_meeting_is_cancelled_for_the_same_uid():
    cancelled = full(is_cancelled=True, cancel_reason="De zaal is dicht.", revision=5)
    before, after = event(full()), event(cancelled)

    assert before["uid"] == after["uid"] == uid_of(full())
    assert (str(after["status"]), after["sequence"]) == ("CANCELLED", 4)
    assert str(after["summary"]).startswith("Gaat niet door: ")
    assert "De zaal is dicht." in str(after["description"])


def test_an_example_says_so():
    assert str(event(full(is_example=True))["summary"]).startswith("Voorbeeld: ")


def test_the_link_to_join_is_only_there_for_who_may_have_it():
    link = "https://voorbeeld.invalid/zaal"

    assert link not in str(event(full())["description"])
    assert link in str(event(full(), online_link=link)["description"])


def test_what_is_not_known_is_left_out():
    found = event(bare())

    assert not {"location", "categories"} & set(found)


@pytest.mark.parametrize("title", ["Regel 1\r\nDTSTART:20200101T000000", "a\x00b\x1bc", "é" * 200])
def test_no_text_can_break_the_file(title):
    calendar = read(full(title=title))

    (found,) = calendar.walk("VEVENT")
    assert found.decoded("dtstart") == full().starts_at
    lines = calendar_file([full(title=title)], name=title, at=AT).split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)


def test_an_empty_agenda_is_a_calendar_too():
    calendar = read()

    assert str(calendar["x-wr-calname"]) == "Bijeenkomsten"
    assert calendar.walk("VEVENT") == []
