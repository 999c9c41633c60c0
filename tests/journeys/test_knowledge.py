"""An educator finds what somebody else knows, shares a learning task from a Word file, and an editor asks before it is published."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import expect

from steunpunt.foundation.outbox.models import Mail
from tests.databases import Worlds
from tests.foundation.intake.making import docx

from . import worlds
from .visitor import Visitor
from .working import do_what_waits

TITLE = "Een kringgesprek leiden"
SHARED = re.compile("Startgesprek: werkplekbegeleiders kennen")


@pytest.fixture(scope="module", autouse=True)
def _folders(all_worlds: Worlds, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Files and an index of its own."""
    all_worlds.enter("example", worlds.example_world)
    folder = tmp_path_factory.mktemp("data")
    with override_settings(DATA_DIR=folder, FILES_DIR=folder / "files"):
        call_command("rebuild_search", "--words-only", stdout=io.StringIO())
        yield


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    """A learning task as a teacher educator would have it."""

    def fill(document) -> None:
        document.add_heading(TITLE, 0)
        document.add_heading("Voorbereiding", 1)
        document.add_paragraph("De student kiest een prentenboek en bedenkt drie open vragen voor de kleuters.")
        document.add_heading("Uitvoering", 1)
        document.add_paragraph("De student leidt het gesprek. De werkplekbegeleider telt hoe lang kinderen praten.")

    path = tmp_path / "kringgesprek.docx"
    path.write_bytes(docx(fill))
    return path


def test_the_word_begeleider_finds_what_says_werkplekbegeleiders(visitor: Visitor) -> None:
    visitor.goes_to("/zoeken/")
    visitor.types("Waar zoek je naar?", "begeleider", role="combobox")
    visitor.presses("Enter")
    expect(visitor.page.get_by_role("heading", level=2, name=re.compile("resulta"))).to_be_visible()
    visitor.goes_to("/zoeken/?q=begeleider&soort=kennis")
    visitor.looks("begeleider")
    visitor.follows(SHARED)
    expect(visitor.page.get_by_role("main")).to_contain_text("Wie kun je bellen?")
    visitor.looks("item")


@pytest.mark.no_script
def test_the_shelf_without_script(visitor: Visitor) -> None:
    visitor.goes_to("/kennisbank/")
    visitor.follows(re.compile("^leertaak"))
    visitor.types("Zoek in de kennisbank", "kringgesprek", role="searchbox")
    visitor.presses("Enter")
    expect(visitor.page).to_have_url(re.compile("soort=learning_task"))


@pytest.mark.writes
def test_a_learning_task_from_a_word_file(somebody: Callable[..., Visitor], word_file: Path) -> None:
    author = somebody("instituut")
    work = _shares(author, word_file)
    _sends_in(author)
    _asks(somebody("redacteur"))
    author.goes_to(f"{work}lezen/")
    expect(author.page.get_by_role("main")).to_contain_text("Voor welk leerjaar is dit?")
    author.types("Jouw vraag of antwoord", "Voor tweedejaars.")
    author.pushes("Verstuur")
    _publishes(somebody("redacteur"))
    _is_there(somebody())
    _points_on(author, work)
    subjects = set(Mail.objects.filter(to="instituut@example.nl").values_list("subject", flat=True))
    assert {f"De redactie heeft een vraag over ‘{TITLE}’", f"‘{TITLE}’ is gepubliceerd"} <= subjects


def _shares(author: Visitor, word_file: Path) -> str:
    author.goes_to("/kennisbank/")
    author.follows("Deel wat jij weet")
    author.looks("delen")
    author.chooses("Wat wil je delen?", "leertaak")
    author.tabs_to(author.page.get_by_label("Bestand", exact=False).first).set_input_files(word_file)
    author.pushes("Verder")
    expect(author.page.get_by_role("main")).to_contain_text("We lezen het bestand")
    author.looks("leest")
    do_what_waits()
    expect(author.page.get_by_role("heading", level=1)).to_have_text(TITLE)
    return author.page.url.removeprefix(author.address).partition("#")[0]


def _sends_in(author: Visitor) -> None:
    author.pushes("Bewaar en stuur in")
    expect(author.page.get_by_role("main")).to_contain_text("Schrijf in gewone taal wat het oplevert.")
    author.looks("nog-niet-klaar")
    author.types("Wat levert het op?", "Studenten leren wachten. Kleuters praten langer.")
    author.types("Wat leert de student ervan?", "Open vragen stellen en stilte verdragen.")
    author.opens("Andere thema’s")
    author.ticks(re.compile("Leertaken en curriculum"))
    author.ticks("primair onderwijs")
    expect(author.page.get_by_label("Wie kunnen anderen bellen of mailen?").locator("option:checked")).to_contain_text(
        "ikzelf: Ine"
    )
    author.chooses("In welke rol?", "schoolopleider")
    author.chooses("Van welk partnerschap?", "Samen Opleiden Noordzijde")
    author.pushes("Bewaar en stuur in")
    expect(author.page.get_by_role("main")).to_contain_text("De redactie leest mee")
    author.looks("ingestuurd")


def _asks(editor: Visitor) -> None:
    editor.goes_to("/kennisbank/redactie/")
    editor.looks("redactie")
    editor.follows(TITLE)
    editor.types("Jouw vraag of antwoord", "Voor welk leerjaar is dit?")
    editor.pushes("Verstuur")
    editor.looks("gesprek")


def _publishes(editor: Visitor) -> None:
    editor.goes_to("/kennisbank/redactie/")
    editor.follows(TITLE)
    expect(editor.page.get_by_role("main")).to_contain_text("Voor tweedejaars.")
    editor.pushes("Publiceer")
    expect(editor.page.get_by_role("main")).to_contain_text("gepubliceerd")


def _is_there(reader: Visitor) -> None:
    do_what_waits()
    reader.goes_to("/kennisbank/?soort=learning_task")
    reader.follows(re.compile(TITLE))
    expect(reader.page.get_by_role("main")).to_contain_text("Kleuters praten langer.")
    expect(reader.page.get_by_role("main")).to_contain_text("Ine Opleider, schoolopleider")
    reader.looks("gepubliceerd")
    reader.goes_to("/zoeken/?q=stilte+verdragen")
    expect(reader.page.locator(".hits")).to_contain_text(TITLE)


def _points_on(author: Visitor, work: str) -> None:
    author.goes_to(work)
    author.follows("Vervangen door iets nieuwers")
    author.types("Zoek de nieuwere bijdrage", "startgesprek", role="searchbox")
    author.presses("Enter")
    author.looks("vervangen")
    author.ticks(SHARED, role="radio")
    author.pushes("Verwijs hiernaar")
    expect(author.page.get_by_text("Lezers zien nu waar de nieuwere bijdrage staat.")).to_be_visible()
    author.goes_to(f"{work}vervangen/")
    author.looks("verwijzing")
    author.pushes("Haal de verwijzing weg")
    expect(author.page.get_by_text("Teruggedraaid.")).to_be_visible()
