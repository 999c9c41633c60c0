"""Somebody puts items together, orders them, and lets everybody read along."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from .visitor import Visitor

TITLE = "Voor de eerste week"
FIRST, SECOND = "startgesprek-werkplekbegeleiders", "kijkwijzer-gesprek-na-de-les"


def _collects(maker: Visitor) -> None:
    maker.goes_to(f"/kennisbank/{FIRST}/")
    maker.follows("In een verzameling")
    maker.pushes("Zet erbij")
    expect(maker.page.get_by_role("main")).to_contain_text("Geef de verzameling een titel.")
    maker.looks("erbij-mist-iets")
    maker.types("Titel van de verzameling", TITLE)
    maker.types("Waarom hoort het erbij?", "Daarna dit gesprek.")
    maker.pushes("Zet erbij")
    expect(maker.page.get_by_role("heading", level=1)).to_have_text(TITLE)
    maker.goes_to(f"/kennisbank/{SECOND}/verzamelen/")
    maker.chooses("In welke verzameling?", TITLE)
    maker.types("Waarom hoort het erbij?", "Begin met kijken.")
    maker.pushes("Zet erbij")


def _orders_and_shows(maker: Visitor) -> None:
    maker.follows("Wijzigen")
    maker.looks("wijzigen")
    maker.pushes(re.compile("^Omhoog"))
    maker.ticks("Iedereen mag deze verzameling zien")
    maker.pushes("Bewaren")
    expect(maker.page.get_by_role("main")).to_contain_text("Kies het partnerschap waar dit van is.")
    maker.chooses("Namens welk partnerschap?", "Samen Opleiden Noordzijde")
    maker.pushes("Bewaren")
    maker.looks("verzameling")


def _reads(reader: Visitor) -> None:
    reader.goes_to("/kennisbank/verzamelingen/")
    reader.looks("verzamelingen")
    reader.follows(TITLE)
    why = reader.page.locator(".collection__why")
    expect(why).to_have_text(["Begin met kijken.", "Daarna dit gesprek."])
    expect(reader.page.get_by_role("main")).to_contain_text("Samengesteld door Samen Opleiden Noordzijde")


@pytest.mark.writes
def test_a_collection_is_made_ordered_and_shown(somebody: Callable[..., Visitor]) -> None:
    maker = somebody("coordinator")
    _collects(maker)
    _orders_and_shows(maker)
    _reads(somebody())


@pytest.mark.writes
@pytest.mark.no_script
def test_it_works_without_script(somebody: Callable[..., Visitor]) -> None:
    maker = somebody("coordinator")
    _collects(maker)
    _orders_and_shows(maker)
