"""Somebody tells that their partnership used what another shared, and both pages say so; somebody follows a theme."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from steunpunt.knowledge.models import KnowledgeItem
from steunpunt.network.models import Theme

from .visitor import Visitor

OWN = "samen-opleiden-noordzijde"
OTHER = "maasoever-leert-samen"
RESULT = "Onze studenten gaven al in de tweede week zelf aan waar ze hulp bij wilden."


def _tells(visitor: Visitor) -> str:
    """Report the use of something that the other partnership shared; the address of the item."""
    item = KnowledgeItem.objects.filter(partnership__slug=OTHER, audience="public").order_by("pk")[0]
    visitor.goes_to(f"/kennisbank/{item.slug}/gebruikt/")
    visitor.chooses("Voor welk partnerschap?", "Samen Opleiden Noordzijde")
    visitor.types("Wat deed je anders?", "We deden het met twee studenten tegelijk.")
    visitor.pushes("Laat het weten")
    expect(visitor.page.get_by_text("Schrijf in één of twee zinnen").first).to_be_visible()
    visitor.looks("gebruikt-mist-iets")
    visitor.types("Wat leverde het op?", RESULT)
    visitor.pushes("Laat het weten")
    expect(visitor.page.get_by_text("Dank je wel.")).to_be_visible()
    visitor.looks("gebruikt")
    return f"/kennisbank/{item.slug}/"


@pytest.mark.writes
def test_a_use_changes_what_both_partnerships_gave_and_took(somebody: Callable[..., Visitor]) -> None:
    coordinator, reader = somebody("coordinator"), somebody()
    _tells(coordinator)
    reader.goes_to(f"/partnerschappen/{OTHER}/")
    expect(reader.page.get_by_role("main")).to_contain_text("1 ander partnerschap gebruikte er een.")
    reader.looks("gaf")
    reader.goes_to(f"/partnerschappen/{OWN}/")
    expect(reader.page.get_by_role("main")).to_contain_text("Gebruikte 1 bijdrage van een ander")
    coordinator.goes_to(f"/partnerschappen/{OWN}/")
    coordinator.follows("Bekijk alles wat jullie gaven en namen")
    expect(coordinator.page.get_by_role("main")).to_contain_text(RESULT)
    coordinator.looks("geven-en-nemen")


@pytest.mark.writes
@pytest.mark.no_script
def test_telling_works_without_script(somebody: Callable[..., Visitor]) -> None:
    _tells(somebody("coordinator"))


@pytest.mark.writes
def test_following_a_theme_and_stopping_from_ones_own_page(somebody: Callable[..., Visitor]) -> None:
    visitor = somebody("begeleider")
    theme = Theme.objects.order_by("pk")[0]
    visitor.goes_to(f"/thema/{theme.slug}/")
    visitor.pushes("Volg dit thema")
    expect(visitor.page.get_by_role("button", name="Volg niet meer")).to_be_visible()
    visitor.looks("volgen")
    visitor.goes_to("/mijn/")
    visitor.looks("mijn")
    visitor.pushes(re.compile("^Volg niet meer"))
    expect(visitor.page.get_by_role("main")).to_contain_text("volgt nog geen thema")
