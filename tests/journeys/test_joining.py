"""Somebody comes to work in a partnership: invited by its coordinator, or by asking for it; both ends with a role."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from .visitor import Visitor

OWN = "/partnerschappen/samen-opleiden-noordzijde/"
INVITED = "nieuw@school.invalid"


@pytest.mark.writes
def test_an_invitation_is_accepted_from_the_mail(somebody: Callable[..., Visitor]) -> None:
    _invites(somebody("coordinator"))
    newcomer = somebody()
    newcomer.goes_to(_link_in_the_mail())
    newcomer.looks("uitnodiging")
    newcomer.pushes("Neem de uitnodiging aan")

    expect(newcomer.page.get_by_role("main")).to_contain_text("schoolopleider · Samen Opleiden Noordzijde")
    newcomer.looks("welkom")


@pytest.mark.writes
def test_who_asks_for_a_role_gets_it_from_the_coordinator(somebody: Callable[..., Visitor]) -> None:
    _asks(somebody("bezoeker"))
    coordinator = somebody("coordinator")
    coordinator.goes_to("/mijn/")
    coordinator.follows("Naar de werklijst")
    coordinator.follows(re.compile("Aanvraag: werkplekbegeleider"))
    coordinator.looks("aanvraag")
    coordinator.pushes(re.compile("^Ja"))
    asker = somebody("bezoeker")
    asker.goes_to("/mijn/")

    expect(asker.page.get_by_role("main")).to_contain_text("werkplekbegeleider · Samen Opleiden Noordzijde")


def _invites(coordinator: Visitor) -> None:
    coordinator.goes_to(f"{OWN}mensen/uitnodigen/")
    coordinator.types("E-mailadres", INVITED)
    coordinator.chooses("Rol", "schoolopleider")
    coordinator.looks("uitnodigen")
    coordinator.pushes("Stuur de uitnodiging")
    expect(coordinator.page.get_by_role("main")).to_contain_text(INVITED)


def _asks(visitor: Visitor) -> None:
    visitor.goes_to(OWN)
    visitor.follows("Ik werk hier mee")
    visitor.chooses("Rol", "werkplekbegeleider")
    visitor.looks("meewerken")
    visitor.pushes("Verstuur mijn aanvraag")
    expect(visitor.page.get_by_role("status").first).to_contain_text("Je aanvraag is verstuurd")


def _link_in_the_mail() -> str:
    from steunpunt.foundation.outbox.queries import latest_mails  # noqa: PLC0415 - needs the settings

    text = next(mail.text for mail in latest_mails() if mail.to == INVITED)
    return re.search(r"/uitnodiging/\S+/", text)[0]  # type: ignore[index]
