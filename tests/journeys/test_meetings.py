"""A coordinator makes a meeting with two rounds and puts it on the agenda; a visitor finds it and takes it along in a calendar."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from icalendar import Calendar
from playwright.sync_api import expect

from .visitor import Visitor

TITLE = "Middag over starters in de regio"
PARTS = (
    ("Kijken in de klas", "13:30", "14:45", "1"),
    ("Een gesprek dat verder helpt", "13:30", "14:45", "1"),
    ("Wat vraagt een starter?", "15:00", "16:00", "2"),
    ("Wat vraagt een begeleider?", "15:00", "16:00", "2"),
)


@pytest.mark.writes
def test_from_a_plan_to_somebody_s_calendar(somebody: Callable[..., Visitor]) -> None:
    day = timezone.localdate() + timedelta(days=30)
    organiser = somebody("coordinator")
    _plans(organiser, day)
    _fills_the_programme(organiser)
    _publishes(organiser)
    visitor = somebody()
    _finds(visitor)
    _takes_it_along(visitor, day)


@pytest.mark.no_script
def test_the_agenda_without_script(visitor: Visitor) -> None:
    visitor.goes_to("/")
    visitor.follows("Hele agenda")
    visitor.follows(re.compile("^congres"))
    expect(visitor.page.locator(".gatherings")).to_contain_text("Congresdag samen opleiden")
    expect(visitor.page.locator(".gatherings")).not_to_contain_text("Kenniskring")
    visitor.types("Zoek in de bijeenkomsten", "amersfoort", role="searchbox")
    visitor.presses("Enter")
    expect(visitor.page).to_have_url(re.compile("soort=congress"))
    visitor.follows("Congresdag samen opleiden")
    expect(visitor.page.get_by_role("main")).to_contain_text("Ronde 2")


def _plans(organiser: Visitor, day: date) -> None:
    organiser.goes_to("/")
    organiser.takes_the_menu_to("Bijeenkomsten")
    organiser.follows("Bijeenkomst maken")
    organiser.looks("maken")
    organiser.types("Titel", TITLE)
    organiser.chooses("Soort", "regiobijeenkomst")
    organiser.types(re.compile("^Waar gaat het over"), "Voor wie starters begeleidt. Je gaat naar huis met een plan.")
    organiser.picks_day("Dag", str(day))
    organiser.picks_time("Van", "13:00")
    organiser.picks_time("Tot", "12:30")
    organiser.types(re.compile("^Plaats"), "Het Lokaal, Groningen")
    organiser.pushes("Verder")
    expect(organiser.page.get_by_role("main")).to_contain_text("Het einde moet na het begin liggen.")
    organiser.looks("nog-niet-goed")
    organiser.picks_time("Tot", "16:30")
    organiser.pushes("Verder")
    expect(organiser.page.get_by_role("heading", level=1)).to_have_text(TITLE)
    organiser.looks("concept")


def _fills_the_programme(organiser: Visitor) -> None:
    for title, begins, ends, number in PARTS:
        organiser.follows("Onderdeel toevoegen")
        organiser.types("Titel", title)
        organiser.picks_time("Van", begins)
        organiser.picks_time("Tot", ends)
        organiser.types(re.compile("^Ronde"), number, role="spinbutton")
        if title == PARTS[0][0]:
            organiser.looks("onderdeel")
        organiser.pushes("Bewaren")
    rounds = organiser.page.locator(".programme__block--choice")
    expect(rounds).to_have_count(2)
    expect(rounds.first).to_contain_text(PARTS[1][0])
    organiser.looks("voorbereid")


def _publishes(organiser: Visitor) -> None:
    organiser.follows("Zet op de agenda")
    organiser.looks("op-de-agenda")
    organiser.pushes("Zet op de agenda")
    expect(organiser.page.get_by_role("heading", level=1)).to_have_text(TITLE)


def _finds(visitor: Visitor) -> None:
    visitor.goes_to("/")
    visitor.takes_the_menu_to("Bijeenkomsten")
    visitor.looks("agenda")
    visitor.follows(re.compile("^Samen Opleiden Noordzijde"))
    visitor.follows(TITLE)
    expect(visitor.page.locator(".programme__block--choice")).to_have_count(2)
    visitor.looks("bijeenkomst")


def _takes_it_along(visitor: Visitor, day: date) -> None:
    visitor.reach("link", "Zet in je kalender")
    with visitor.page.expect_download() as download:
        visitor.presses("Enter")
    calendar = Calendar.from_ical(Path(download.value.path()).read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert str(event["summary"]) == TITLE
    assert f"{event.decoded('dtstart'):%Y-%m-%d %H:%M}" == f"{day} 13:00"
    assert calendar.walk("VTIMEZONE")
