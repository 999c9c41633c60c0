"""The workshop of June 2014 with invented people: five groups put seven services in order, and the antennefunctie stands out."""

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import openpyxl
import pypdfium2
import pytest
from playwright.sync_api import Browser, expect

from steunpunt.activities.queries.keeping import forget_all
from tests.factories.ballots import SERVICES, WORKSHOP

from .visitor import Visitor

TITLE = "Welke diensten helpen jullie het meest?"
OWN = {"W": "Website met landkaart", "V": "Verbinden van opleidingsscholen"}
FINDING = "Antennefunctie is door vier van de vijf groepen gekozen, maar staat bij niemand in de top 3."
PHONE = pytest.mark.parametrize("width", [360], indirect=True, ids=["360px"])
WALL = {"width": 1920, "height": 1080}


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    """The server of the journeys outlives the worlds."""
    forget_all()
    yield
    forget_all()


@PHONE
@pytest.mark.writes
def test_five_groups_put_seven_services_in_order(somebody: Callable[..., Visitor], browser: Browser) -> None:
    leader = somebody("instituut")
    code = _prepares(leader)
    wall = browser.new_context(viewport=WALL, locale="nl-NL").new_page()  # type: ignore[arg-type]
    wall.goto(f"{leader.address}/doe-mee/{code}/scherm/")
    phones = [_joins(somebody(scripts=number < 3), code, number) for number in range(5)]
    leader.goes_to(_home(leader))
    leader.pushes("Open voor iedereen")
    for phone, ballot in zip(phones, WORKSHOP, strict=True):
        _hands_in(phone, ballot)
    expect(wall.locator(".wall__count b")).to_have_text("5")
    expect(wall.locator("main")).not_to_contain_text("punten")

    leader.goes_to(_home(leader))
    leader.pushes("Sluit", exact=True)
    leader.pushes("Toon de stand")
    leader.looks("getoond")
    expect(wall.locator("main")).to_contain_text(FINDING)
    wall.context.close()
    expect(leader.page.get_by_role("main")).to_contain_text(FINDING)
    _takes_it_along(leader)


def _prepares(leader: Visitor) -> str:
    """Cards on the table and five groups; the code that people type."""
    leader.goes_to("/werkvormen/nieuw/")
    wanted = leader.page.get_by_role("radio", name=re.compile("^Prioriteren"))
    leader.tabs_to(leader.page.get_by_role("radio").first)
    while not wanted.is_checked():
        leader.presses("ArrowDown")
    leader.types(re.compile("Welke vraag of opdracht"), TITLE)
    leader.pushes("Zet klaar")
    leader.types("Vraag aan de groep", TITLE)
    leader.types("Kaarten", "\n".join(SERVICES.values()))
    leader.looks("instellen")
    leader.pushes("Bewaren")
    leader.types("Aantal groepen", "5", role="spinbutton")
    leader.pushes("Maak groepen")
    leader.looks("klaar")
    return "-".join(leader.page.locator(".lead-join__code span").all_inner_texts())


def _joins(phone: Visitor, code: str, number: int) -> Visitor:
    phone.goes_to(f"/doe-mee/{code}/")
    phone.pushes("Ik doe mee")
    phone.reach("button", f"groep {number + 1}")
    phone.presses("Enter")
    expect(phone.page.get_by_role("main")).to_contain_text("jij schrijft")
    return phone


def _hands_in(phone: Visitor, ballot: str) -> None:
    """The form as it stands without scripts, which the script fills for whoever drags."""
    phone.goes_to(phone.page.url.removeprefix(phone.address))
    for place, letter in enumerate(ballot, start=1):
        if letter in SERVICES:
            _puts(phone, SERVICES[letter], place)
        else:
            _writes_own(phone, OWN[letter], place)
    phone.looks("ingevuld")
    phone.reach("button", re.compile("^Inleveren voor"))
    phone.presses("Enter")
    expect(phone.page.get_by_role("main")).to_contain_text("Verstuurd")


def _puts(phone: Visitor, title: str, place: int) -> None:
    row = phone.page.locator("li[data-card]").filter(has_text=title)
    if phone.has_scripts:
        phone.tabs_to(row.get_by_role("button", name=re.compile("^Kies")))
        phone.presses("Enter")
    else:
        row.locator("select").select_option(str(place))


def _writes_own(phone: Visitor, title: str, place: int) -> None:
    row = phone.page.locator("[data-own-cards] li").first
    phone.opens("Staat het er niet bij?")
    row.locator("input[type=text]").fill(title)
    row.locator("select").select_option(str(place))


def _takes_it_along(leader: Visitor) -> None:
    """Posters of all and of a group, and every contribution in a file."""
    leader.follows(re.compile("Posters op A3"))
    leader.looks("poster")
    leader.follows("groep 3", exact=True)
    expect(leader.page.locator(".poster")).to_contain_text("Informatie stroomlijnen")
    leader.looks("poster-van-een-groep")
    with leader.page.expect_download() as sheet:
        leader.reach("link", re.compile("Download op A3"))
        leader.presses("Enter")
    words = pypdfium2.PdfDocument(sheet.value.path())[0].get_textpage().get_text_range()
    assert "groep 3" in words
    leader.goes_to(_home(leader))
    with leader.page.expect_download() as table:
        leader.reach("link", "Excel")
        leader.presses("Enter")
    assert _rows(table.value.path()) == sum(len(ballot) for ballot in WORKSHOP)


def _rows(path: Any) -> int:
    with path.open("rb") as file:
        return sum(1 for _row in openpyxl.load_workbook(io.BytesIO(file.read())).active.iter_rows(min_row=2))


def _home(leader: Visitor) -> str:
    return re.sub(r"(/werkvormen/[a-z0-9]+/).*", r"\1", leader.page.url.removeprefix(leader.address))
