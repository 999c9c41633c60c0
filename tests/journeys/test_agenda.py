"""A member proposes what others ask already and joins them; an editor accepts a question, merges two, and the heat map changes."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from .visitor import Visitor

AGENDA = "/onderzoeksagenda/"
THERE = "Helpt een maatje van een andere school in het tweede jaar meer dan een coach van de eigen school?"
TYPED = "Helpt een maatje van een andere school meer dan een coach in het tweede jaar?"
WAITS = "Hoe bereid je studenten voor op een gesprek met ouders?"
GOES_UP = "Welke leertaken kiezen studenten, en zijn dat ook de leerzaamste?"


@pytest.mark.writes
def test_a_double_becomes_an_origin(somebody: Callable[..., Visitor]) -> None:
    member = somebody("instituut")
    member.goes_to(AGENDA)
    member.looks("agenda")
    member.follows("Stel een vraag voor")
    member.types("Wat wil je weten?", TYPED)
    member.chooses("Voor wie telt het antwoord?", "school")
    member.ticks("Inductie van starters › De eerste drie jaar")
    member.chooses("Namens welk partnerschap?", "Samen Opleiden Noordzijde")
    member.pushes("Verstuur")
    expect(member.page.get_by_role("heading", name="Dit lijkt al op de agenda te staan")).to_be_visible()
    member.looks("lijkt-op")
    member.pushes(re.compile(f"^Ja, dit vragen wij ook.*{THERE[:40]}"))
    main = member.page.get_by_role("main")
    expect(member.page.get_by_role("heading", level=1)).to_have_text(THERE)
    expect(main).to_contain_text(TYPED)
    expect(main).to_contain_text("Groningen")
    member.looks("herkomst-erbij")
    reader = somebody()
    reader.goes_to(f"{AGENDA}?regio=Groningen&thema=inductie")
    expect(reader.page.get_by_role("main")).to_contain_text(THERE)


@pytest.mark.writes
def test_an_editor_accepts_and_merges_and_the_map_changes(somebody: Callable[..., Visitor]) -> None:
    reader, editor = somebody(), somebody("redacteur")
    before = _cell(reader, "Leertaken en curriculum", "Samen")
    _accepts(editor)
    accepted = _cell(reader, "Leertaken en curriculum", "Samen")
    reader.looks("warmtekaart")
    _merges(editor)
    expect(reader.page.get_by_role("main")).to_contain_text("Geen enkele bij")
    merged = _cell(reader, "Leertaken en curriculum", "Samen")
    assert (before + 1, before) == (accepted, merged)
    reader.goes_to(f"{AGENDA}welke-leertaken-kiezen-studenten-en-zijn-dat-ook-de-leerzaamste/")
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(WAITS)
    expect(reader.page.get_by_role("main")).to_contain_text(GOES_UP)
    reader.looks("samengevoegd")
    editor.follows(re.compile("Maak los"))
    editor.pushes("Ja, maak los")
    assert _cell(reader, "Leertaken en curriculum", "Samen") == accepted


@pytest.mark.writes
def test_a_partnership_works_on_a_question_and_stops(somebody: Callable[..., Visitor]) -> None:
    member = somebody("coordinator")
    member.goes_to(f"{AGENDA}?stand=open&thema=plaatsing")
    member.follows(re.compile("Doen studenten het beter"))
    member.follows("Wij werken hieraan")
    member.chooses("Welk partnerschap?", "Samen Opleiden Noordzijde")
    member.types("Bij welk onderzoeksprogramma hoort het?", "Programma van onze academische kop")
    member.looks("meewerken")
    member.pushes("Bewaren")
    main = member.page.get_by_role("main")
    expect(main).to_contain_text("Programma van onze academische kop")
    expect(main.locator(".answered").first).to_have_text("in onderzoek")
    member.looks("in-onderzoek")
    member.follows("Samen Opleiden Noordzijde")
    expect(member.page.locator("#onderzoek")).to_contain_text("Doen studenten het beter")


@pytest.mark.no_script
def test_the_map_leads_to_its_list_without_script(visitor: Visitor) -> None:
    number = _cell(visitor, "Begeleiden", "Landelijk")
    _place(visitor, "Begeleiden", "Landelijk").get_by_role("link").click()
    expect(visitor.page.get_by_role("main").get_by_role("status")).to_have_text(re.compile(rf"^{number} vra"))
    visitor.looks("lijst-van-de-cel")


def test_the_themes_stay_in_sight_while_the_table_moves(visitor: Visitor) -> None:
    visitor.goes_to(f"{AGENDA}warmtekaart/")
    visitor.tabs_to(_place(visitor, "Begeleiden", "Landelijk").get_by_role("link"))
    theme = visitor.page.get_by_role("rowheader", name="Begeleiden", exact=True).bounding_box()
    cell = _place(visitor, "Begeleiden", "Landelijk").bounding_box()

    assert theme is not None
    assert cell is not None
    assert theme["x"] >= 0
    assert cell["x"] >= theme["x"] + theme["width"] - 1


def _cell(reader: Visitor, theme: str, column: str) -> int:
    """The number that the map shows."""
    reader.goes_to(f"{AGENDA}warmtekaart/")
    return int(_place(reader, theme, column).inner_text())


def _place(reader: Visitor, theme: str, column: str) -> Locator:
    table = reader.page.get_by_role("table")
    names = table.locator("thead th").all_inner_texts()
    row = table.get_by_role("row").filter(has=reader.page.get_by_role("rowheader", name=theme, exact=True))
    return row.locator("td").nth([name.strip() for name in names].index(column) - 1)


def _accepts(editor: Visitor) -> None:
    editor.goes_to(f"{AGENDA}redactie/")
    editor.looks("redactie")
    editor.follows(WAITS)
    editor.follows("Op de agenda zetten")
    editor.pushes("Ja, zet op de agenda")
    expect(editor.page.locator("#meldingen")).to_contain_text("De vraag staat op de agenda")


def _merges(editor: Visitor) -> None:
    """A question under the same theme goes up in the new one."""
    editor.goes_to(f"{AGENDA}welke-leertaken-kiezen-studenten-en-zijn-dat-ook-de-leerzaamste/")
    editor.follows("Samenvoegen")
    editor.types("Zoek een andere vraag", "ouders")
    editor.pushes("Zoek", exact=True)
    editor.ticks(re.compile("gesprek met ouders"), role="radio")
    editor.looks("samenvoegen")
    editor.pushes("Voeg samen")
    expect(editor.page.get_by_role("heading", level=1)).to_have_text(WAITS)
