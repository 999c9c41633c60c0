"""Finding by words: what counts as the same and which mistakes are forgiven."""

import pytest

from steunpunt.network.queries.directory.words import Finder, haystack, plain

ROWS = [
    haystack("Lyceum 't Hooge Land", "00AH00", "'s-Gravenhage"),
    haystack("De École", "01BB01", "Utrecht"),
    haystack("Montessorischool", "02CC02", "Den Bosch"),
]


@pytest.mark.parametrize(
    ("written", "expected"),
    [("  'T  Hooge-Land ", "t hooge land"), ("École", "ecole"), ("Fryslân", "fryslan"), ("", "")],
)
def test_plain(written, expected):
    assert plain(written) == expected


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", 0b111),
        ("den haag", 0b001),
        ("'s-Gravenhage", 0b001),
        ("ecole utrecht", 0b010),
        ("00ah", 0b001),
        ("s-Hertogenbosch", 0b100),
        ("ecole bosch", 0),
    ],
)
def test_rows_with_all_words(text, rows):
    assert Finder(ROWS).find(text)[0] == rows


def test_typing_mistake_is_read_as_the_word_that_looks_like_it():
    assert Finder(ROWS).find("montesorischol") == (0b100, {"montesorischol": ["montessorischool"]})


def test_word_that_looks_like_nothing_finds_nothing():
    assert Finder(ROWS).find("qqqqqqq") == (0, {"qqqqqqq": []})


def test_short_unknown_word_is_not_guessed():
    assert Finder(ROWS).find("xyz") == (0, {"xyz": []})


def test_no_rows():
    assert Finder([]).find("iets")[0] == 0


@pytest.mark.parametrize("code", ["00AH01", "02CC03", "01BB09"])
def test_code_that_is_not_there_is_not_read_as_another(code):
    rows, guesses = Finder(ROWS).find(code)

    assert (rows, guesses) == (0, {code.lower(): []})
