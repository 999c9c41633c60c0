"""The choice of a reader in an address, there and back."""

import pytest
from django.http import QueryDict

from steunpunt.meetings.forms.agenda import address_of, pairs_of, read_choice, with_value
from steunpunt.meetings.queries.agenda import Choice

CHOICE = Choice("mirror", "po", "inductie", "noordzijde", "2026-12", "vaste voet")


def test_a_choice_comes_back_from_its_address():
    address = address_of(CHOICE)

    assert address == "?periode=2026-12&soort=mirror&sector=po&thema=inductie&organisatie=noordzijde&q=vaste+voet"
    assert read_choice(QueryDict(address[1:])) == CHOICE


@pytest.mark.parametrize("query", ["periode=ooit", "periode=2026-13-01", "periode=12345", "q=%00", "sector=", "x=y"])
def test_what_makes_no_sense_is_not_chosen(query):
    assert read_choice(QueryDict(query)) == Choice()


def test_an_address_is_never_endless():
    assert len(read_choice(QueryDict("q=" + "a" * 500)).text) == 100


def test_a_value_is_chosen_and_let_go():
    chosen = with_value(Choice(), "kind", "mirror")

    assert chosen == Choice(kind="mirror")
    assert with_value(chosen, "kind", "mirror") == Choice()
    assert with_value(chosen, "kind", "congress") == Choice(kind="congress")


def test_parts_of_a_choice_are_left_out():
    assert pairs_of(Choice(kind="mirror", text="x"), without=["text"]) == [("soort", "mirror")]
    assert address_of(Choice(period="2026"), without=["period"]) == ""
