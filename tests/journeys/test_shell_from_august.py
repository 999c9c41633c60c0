"""A coordinator adds a school to the shell from next August; until then map and page show the old state."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from .days import last_of_july, next_august
from .visitor import Visitor

SCHOOL, CODE = "De PIT Groningen", "31TJ00"
PAGE = "/partnerschappen/samen-opleiden-noordzijde/"


@pytest.mark.writes
def test_school_joins_the_shell_next_august(somebody: Callable[..., Visitor]) -> None:
    coordinator = somebody()
    _signs_in_with_one_click(coordinator)
    _adds_the_school(coordinator)

    reader = somebody()
    for day, stands in ((last_of_july(), False), (next_august(), True)):
        _reads_the_page(reader, day, stands)
        _reads_the_map(reader, day, stands)


def _signs_in_with_one_click(coordinator: Visitor) -> None:
    coordinator.goes_to("/voorbeeld/")
    coordinator.pushes("Log in als Coco")
    expect(coordinator.page.get_by_role("heading", level=1)).to_have_text("Coco Ordinator")
    coordinator.looks("mijn")


def _adds_the_school(coordinator: Visitor) -> None:
    """From the own page to the list of members, and on to the form."""
    page = coordinator.page
    coordinator.follows("Samen Opleiden Noordzijde", exact=True)
    coordinator.follows("Bewerken", exact=True)
    coordinator.looks("beheer")
    coordinator.follows("Leden", exact=True)
    coordinator.looks("leden")
    coordinator.follows("Lid toevoegen")
    coordinator.types(re.compile("^Zoek op naam"), CODE, role="searchbox")
    expect(page.get_by_role("radio", name=re.compile(SCHOOL))).to_be_visible()
    coordinator.ticks(re.compile(SCHOOL), role="radio")
    coordinator.ticks("Kern", role="radio")
    coordinator.presses("ArrowDown")
    expect(page.get_by_role("radio", name="Schil", exact=True)).to_be_checked()
    coordinator.picks_day("Doet mee vanaf", next_august().isoformat())
    coordinator.looks("lid-toevoegen")
    coordinator.pushes("Voeg toe")
    expect(page.get_by_role("status").first).to_contain_text("Toegevoegd")
    row = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=SCHOOL))
    expect(row).to_contain_text("gepland")
    coordinator.looks("leden-daarna")


def _reads_the_page(reader: Visitor, day: date, stands: bool) -> None:
    reader.goes_to(f"{PAGE}?op={day}")
    expect(reader.page.get_by_role("main").get_by_role("link", name=SCHOOL, exact=True)).to_have_count(int(stands))
    reader.looks(f"partnerschap-{'na' if stands else 'voor'}")


def _reads_the_map(reader: Visitor, day: date, stands: bool) -> None:
    """The map counts what it draws: the school is of the shell, or it is one of the others."""
    page = reader.page
    reader.goes_to(f"/kaart/?soort=school&q={CODE}&op={day}")
    expect(_counted(page, "schilschool")).to_have_text(re.compile(rf"schilschool\s*{int(stands)}$"))
    expect(_counted(page, "andere school")).to_have_text(re.compile(rf"andere school\s*{int(not stands)}$"))
    reader.looks(f"kaart-{'na' if stands else 'voor'}")


def _counted(page: Page, kind: str):
    return page.get_by_role("list", name="Wat staat er op de kaart?").get_by_role("listitem").filter(has_text=kind)
