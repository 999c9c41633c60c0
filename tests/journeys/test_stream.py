"""Somebody of a sender tells programme leaders something, an editor merges a double, and readers find it on the site and in a feed."""

import io
import re
import urllib.request
from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from lxml import etree
from playwright.sync_api import expect

from tests.databases import Worlds

from . import worlds
from .visitor import Visitor
from .working import do_what_waits

ATOM = "{http://www.w3.org/2005/Atom}"
TITLE = "Geef vóór 1 maart door wie er opleidt"
TOLD = "Meld op tijd welke werkplekbegeleiders dit jaar zijn geschoold."
OPEN_FEED = "/berichten/atom.xml?sector=vo&rol=programmaleider"


@pytest.fixture(scope="module", autouse=True)
def _folders(all_worlds: Worlds, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An index of its own."""
    all_worlds.enter("example", worlds.example_world)
    folder = tmp_path_factory.mktemp("data")
    with override_settings(DATA_DIR=folder, FILES_DIR=folder / "files"):
        call_command("rebuild_search", "--words-only", stdout=io.StringIO())
        yield


@pytest.mark.writes
def test_from_a_sender_to_a_programme_leader_and_away_again(somebody: Callable[..., Visitor]) -> None:
    _leads_in_vo("vo-leider")
    sender = somebody("afzender")
    _posts(sender)
    _is_for_me(somebody("vo-leider"))
    assert TITLE in _feed(sender.address)
    assert TITLE not in _feed(sender.address, "/berichten/atom.xml?sector=mbo")
    _withdraws(sender)
    _is_gone(somebody())


@pytest.mark.writes
def test_an_editor_makes_one_of_two(somebody: Callable[..., Visitor]) -> None:
    editor = somebody("redacteur")
    editor.goes_to("/berichten/")
    editor.follows("Dubbele berichten")
    editor.looks("dubbel")
    editor.follows("Samenvoegen")
    editor.looks("samenvoegen")
    editor.ticks(re.compile("^Studentaantallen uiterlijk"), role="radio")
    editor.pushes("Voeg samen")
    expect(editor.page.get_by_role("main")).to_contain_text("Wie meldt dit, en waar staat het?")
    editor.looks("samengevoegd")
    reader = somebody()
    reader.goes_to("/berichten/studentaantallen-uiterlijk-30-september-doorgeven/")
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(re.compile("Opgave studentenaantallen"))
    expect(reader.page.get_by_role("main")).to_contain_text("meldde ook: ‘Studentaantallen")
    reader.goes_to("/berichten/?afzender=duo&sector=mbo")
    expect(reader.page.locator(".bulletins")).to_contain_text("Opgave studentenaantallen")
    editor.goes_to("/berichten/redactie/")
    editor.follows(re.compile("^Terugdraaien"))
    editor.pushes("Ja, haal uit elkaar")
    expect(editor.page.get_by_role("main")).to_contain_text("Studentaantallen uiterlijk")


@pytest.mark.no_script
def test_the_stream_without_script(visitor: Visitor) -> None:
    visitor.goes_to("/")
    visitor.follows("Alle berichten", exact=True)
    visitor.follows(re.compile("^bestuurder"))
    visitor.types("Zoek in de berichten", "penvoerder", role="searchbox")
    visitor.presses("Enter")
    expect(visitor.page).to_have_url(re.compile("rol=bestuurder"))
    expect(visitor.page.locator(".bulletins")).to_contain_text("Andere penvoerder?")
    visitor.follows(re.compile("^Binnenkort"))
    expect(visitor.page).to_have_url(re.compile("wanneer=binnenkort"))


def _leads_in_vo(key: str) -> None:
    """A programme leader of a partnership in vo."""
    from steunpunt.foundation.access import Actor  # noqa: PLC0415 - needs the settings
    from steunpunt.foundation.accounts.actions import ensure_example_account  # noqa: PLC0415
    from steunpunt.network.actions.people import add_affiliation, add_person, connect_account  # noqa: PLC0415
    from steunpunt.network.models import Affiliation, Partnership, Person, Role  # noqa: PLC0415

    system = {"by": Actor.for_system("voorbeeld"), "at": timezone.now()}
    account = ensure_example_account(f"{key}@example.nl", "Volle", "Leider", line="Leidt.", order=9, at=system["at"])
    person = add_person(Person(first_name="Volle", last_name="Leider", email=account.email, is_example=True), **system)
    affiliation = Affiliation(
        person=person,
        role=Role.objects.get(code="programmaleider"),
        partnership=Partnership.objects.get(slug="het-opleidingsplein"),
        valid_from=timezone.localdate(),
    )
    add_affiliation(affiliation, **system)
    connect_account(person, account, **system)


def _posts(sender: Visitor) -> None:
    sender.goes_to("/")
    sender.takes_the_menu_to("Nieuws")
    sender.takes_the_section_to("Berichten")
    sender.follows("Bericht plaatsen")
    sender.looks("plaatsen")
    sender.types("Titel", TITLE)
    sender.types("Tekst", TOLD)
    expect(sender.page.locator(".counter")).to_have_text(f"Nog {600 - len(TOLD)} tekens")
    sender.ticks("voortgezet onderwijs")
    sender.ticks("programmaleider")
    sender.pushes("Plaats", exact=True)
    expect(sender.page.get_by_role("main")).to_contain_text("Vul in waar dit staat.")
    sender.looks("nog-niet-klaar")
    sender.types("Bron", "Nieuwsbrief van 1 november")
    sender.pushes("Plaats", exact=True)
    expect(sender.page.get_by_role("heading", level=1)).to_have_text(TITLE)
    sender.looks("geplaatst")


def _is_for_me(reader: Visitor) -> None:
    do_what_waits()
    reader.goes_to("/berichten/")
    expect(reader.page.locator(".chips")).to_contain_text("programmaleider")
    expect(reader.page.locator(".bulletins")).to_contain_text(TITLE)
    reader.looks("voor-mij")
    reader.follows("Toon alles")
    expect(reader.page.locator(".chips")).to_have_count(0)
    reader.looks("alles")
    reader.goes_to("/zoeken/?q=geschoold&soort=bericht")
    expect(reader.page.locator(".hits")).to_contain_text(TITLE)


def _withdraws(sender: Visitor) -> None:
    sender.goes_to("/berichten/mijn/")
    sender.looks("mijn")
    sender.follows(TITLE)
    sender.follows("Intrekken")
    sender.looks("intrekken")
    sender.types("Waarom trek je het in?", "De datum klopt niet.")
    sender.pushes("Ja, trek in")
    expect(sender.page.get_by_role("main")).to_contain_text("Niemand ziet dit nu.")


def _is_gone(reader: Visitor) -> None:
    do_what_waits()
    for path in ("/berichten/?sector=vo", "/", "/zoeken/?q=geschoold&soort=bericht"):
        reader.goes_to(path)
        expect(reader.page.get_by_role("main")).not_to_contain_text(TITLE)
    assert TITLE not in _feed(reader.address)
    reader.goes_to("/berichten/geef-voor-1-maart-door-wie-er-opleidt/")
    expect(reader.page.get_by_role("heading", level=1)).not_to_have_text(TITLE)


def _feed(address: str, path: str = OPEN_FEED) -> list[str]:
    """The titles as a reader of feeds finds them."""
    with urllib.request.urlopen(address + path) as answer:
        entries = etree.fromstring(answer.read()).iter(f"{ATOM}entry")
        return [entry.findtext(f"{ATOM}title") for entry in entries]
