"""A member searches, filters, reads the page of a school, and looks at another day: with keys only, with and without script."""

import re

import pytest
from playwright.sync_api import expect

from .visitor import Visitor

SCHOOL, CODE = "Basisschool De Triangel", "04DE01"
PARTNERSHIP = "Samen Opleiden Noordzijde"


def test_with_keys_only(visitor: Visitor) -> None:
    _searches(visitor)
    _reads_the_school(visitor)
    _looks_at_another_day(visitor)
    _filters(visitor)


@pytest.mark.no_script
def test_without_script(visitor: Visitor) -> None:
    _searches(visitor)
    _reads_the_school(visitor)
    _looks_at_another_day(visitor)
    _filters(visitor)


def test_skip_link_comes_first(visitor: Visitor) -> None:
    visitor.goes_to("/")
    visitor.presses("Tab")
    expect(visitor.page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    visitor.presses("Enter")
    expect(visitor.page.get_by_role("main")).to_be_focused()


def _searches(visitor: Visitor) -> None:
    visitor.goes_to("/")
    visitor.types(re.compile("zoek", re.IGNORECASE), "triangel groningen", role="searchbox")
    visitor.presses("Enter")
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("Zoeken")
    visitor.looks("zoeken")
    visitor.follows(re.compile(SCHOOL))


def _reads_the_school(visitor: Visitor) -> None:
    main = visitor.page.get_by_role("main")
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text(SCHOOL)
    expect(main).to_contain_text(CODE)
    expect(main.get_by_role("link", name=PARTNERSHIP).first).to_be_visible()
    visitor.looks("school")


def _looks_at_another_day(visitor: Visitor) -> None:
    """Before it took part: the partnership was there, this school was not yet one of it."""
    visitor.follows(PARTNERSHIP, within=visitor.page.get_by_role("main"))
    visitor.opens("Zoals op")
    visitor.picks_day("Andere dag", "2015-08-31")
    visitor.pushes("Toon", exact=True)
    expect(visitor.page).to_have_url(re.compile("op=2015-08-31"))
    main = visitor.page.get_by_role("main")
    expect(main).to_contain_text("Zoals het was of wordt op 31 augustus 2015")
    expect(main).to_contain_text("aspirant")
    visitor.looks("partnerschap-2015")


def _filters(visitor: Visitor) -> None:
    """By sector, in the list; the chosen filter stands in the address and can be taken away."""
    page = visitor.page
    visitor.goes_to("/partnerschappen/")
    visitor.opens("Filters")
    visitor.ticks(re.compile("^middelbaar beroepsonderwijs"))
    if not visitor.has_scripts:
        visitor.pushes("Toon resultaten")
    expect(page).to_have_url(re.compile("sector=mbo"))
    expect(page.get_by_role("heading", level=2, name=re.compile("2 partnerschappen"))).to_be_visible()
    visitor.looks("gefilterd")
    visitor.follows(re.compile("^Haal weg"))
    expect(page.get_by_role("heading", level=2, name=re.compile("60 partnerschappen"))).to_be_visible()
