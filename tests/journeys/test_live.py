"""A facilitator stands an activity up, three phones join with the code, hand in, and the wall shows what came out."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from steunpunt.activities.queries.keeping import forget_all

from .visitor import Visitor

TITLE = "Wie zit hier?"
WALL = {"width": 1920, "height": 1080}


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    """The server of the journeys outlives the worlds."""
    forget_all()
    yield
    forget_all()


@pytest.mark.writes
def test_from_standing_up_to_the_wall(somebody: Callable[..., Visitor], browser: Browser) -> None:
    leader = somebody("instituut")
    words = _stands_up(leader)
    phones = [_joins(somebody(), words) for _ in range(3)]
    wall = _wall(browser, leader, words)
    expect(wall.locator(".wall__joined")).to_have_text("3")

    leader.goes_to(leader.page.url.removeprefix(leader.address))
    leader.pushes("Open voor iedereen")
    leader.looks("open")
    for phone in phones:
        expect(phone.page.get_by_role("button", name="Trek een kaart")).to_be_visible()
    phones[0].looks("telefoon-open")
    for phone in phones:
        _draws(phone, "Kaart 1")
    _draws(phones[0], "Kaart 2")
    phones[0].looks("telefoon-kaart")
    expect(wall.locator(".wall__count b")).to_have_text("3")
    expect(wall.locator("main")).not_to_contain_text("kaarten getrokken")
    expect(leader.page.locator("#bezig")).to_contain_text(re.compile(r"3\s+van 3"))

    leader.pushes("Sluit", exact=True)
    leader.pushes("Toon de stand")
    leader.looks("getoond")
    expect(wall.locator("main")).to_contain_text("kaarten getrokken")
    expect(wall.locator(".wall-figure b").first).to_have_text("4")
    _fits(wall)
    for phone in phones:
        expect(phone.page.get_by_role("main")).to_contain_text("3 deelnemers trokken samen 4 kaarten.")
    phones[0].looks("telefoon-stand")
    wall.context.close()


@pytest.mark.writes
def test_without_the_network_it_is_kept_and_sent_once(somebody: Callable[..., Visitor]) -> None:
    leader = somebody("instituut")
    words = _stands_up(leader)
    leader.pushes("Open voor iedereen")
    phone = _joins(somebody(), words)
    phone.expects.append("ERR_INTERNET_DISCONNECTED")

    phone.context.set_offline(True)
    phone.reach("button", "Trek een kaart")
    phone.presses("Enter")
    expect(phone.page.locator("[data-told]")).to_contain_text("Bewaard op deze telefoon")
    phone.context.set_offline(False)

    expect(phone.page.get_by_role("main")).to_contain_text("Kaart 1")
    expect(leader.page.locator("#bezig")).to_contain_text(re.compile(r"1\s+van 1"))


@pytest.mark.writes
@pytest.mark.no_script
def test_a_phone_without_script(somebody: Callable[..., Visitor]) -> None:
    leader = somebody("instituut", scripts=True)
    words = _stands_up(leader)
    phone = _joins(somebody(), words)
    leader.pushes("Open voor iedereen")

    phone.follows("Ververs deze pagina")
    phone.pushes("Trek een kaart")
    phone.looks("zonder-script")

    expect(phone.page.get_by_role("main")).to_contain_text("Kaart 1")


def test_a_wrong_code_says_where_to_look(visitor: Visitor) -> None:
    visitor.goes_to("/doe-mee/")
    visitor.looks("doe-mee")
    visitor.types("Code", "geen code hier")
    visitor.pushes("Doe mee")
    expect(visitor.page.get_by_role("main")).to_contain_text("Deze code kennen we niet")
    visitor.looks("verkeerde-code")


def _stands_up(leader: Visitor) -> str:
    """The three words that come out of it."""
    leader.goes_to("/werkvormen/")
    leader.looks("werkvormen")
    leader.follows("Zet een werkvorm klaar")
    leader.ticks(re.compile("Kennismaking"), role="radio")
    leader.types(re.compile("Welke vraag of opdracht"), TITLE)
    leader.looks("klaarzetten")
    leader.pushes("Zet klaar")
    expect(leader.page.get_by_role("heading", level=1)).to_have_text(TITLE)
    leader.looks("voorbereiding")
    return " ".join(leader.page.locator(".lead-join__code span").all_inner_texts())


def _joins(phone: Visitor, words: str) -> Visitor:
    phone.goes_to("/doe-mee/")
    phone.types("Code", words.upper())
    phone.pushes("Doe mee")
    phone.looks("welkom")
    phone.pushes("Ik doe mee")
    return phone


def _draws(phone: Visitor, card: str) -> None:
    phone.reach("button", "Trek een kaart")
    phone.presses("Enter")
    expect(phone.page.get_by_role("main")).to_contain_text(card)


def _wall(browser: Browser, leader: Visitor, words: str):
    context = browser.new_context(viewport=WALL, locale="nl-NL")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{leader.address}/doe-mee/{words.replace(' ', '-')}/scherm/")
    return page


def _fits(page) -> None:
    """No scrolling, and nothing smaller than can be read at the back."""
    too_much = page.evaluate(
        "[document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]"
    )
    smallest = page.evaluate(
        "Math.min(...[...document.querySelectorAll('main *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))"
        ".map(e => parseFloat(getComputedStyle(e).fontSize)))"
    )
    assert too_much == [0, 0]
    assert smallest >= 26
