"""A phone puts cards in order: by tapping, with buttons, arrow keys and by dragging; what is sent is what is seen."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from playwright.sync_api import Browser, Page, Route, expect

from steunpunt.activities.kinds.prioritise import KIND
from tests.factories.ballots import settings

from .looking import assert_accessible, assert_in_sight

HOME = "http://telefoon.test/"
SHEETS = ["ui/css/ui.css", "ui/css/components.css", KIND.stylesheet]
SENT = (
    "() => [...new FormData(document.querySelector('form'))].filter(([, value]) => value).map(pair => pair.join('='))"
)


def _page_of(content: dict | None) -> str:
    form = KIND.contribution_form(settings=settings(), initial=content)
    links = "".join(f'<link rel="stylesheet" href="/static/{sheet}">' for sheet in SHEETS)
    body = render_to_string(KIND.template("contribute"), {"form": form})
    return (
        f'<!doctype html><html lang="nl"><head><title>Prioriteren</title><meta name="viewport" content="width=device-width">'
        f"{links}</head><body><main><h1>Prioriteren</h1><form>{body}</form></main>"
        f'<script type="module" src="/static/{KIND.script}"></script></body></html>'
    )


def _serve(page: Page, text: str) -> None:
    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HOME)
        found = finders.find(path.removeprefix("static/")) if path.startswith("static/") else None
        if found:
            route.fulfill(path=Path(str(found)))
        elif path:
            route.fulfill(status=404)
        else:
            route.fulfill(body=text, content_type="text/html; charset=utf-8")

    page.route(f"{HOME}**", answer)
    page.goto(HOME)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="nl-NL", has_touch=True)
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []


def _card(page: Page, title: str):
    return page.locator("[data-card]", has_text=title)


def test_cards_are_put_in_order_by_hand(phone: Page) -> None:
    _serve(phone, _page_of(None))

    for title in ("Omgeving transparant maken", "Antennefunctie", "Kennisdeling"):
        _card(phone, title).get_by_role("button", name="Kies").click()
    _card(phone, "Kennisdeling").get_by_role("button", name=re.compile("^Omhoog")).click()
    assert phone.evaluate(SENT) == ["place-T=1", "place-K=2", "place-A=3"]

    _card(phone, "Antennefunctie").locator("[data-grip]").focus()
    phone.keyboard.press("ArrowUp")
    expect(phone.get_by_role("status")).to_have_text("Antennefunctie staat nu op plaats 2 van 3.")
    assert_in_sight(phone)
    assert phone.evaluate(SENT) == ["place-T=1", "place-A=2", "place-K=3"]

    _card(phone, "Omgeving").locator("textarea").fill("Nu zoekt iedereen zelf.")
    _card(phone, "Antennefunctie").get_by_role("button", name=re.compile("^Weg")).click()
    assert phone.evaluate(SENT) == ["place-T=1", "argument-T=Nu zoekt iedereen zelf.", "place-K=2"]
    assert_accessible(phone)


def test_an_own_card_and_no_more_than_five(phone: Page) -> None:
    _serve(phone, _page_of({"places": [{"card": card} for card in "KTAS"]}))

    phone.get_by_role("button", name="Eigen kaart").click()
    phone.keyboard.type("Regionale proeftuinen")

    assert phone.evaluate(SENT)[-2:] == ["own-title-1=Regionale proeftuinen", "own-place-1=5"]
    expect(_card(phone, "Informatie bundelen").get_by_role("button", name="Kies")).to_be_disabled()
    expect(phone.get_by_role("button", name="Eigen kaart", exact=True)).to_be_hidden()
    assert_accessible(phone)


def test_dragging_moves_one_place_at_a_time(phone: Page) -> None:
    _serve(phone, _page_of({"places": [{"card": card} for card in "KTA"]}))
    last = _card(phone, "Antennefunctie").locator("[data-grip]")
    last.scroll_into_view_if_needed()
    begin, above = last.bounding_box(), _card(phone, "Omgeving").bounding_box()
    assert begin
    assert above

    phone.mouse.move(begin["x"] + 20, begin["y"] + 20)
    phone.mouse.down()
    phone.mouse.move(begin["x"] + 20, above["y"] + 12, steps=6)
    phone.mouse.up()

    assert phone.evaluate(SENT) == ["place-K=1", "place-A=2", "place-T=3"]


def test_without_script_every_card_has_its_select(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    _serve(page, _page_of(None))

    for name in ("K", "T", "A", "S", "B", "O", "G"):
        expect(page.locator(f"select[name=place-{name}]")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Omhoog"))).to_have_count(0)
    page.get_by_text("Schrijf een eigen kaart").click()
    expect(page.locator("input[name=own-title-1]")).to_be_visible()
    context.close()
