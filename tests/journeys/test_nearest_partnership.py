"""A visitor finds the partnership nearest to a postcode, and whom to ask there about guidance."""

import re

import pytest
from playwright.sync_api import expect

from .visitor import Visitor

NEAREST = "Samen Opleiden Noordzijde"
POSTCODE = "9711 LX"


def test_by_the_list(visitor: Visitor) -> None:
    visitor.goes_to("/")
    visitor.looks("voorpagina")
    visitor.takes_the_menu_to("Partnerschappen")
    _gives_postcode(visitor)
    visitor.looks("lijst")
    _reads_whom_to_ask(visitor)


def test_by_the_map(visitor: Visitor) -> None:
    visitor.goes_to("/kaart/")
    visitor.looks("kaart")
    _gives_postcode(visitor)
    visitor.looks("kaart-dichtbij")
    if not _results(visitor).is_visible():
        visitor.reach("button", "Lijst", exact=True)
        visitor.presses("Enter")
    _reads_whom_to_ask(visitor)


@pytest.mark.no_script
@pytest.mark.parametrize("start", ["/partnerschappen/", "/kaart/"], ids=["lijst", "kaart"])
def test_without_script(visitor: Visitor, start: str) -> None:
    visitor.goes_to(start)
    _gives_postcode(visitor)
    _reads_whom_to_ask(visitor)


def _gives_postcode(visitor: Visitor) -> None:
    visitor.opens("Filters")
    visitor.types("Bij mij in de buurt", POSTCODE)
    visitor.presses("Enter")
    near = re.compile("rond 9711 Groningen, dichtbij eerst")
    expect(visitor.page.get_by_role("heading", name=near, include_hidden=True)).to_be_attached()


def _results(visitor: Visitor):
    return visitor.page.get_by_role("heading", level=3).filter(has_text=NEAREST).first


def _reads_whom_to_ask(visitor: Visitor) -> None:
    """The nearest stands first; its page names the contact for the theme, and how to reach them."""
    page = visitor.page
    first = page.get_by_role("heading", level=3).filter(has=page.get_by_role("link")).first
    expect(first).to_have_text(NEAREST)
    visitor.follows(NEAREST, exact=True)
    visitor.looks("partnerschap")
    contact = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="Begeleiden"))
    expect(contact).to_contain_text("schoolopleider")
    visitor.follows(re.compile("Stel je vraag over Begeleiden"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("vraag")
    visitor.looks("vraag")
