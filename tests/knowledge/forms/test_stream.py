"""The choice of a reader in an address, there and back."""

import pytest
from django.http import QueryDict

from steunpunt.knowledge.forms.stream import address_of, for_reader, pairs_of, read_choice, toggled, wants_own
from steunpunt.knowledge.queries.readership import Readership
from steunpunt.knowledge.queries.stream import StreamChoice

CHOICE = StreamChoice(("po", "vo"), ("programmaleider",), ("bekostiging",), ("duo",), "vaste voet", "binnenkort")


def test_a_choice_comes_back_from_its_address():
    address = address_of(CHOICE)

    assert address == (
        "?sector=po&sector=vo&rol=programmaleider&thema=bekostiging&afzender=duo&q=vaste+voet&wanneer=binnenkort"
    )
    assert read_choice(QueryDict(address[1:])) == CHOICE


@pytest.mark.parametrize(
    "query", ["sector=xo", "sector=", "wanneer=ooit", "q=%00", "rol=%00&pagina=2", "sector=po'--&voor=mij"]
)
def test_what_makes_no_sense_is_not_chosen(query):
    assert read_choice(QueryDict(query)) == StreamChoice()


def test_an_address_is_never_endless():
    many = "&".join(f"rol={number}" for number in range(100))

    assert len(read_choice(QueryDict(many + "&q=" + "a" * 500)).roles) == 20
    assert len(read_choice(QueryDict("q=" + "a" * 500)).text) == 100


@pytest.mark.parametrize(
    ("query", "own"),
    [
        ("", True),
        ("pagina=2", True),
        ("voor=mij&wanneer=binnenkort", True),
        ("voor=iedereen", False),
        ("q=geld", False),
    ],
)
def test_the_own_choice_is_made_only_when_nothing_was_asked(query, own):
    assert wants_own(QueryDict(query)) is own


def test_choosing_nothing_is_said_so_that_nothing_is_chosen_for_the_reader():
    assert address_of(StreamChoice()) == "?voor=iedereen"
    assert address_of(StreamChoice(when="binnenkort")) == "?voor=iedereen&wanneer=binnenkort"
    assert not wants_own(QueryDict(address_of(StreamChoice())[1:]))


def test_a_value_goes_on_and_off():
    on = toggled(StreamChoice(), "sectors", "po")

    assert on.sectors == ("po",)
    assert toggled(on, "sectors", "po") == StreamChoice()
    assert for_reader(CHOICE, Readership(("mbo",))).roles == ()
    assert ("q", "vaste voet") not in pairs_of(CHOICE, without="text")
