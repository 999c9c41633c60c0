"""What every page knows: the menu of this visitor, the sector and the theme."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import Board, MenuPin
from steunpunt.foundation.ui import context
from steunpunt.foundation.ui.context import menu_for, page, section_of, sector_of

pytestmark = pytest.mark.urls(__name__)
urlpatterns = [
    path("kaart/", lambda request: HttpResponse(), name="map"),
    path("kaart/lijst/", lambda request: HttpResponse(), name="list"),
    path("zoeken/", lambda request: HttpResponse(), name="search"),
]


@pytest.fixture
def board(monkeypatch) -> Board:
    board: Board[MenuPin] = Board("menu")
    monkeypatch.setattr(context, "menu", board)
    return board


def request_with(path: str = "/", **cookies: str):
    request = RequestFactory().get(path)
    request.COOKIES.update(cookies)
    return request


def test_the_menu_keeps_the_order_of_its_pins(board):
    board.pin(MenuPin("Zoeken", "search", order=2))
    board.pin(MenuPin("Kaart", "map", order=1))

    assert [item.label for item in menu_for(Actor.visitor(), "/")] == ["Kaart", "Zoeken"]


def test_the_menu_marks_where_you_are(board):
    board.pin(MenuPin("Kaart", "map"))
    board.pin(MenuPin("Zoeken", "search"))

    assert [item.is_current for item in menu_for(Actor.visitor(), "/kaart/groningen/")] == [True, False]


def test_the_menu_leaves_out_what_is_not_for_you(board):
    board.pin(MenuPin("Kaart", "map", shown=lambda actor: actor.is_signed_in))

    assert menu_for(Actor.visitor(), "/") == []


def test_the_menu_leaves_out_an_address_that_does_not_exist(board):
    board.pin(MenuPin("Later", "later"))

    assert menu_for(Actor.visitor(), "/") == []


@pytest.mark.parametrize(
    ("path", "here"), [("/kaart/", "Kaart"), ("/kaart/lijst/2/", "Lijst"), ("/zoeken/ver/", "Zoeken")]
)
def test_a_section_has_its_parts_and_one_of_them_is_where_you_are(board, path, here):
    board.pin(MenuPin("Zoeken", "search", order=3, under="map"))
    board.pin(MenuPin("Kaart", "map", order=1))
    board.pin(MenuPin("Lijst", "list", order=2, under="map"))

    items = menu_for(Actor.visitor(), path)

    assert [(item.label, item.is_current) for item in items] == [("Kaart", True)]
    assert [item.label for item in section_of(items).below] == ["Kaart", "Lijst", "Zoeken"]
    assert [item.label for item in section_of(items).below if item.is_current] == [here]


def test_outside_a_section_there_is_no_bar(board):
    board.pin(MenuPin("Kaart", "map"))
    board.pin(MenuPin("Lijst", "list", under="map"))

    assert section_of(menu_for(Actor.visitor(), "/zoeken/")) is None


@pytest.mark.parametrize(("cookie", "sector"), [("po", "po"), ("", ""), ("onzin", "")])
def test_the_sector_is_what_the_browser_remembers(cookie, sector):
    assert sector_of(request_with(sector=cookie)) == sector


def test_without_a_choice_all_sectors_are_shown():
    assert sector_of(request_with()) == ""


@pytest.mark.parametrize(("cookie", "theme"), [("donker", "dark"), ("licht", "light"), ("roze", "")])
def test_the_theme_is_one_that_we_have(cookie, theme):
    assert page(request_with(thema=cookie))["theme"] == theme


def test_the_canonical_address_leaves_the_query_out(settings):
    settings.BASE_URL = "https://steunpunt.example"

    assert page(request_with("/kaart/?sector=po"))["canonical_url"] == "https://steunpunt.example/kaart/"
