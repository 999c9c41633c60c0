"""The map in a real browser: the same as the list, quick to answer, and reachable without a mouse."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

READY = "#kaartpagina[data-state=klaar]"
DESK = pytest.mark.parametrize("width", [1440], indirect=True, ids=["1440px"])
LAYERS = """() => Object.fromEntries([...document.querySelectorAll("[data-layer]")].map(
  item => [item.dataset.layer, Number(item.querySelector("[data-count]").textContent.replaceAll(".", ""))]))"""
ANSWER = "query => fetch('/kaart/treffers.json?' + query).then(answer => answer.json())"
PLACED = """answer => fetch(document.querySelector('#kaartpagina').dataset.points).then(points => points.json())
  .then(data => answer.partnerships.filter(i => data.partnerships[i].at !== null).length)"""
INK = """() => { const canvas = document.querySelector('.leaflet-marks-pane canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let painted = 0; for (let i = 3; i < data.length; i += 4) painted += data[i] > 0; return painted; }"""


def opened(visitor, query: str = "") -> Page:
    visitor.goes_to(f"/kaart/{query}")
    visitor.page.wait_for_selector(READY)
    return visitor.page


def first_partnership(page: Page) -> str:
    reference = page.locator(".row[data-map]:has(.ring--core)").first.get_attribute("data-map")
    return reference.removeprefix("partnerschap:")


def test_map_stands_and_everything_on_it_is_counted(visitor):
    page = opened(visitor)

    layers = page.evaluate(LAYERS)

    assert layers["core"] + layers["shell"] + layers["other"] > 8600
    assert page.evaluate(INK) > 1000
    visitor.looks("kaart")


@DESK
@pytest.mark.parametrize(
    "query",
    [
        "",
        "sector=alle",
        "sector=vo",
        "sector=po&provincie=Utrecht",
        "provincie=Utrecht&provincie=Zeeland",
        "gemeente=Utrecht",
        "provincie=Zeeland&gemeente=Utrecht",
        "status=aspirant",
        "status=erkend&sector=vo&ring=kern",
        "ring=schil",
        "ring=geen&provincie=Drenthe",
        "ring=geen&ring=kern",
        "academisch=ja",
        "academisch=nee&ring=kern&provincie=Groningen",
    ],
)
def test_browser_and_server_choose_the_same(visitor, query):
    page = opened(visitor, f"?{query}")

    layers = page.evaluate(LAYERS)
    answer = page.evaluate(ANSWER, query)

    assert layers["core"] + layers["shell"] + layers["other"] == len(answer["sites"])
    assert layers["institution"] == len(answer["institutions"])
    assert layers["partnership"] == page.evaluate(PLACED, answer)


@DESK
def test_browser_and_server_choose_the_same_for_every_institute(visitor):
    page = opened(visitor)
    codes = page.eval_on_selector_all("#filters [name=instituut]", "boxes => boxes.slice(0, 4).map(box => box.value)")
    assert codes

    for code in codes:
        page = opened(visitor, f"?instituut={code}")
        layers, answer = page.evaluate(LAYERS), page.evaluate(ANSWER, f"instituut={code}")
        assert layers["core"] + layers["shell"] + layers["other"] == len(answer["sites"])


@DESK
@pytest.mark.parametrize("query", ["q=college", "postcode=3511&straal=10"])
def test_words_and_postcodes_are_answered_by_the_server(visitor, query):
    page = opened(visitor, f"?{query}")

    layers, answer = page.evaluate(LAYERS), page.evaluate(ANSWER, query)

    assert 0 < layers["core"] + layers["shell"] + layers["other"] == len(answer["sites"])


@DESK
def test_choice_shows_on_map_in_list_and_in_address(visitor):
    page = opened(visitor)
    page.locator(".filter-box > summary").click()

    page.locator("#filters [name=sector][value=vo]").check()
    page.wait_for_selector("#kaartpagina[data-filtered]")
    page.wait_for_url(re.compile("sector=vo"))

    tab = page.locator(".map-tabs a", has_text="Scholen").locator("b")
    layers = page.evaluate(LAYERS)
    assert layers["core"] + layers["shell"] + layers["other"] == int(tab.inner_text().replace(".", ""))
    assert page.evaluate("performance.getEntriesByName('kaart-filter').length") == 1
    expect(page.locator("#aantal")).to_be_visible()


@DESK
def test_layer_without_hits_stays_listed_and_context_stays_painted(visitor):
    page = opened(visitor, "?gemeente=Schiermonnikoog")

    assert page.evaluate(LAYERS)["core"] == 0
    expect(page.locator("[data-layer=core]")).to_be_visible()
    assert page.evaluate(INK) > 300


@DESK
def test_row_and_map_tell_of_the_same_partnership(visitor):
    page = opened(visitor, "?q=praktijkschakel")
    slug = first_partnership(page)

    page = opened(visitor, f"?partnerschap={slug}")
    card = page.locator("#kaart-kaartje")

    expect(card.get_by_role("link").first).to_have_attribute("href", f"/partnerschappen/{slug}/")
    card.get_by_role("button", name="Sluit").click()
    expect(card).to_be_hidden()
    assert "partnerschap" not in parse_qs(urlsplit(page.url).query)


@DESK
def test_keyboard_opens_and_closes_what_lies_in_the_middle(visitor):
    place = opened(visitor).evaluate(
        "() => fetch(document.querySelector('#kaartpagina').dataset.points).then(a => a.json()).then(d => {"
        " const [x, y] = d.partnerships.find(p => p.at).at;"
        " return `${d.grid.lat + y * d.grid.step}/${d.grid.lon + x * d.grid.step}`; })"
    )
    page = opened(visitor, f"?pagina=1#kaart=11/{place}")
    page.locator("#kaart").focus()

    visitor.presses("ArrowRight", "ArrowLeft", "Enter")

    card = page.locator("#kaart-kaartje")
    expect(card.locator("h2")).to_be_focused()
    visitor.presses("Escape")
    expect(card).to_be_hidden()
    expect(page.locator("#kaart")).to_be_focused()


@DESK
def test_link_leads_past_the_map(visitor):
    page = opened(visitor)

    page.get_by_role("link", name="Sla de kaart over").press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("!document.activeElement.closest('.map-page')")


@DESK
def test_points_are_fetched_once(visitor):
    opened(visitor)
    sizes = (
        "performance.getEntriesByType('resource').filter(e => e.name.includes('punten.json')).map(e => e.transferSize)"
    )
    page = opened(visitor, "?sector=po")

    assert page.evaluate(sizes) == [0]


@DESK
def test_map_as_on_a_day_in_the_past_has_other_points(visitor):
    now = opened(visitor).evaluate(LAYERS)
    then = opened(visitor, "?op=2015-01-01").evaluate(LAYERS)

    assert then["core"] < now["core"]


def test_list_stands_without_script(somebody):
    visitor = somebody(scripts=False)
    visitor.goes_to("/kaart/?provincie=Utrecht&soort=school")

    expect(visitor.page.locator(".row")).to_have_count(25)
    expect(visitor.page.locator(".map-still")).to_be_visible()
    expect(visitor.page.locator(".map-controls")).to_be_hidden()
    visitor.looks("kaart-zonder-script")


@pytest.mark.parametrize("width", [360], indirect=True, ids=["360px"])
def test_phone_switches_between_map_and_list(visitor):
    page = opened(visitor)
    expect(page.locator("#kaart")).to_be_visible()
    expect(page.locator(".rows")).to_be_hidden()

    page.get_by_role("button", name="Lijst").click()

    expect(page.locator("#kaart")).to_be_hidden()
    expect(page.locator(".rows")).to_be_visible()
    visitor.looks("kaart-lijst")


def test_dark_map_is_as_readable(somebody):
    visitor = somebody(scheme="dark")
    opened(visitor, "?sector=vo")

    visitor.looks("kaart-donker")
