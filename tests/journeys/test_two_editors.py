"""Two people change the same facts: the second is told, keeps the typed text, and can go on from there."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from .visitor import Visitor

PAGE = "/partnerschappen/samen-opleiden-noordzijde/bewerken/visie/"
FIRST, SECOND = "Eerst komt het kind, dan de rest.", "Wij leiden op wat wij zelf willen zijn."


@pytest.mark.writes
def test_second_editor_is_told_and_keeps_the_text(somebody: Callable[..., Visitor]) -> None:
    one, other = somebody("coordinator"), somebody("projectleider")
    one.goes_to(PAGE)
    other.goes_to(PAGE)
    one.types("Visie", FIRST)
    one.pushes("Bewaren")
    other.types("Visie", SECOND)
    other.pushes("Bewaren")

    told = other.page.get_by_role("main")
    expect(told).to_contain_text("Iemand anders heeft dit gewijzigd terwijl jij bezig was")
    expect(other.page.get_by_role("textbox", name="Visie")).to_have_value(SECOND)
    other.looks("intussen-gewijzigd")
    one.goes_to("/partnerschappen/samen-opleiden-noordzijde/")
    expect(one.page.get_by_role("blockquote")).to_have_text(FIRST)

    other.pushes("Bewaren")
    one.goes_to("/partnerschappen/samen-opleiden-noordzijde/")
    expect(one.page.get_by_role("blockquote")).to_have_text(SECOND)
    one.looks("partnerschap-daarna")
