"""A staff account without a second factor gets nowhere; with one it gets in."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.utils import timezone
from playwright.sync_api import expect

from .visitor import Visitor
from .working import do_what_waits

ADDRESS = "nieuw@example.nl"
STAFF_ONLY = ["/werklijst/", "/register/import/", "/partnerschappen/nieuw/", "/personen/", "/beheer/", "/beheer/pages/"]
EVERYWHERE = ["/", "/mijn/", "/kaart/", "/partnerschappen/samen-opleiden-noordzijde/", "/api/v1/partnerschappen"]


@pytest.fixture
def _new_editor(world: None) -> None:
    from steunpunt.foundation.access import Actor  # noqa: PLC0415 - needs the settings
    from steunpunt.foundation.accounts.actions import ensure_account, give_staff_role  # noqa: PLC0415

    system, now = Actor.for_system("test"), timezone.now()
    account = ensure_account(ADDRESS, "Nina", "Nieuw", by=system, at=now)
    give_staff_role(account, "editor", by=system, at=now)


@pytest.mark.writes
@pytest.mark.usefixtures("_new_editor")
def test_staff_need_a_second_factor(visitor: Visitor) -> None:
    _signs_in_by_mail(visitor)
    for path in [*STAFF_ONLY, *EVERYWHERE]:
        visitor.goes_to(path)
        expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Stel eerst een tweede stap in")
    visitor.looks("eerst-een-tweede-stap")
    _sets_up_an_app(visitor)
    do_what_waits()
    for path in STAFF_ONLY:
        visitor.goes_to(path)
        assert visitor.page.url == visitor.address + path
    visitor.goes_to("/werklijst/")
    visitor.looks("werklijst")


def _signs_in_by_mail(visitor: Visitor) -> None:
    page = visitor.page
    visitor.goes_to("/account/login/")
    visitor.types("E-mailadres", ADDRESS)
    visitor.pushes("Stuur mij een code")
    visitor.looks("code")
    visitor.types(re.compile("^Code"), _code_in_the_mail())
    visitor.pushes(re.compile("Inloggen|Bevestig|Verder"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Stel eerst een tweede stap in")


def _code_in_the_mail() -> str:
    from steunpunt.foundation.outbox.queries import latest_mails  # noqa: PLC0415 - needs the settings

    mail = latest_mails()[0]
    assert mail.to == ADDRESS
    return re.search(r"\b\d{8}\b|\b\d{4} \d{4}\b|\b\d{4}-\d{4}\b", mail.text)[0]


def _sets_up_an_app(visitor: Visitor) -> None:
    """By the key in letters, which somebody without a camera uses too."""
    page = visitor.page
    visitor.follows("Een app op je telefoon")
    visitor.opens("Scannen lukt niet")
    secret = page.locator("code").inner_text()
    visitor.looks("app-instellen")
    visitor.types(re.compile("[Cc]ode"), _code_of_the_app(secret))
    visitor.pushes("Zet aan")
    visitor.looks("herstelcodes")


def _code_of_the_app(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))
