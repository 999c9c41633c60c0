"""A visitor proposes a correction; staff accept it; the page, its history, the proposer and the mail all say so."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from .visitor import Visitor

PAGE = "/partnerschappen/opleidingsschool-wadkant/"
WEBSITE = "https://www.wadkant.example"
REPLY_TO = "lezer@example.org"


@pytest.fixture
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test types faster than anybody; the three seconds against machines have a test of their own."""
    monkeypatch.setattr("steunpunt.network.forms.corrections.SHORTEST", timedelta(0))


@pytest.mark.writes
@pytest.mark.usefixtures("_patient")
def test_correction_is_accepted_and_told(somebody: Callable[..., Visitor]) -> None:
    reader = somebody()
    follow = _proposes(reader)
    _accepts(somebody("redacteur"))

    reader.goes_to(follow)
    expect(reader.page.get_by_role("main")).to_contain_text("Overgenomen")
    expect(reader.page.get_by_role("main")).to_contain_text("Dank je, dat klopt.")
    reader.looks("verzoek-overgenomen")
    _sees_it_on_the_page(reader)
    assert _last_mail() == (REPLY_TO, True)


@pytest.mark.writes
@pytest.mark.no_script
@pytest.mark.usefixtures("_patient")
def test_correction_without_script(visitor: Visitor) -> None:
    follow = _proposes(visitor)

    assert follow.startswith("/verzoeken/")


def _proposes(reader: Visitor) -> str:
    """From the page of the partnership; the address by which the proposal is followed."""
    page = reader.page
    reader.goes_to(PAGE)
    reader.follows("Verbetering voorstellen")
    reader.looks("wat-klopt-er-niet")
    reader.follows("Website")
    reader.types("Wat is het goede webadres?", WEBSITE)
    reader.types("Hoe weet je dit?", "Ik werk er, en het staat op onze eigen site.")
    reader.types("Je e-mailadres", REPLY_TO)
    reader.looks("voorstel")
    reader.pushes("Geef door")
    expect(page.get_by_role("heading", level=1)).to_have_text("Je verzoek")
    expect(page.get_by_role("main")).to_contain_text("Wacht op antwoord")
    reader.looks("verzoek")
    return page.url.removeprefix(reader.address)


def _accepts(staff: Visitor) -> None:
    page = staff.page
    staff.goes_to("/werklijst/")
    staff.looks("werklijst")
    staff.follows(re.compile("Wadkant"), within=page.get_by_role("heading", level=2))
    expect(page.get_by_role("main")).to_contain_text(WEBSITE)
    staff.looks("werklijst-voorstel")
    staff.types("Antwoord aan de indiener", "Dank je, dat klopt.")
    staff.pushes("Ja, neem over")
    expect(page.get_by_role("status").first).to_contain_text("Bewaard")
    expect(page.get_by_role("main")).not_to_contain_text("Wadkant")
    staff.looks("werklijst-daarna")


def _sees_it_on_the_page(reader: Visitor) -> None:
    page = reader.page
    reader.goes_to(PAGE)
    expect(page.get_by_role("link", name=re.compile("wadkant.example"))).to_be_visible()
    history = page.get_by_role("heading", name="Wat er veranderde").locator("xpath=ancestor::section[1]")
    expect(history.get_by_role("listitem").first).to_contain_text("bezoeker")
    reader.looks("partnerschap-daarna")


def _last_mail() -> tuple[str, bool]:
    """To whom it goes, and whether it carries the answer."""
    from steunpunt.foundation.outbox.queries import latest_mails  # noqa: PLC0415 - needs the settings

    mail = latest_mails()[0]
    return mail.to, "Dank je, dat klopt." in mail.text
