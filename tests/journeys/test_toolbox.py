"""Somebody looks for a method, leaves the question open, another follows, and staff answer it later with an item."""

import io
import re
from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import expect

from steunpunt.foundation.outbox.models import Mail
from tests.databases import Worlds

from . import worlds
from .visitor import Visitor
from .working import do_what_waits

QUESTION = "Hoe oefent een student het gesprek met een boze ouder aan de telefoon?"
SUBJECT = f"Er is een antwoord op: {QUESTION}"
ITEM = re.compile("Leertaak: een oudergesprek")
ANSWER = "Oefen eerst met de leertaak oudergesprek, en voer het gesprek daarna samen aan de telefoon."


@pytest.fixture(scope="module", autouse=True)
def _index(all_worlds: Worlds, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An index of its own."""
    all_worlds.enter("example", worlds.example_world)
    with override_settings(DATA_DIR=tmp_path_factory.mktemp("data")):
        call_command("rebuild_search", "--words-only", stdout=io.StringIO())
        yield


def test_from_a_question_to_methods(visitor: Visitor) -> None:
    visitor.goes_to("/")
    visitor.takes_the_menu_to("Kennisbank")
    visitor.takes_the_section_to("Gereedschapskist")
    visitor.looks("begin")
    visitor.types("Wat is je vraag?", "hoe laten we studenten en starters samen leren?")
    visitor.pushes("Zoek methoden")
    main = visitor.page.get_by_role("main")
    expect(main.locator(".method").first).to_contain_text("Leerteam waarin studenten en starters samen leren")
    expect(main.locator(".method").first).to_contain_text("gemiddeld (14 uur)")
    expect(main).to_contain_text("Dit is eerder beantwoord")
    visitor.looks("methoden")
    visitor.ticks("Doorlopende lijn", role="checkbox")
    visitor.chooses("Hoeveel tijd is er?", "een dagdeel")
    visitor.pushes("Zoek opnieuw")
    expect(visitor.page.get_by_label("Wat is je vraag?")).to_have_value(re.compile("studenten en starters"))
    visitor.opens("Vraagt meer tijd of andere aantallen")
    expect(main.locator("details .method").first).to_contain_text("tijd: 14 uur")
    visitor.looks("scherper")


@pytest.mark.no_script
def test_a_question_is_picked_without_script(visitor: Visitor) -> None:
    visitor.goes_to("/gereedschapskist/")
    visitor.follows(re.compile("^zelfevaluatie met het hele team"))
    expect(visitor.page.locator(".method").first).to_contain_text("Posters nu en straks")
    visitor.types("Met hoeveel mensen?", "veel")
    visitor.pushes("Zoek opnieuw")
    expect(visitor.page.get_by_role("main")).to_contain_text("Vul een getal in")
    expect(visitor.page.get_by_label("Met hoeveel mensen?")).to_have_value("veel")


@pytest.mark.writes
def test_a_question_without_an_answer_is_answered_later(somebody: Callable[..., Visitor]) -> None:
    asker = somebody("begeleider")
    page = _asks(asker)
    _follows(somebody("student"), page)
    _answers(somebody("redacteur"))
    told = set(Mail.objects.filter(subject=SUBJECT).values_list("to", flat=True))
    assert told == {"begeleider@example.nl", "student@example.nl"}
    do_what_waits()
    mail = Mail.objects.get(to="begeleider@example.nl", subject=SUBJECT)
    assert mail.sent_at is not None
    assert ANSWER in mail.text
    assert page in mail.text
    asker.goes_to(page)
    main = asker.page.get_by_role("main")
    expect(main).to_contain_text(ANSWER)
    expect(main.get_by_role("link", name=ITEM)).to_be_visible()
    asker.looks("beantwoord")
    stranger = somebody()
    stranger.goes_to(page)
    expect(stranger.page.locator("body")).not_to_contain_text("Werkplek,")
    expect(stranger.page.locator("body")).not_to_contain_text("begeleider@example.nl")


def _asks(asker: Visitor) -> str:
    asker.goes_to("/gereedschapskist/")
    asker.types("Wat is je vraag?", QUESTION)
    asker.chooses("Waar in de lijn?", "samen opleiden")
    asker.pushes("Zoek opnieuw" if asker.page.get_by_role("button", name="Zoek opnieuw").count() else "Zoek methoden")
    asker.follows("Dit staat er niet bij")
    expect(asker.page.get_by_label("Je vraag")).to_have_value(QUESTION)
    asker.looks("vraag-stellen")
    asker.pushes("Stel de vraag")
    expect(asker.page.get_by_role("heading", level=1)).to_have_text(QUESTION)
    asker.looks("vraag-open")
    return asker.page.url.removeprefix(asker.address)


def _follows(other: Visitor, page: str) -> None:
    other.goes_to("/gereedschapskist/open-vragen/")
    other.looks("open-vragen")
    other.follows(QUESTION)
    other.pushes("Ik wil dit ook weten")
    expect(other.page.get_by_role("main")).to_contain_text("Je volgt deze vraag.")
    assert other.page.url.endswith(page)


def _answers(editor: Visitor) -> None:
    editor.goes_to("/")
    editor.follows("Open vragen")
    editor.looks("wacht")
    editor.follows(re.compile("^Beantwoord.*boze ouder"))
    editor.types("Zoek een bijdrage", "oudergesprek")
    editor.pushes("Zoek", exact=True)
    editor.ticks(ITEM)
    editor.types("Het antwoord in een paar zinnen", ANSWER)
    editor.looks("beantwoorden")
    editor.pushes("Geef dit antwoord")
    expect(editor.page.get_by_role("main")).to_contain_text("Het antwoord")
