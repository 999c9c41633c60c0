"""Somebody looks for what is known: by a word, with filters, with help while typing, and wants to hear what is new."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import expect

from tests.databases import Worlds

from . import worlds
from .visitor import Visitor

PARTNERSHIP = "Samen Opleiden Noordzijde"
SIMPLE = re.compile("We zoeken nu op een eenvoudige manier")


@pytest.fixture(scope="module", autouse=True)
def index(all_worlds: Worlds, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The example world in an index of its own, by words: meaning comes later in the background."""
    all_worlds.enter("example", worlds.example_world)
    folder = tmp_path_factory.mktemp("data")
    with override_settings(DATA_DIR=folder):
        call_command("rebuild_search", "--words-only", stdout=io.StringIO())
        yield folder


def test_by_a_word_and_a_filter(visitor: Visitor) -> None:
    _asks(visitor, "noordzijde")
    expect(_hits(visitor).locator("mark").first).to_have_text("Noordzijde")
    visitor.looks("treffers")
    _narrows_to_schools(visitor)
    visitor.looks("gefilterd")
    visitor.follows(re.compile("^Haal weg"))
    visitor.follows(re.compile(PARTNERSHIP), within=_hits(visitor))
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text(PARTNERSHIP)


@pytest.mark.no_script
def test_without_script(visitor: Visitor) -> None:
    _asks(visitor, "noordzijde")
    _narrows_to_schools(visitor)
    visitor.goes_to("/zoeken/")
    visitor.follows("noordzijde", exact=True)
    expect(_hits(visitor)).to_contain_text(PARTNERSHIP)
    visitor.goes_to("/zoeken/")
    visitor.pushes("Wis deze vragen")
    expect(visitor.page.get_by_role("link", name="noordzijde", exact=True)).to_have_count(0)


def test_help_while_typing_with_keys_only(visitor: Visitor) -> None:
    page = visitor.page
    visitor.goes_to("/zoeken/")
    visitor.types("Waar zoek je naar?", "begelei", role="combobox")
    options = page.get_by_role("listbox", name="Suggesties").get_by_role("option")
    expect(options.first).to_be_visible()
    visitor.looks("suggesties")
    field = page.get_by_role("combobox")
    visitor.presses("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "suggestie-0")
    expect(field).to_have_value(options.first.inner_text())
    visitor.presses("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_value("begelei")
    field.press("d")
    expect(options.first).to_be_visible()
    visitor.presses("ArrowDown")
    chosen = field.input_value()
    with page.expect_navigation():
        visitor.presses("Enter")
    expect(page.get_by_role("heading", level=2, name=chosen)).to_be_visible()


def test_mistyped_and_found_nothing(visitor: Visitor) -> None:
    visitor.goes_to("/zoeken/?q=xyzzyplugh")
    expect(visitor.page.get_by_role("heading", name="Niets gevonden voor “xyzzyplugh”")).to_be_visible()
    visitor.looks("niets")
    visitor.goes_to("/zoeken/?q=begeleidign")
    expect(visitor.page.get_by_role("main")).to_contain_text("Bedoelde je begeleiding")
    visitor.looks("bedoelde-je")


@pytest.mark.writes
@pytest.mark.parametrize("width", [360, 1440], indirect=True)
def test_saving_a_question_and_stopping_it(somebody) -> None:
    visitor: Visitor = somebody("begeleider")
    _asks(visitor, "inductie")
    visitor.pushes("Bewaar deze vraag")
    expect(visitor.page.get_by_role("status").first).to_contain_text("Bewaard. Komt er iets nieuws bij “inductie”")
    visitor.goes_to("/mijn/")
    visitor.looks("mijn")
    visitor.follows(re.compile("^Stop ?: inductie"))
    visitor.looks("stoppen")
    visitor.pushes("Stop met deze mail")
    expect(visitor.page.get_by_role("main")).to_contain_text("Je hebt nog geen vraag bewaard")


@pytest.mark.parametrize("width", [360, 1440], indirect=True)
def test_staff_see_how_search_is_doing(somebody) -> None:
    visitor: Visitor = somebody("redacteur")
    visitor.goes_to("/zoeken/overzicht/")
    expect(visitor.page.get_by_role("heading", level=2, name="Vragen zonder resultaat")).to_be_visible()
    visitor.looks("overzicht")


def _asks(visitor: Visitor, text: str) -> None:
    visitor.goes_to("/")
    visitor.types("Waar zoek je naar?", text, role="searchbox")
    with visitor.page.expect_navigation(wait_until="load"):
        visitor.presses("Enter")
    expect(visitor.page.get_by_role("heading", level=2, name=re.compile("resulta"))).to_be_visible()
    expect(visitor.page.get_by_text(SIMPLE)).to_have_count(0)


def _narrows_to_schools(visitor: Visitor) -> None:
    visitor.opens("Filters")
    visitor.follows(re.compile("^Scholen"), within=visitor.page.get_by_role("navigation", name="Filters"))
    expect(visitor.page).to_have_url(re.compile("soort=school"))
    kinds = _hits(visitor).locator(".hit__kind")
    assert {one.strip() for one in kinds.all_inner_texts()} <= {"school", "School"}


def _hits(visitor: Visitor):
    return visitor.page.locator(".hits")
