"""Words as search knows them: what must meet, and what must not."""

import tomllib
from pathlib import Path

import pytest

from steunpunt.foundation.search.analysis import analyse, forms, whole_forms, word_forms

TABLE = tomllib.loads((Path(__file__).parent / "data" / "words.toml").read_text())
FINDS = [(asked, text) for asked, texts in TABLE["finds"].items() for text in texts]
MISSES = [(asked, text) for asked, texts in TABLE["misses"].items() for text in texts]


def _meets(asked: str, text: str) -> bool:
    """As the index does it: the whole word of the question among all forms of the text."""
    return not {*whole_forms(asked)}.isdisjoint(forms(text))


@pytest.mark.parametrize(("asked", "text"), FINDS)
def test_a_word_finds_its_inflections_and_its_compounds(asked, text):
    assert _meets(asked, text)


@pytest.mark.parametrize(("asked", "text"), MISSES)
def test_a_word_does_not_find_what_only_looks_like_it(asked, text):
    assert not _meets(asked, text)


def test_words_know_their_place_in_the_text():
    text = "De foto’s van één werkplekbegeleider"

    assert [text[token.start : token.end] for token in analyse(text)] == ["foto’s", "werkplekbegeleider"]


def test_a_compound_is_a_word_itself_too():
    found = word_forms("werkplekbegeleiders")

    assert found.whole == "werkplekbegeleider"
    assert {"werkplekbegeleider", "werkplek", "begeleider"} <= set(found.wide)


def test_marks_on_letters_and_capitals_do_not_matter():
    assert forms("Coördinatie") == forms("coordinatie")
    assert forms("CO\u0308") == forms("co")


def test_hidden_hyphens_in_a_word_do_not_matter():
    assert whole_forms("onder\u00adzoek") == ["onderzoek"]


def test_a_hyphen_makes_no_other_word():
    assert whole_forms("pabo-student") == whole_forms("pabostudent")
    assert "student" in forms("pabo-student")


@pytest.mark.parametrize("text", ["de het een", "hoe kan ik dat", "a b", "", "– … !", "'s-"])
def test_what_says_nothing_is_left_out(text):
    assert forms(text) == []


@pytest.mark.parametrize("text", ["2013–2016", "po", "VO", "4"])
def test_figures_and_short_names_are_kept(text):
    assert forms(text)


def test_a_very_long_word_is_taken_as_it_is():
    assert len(whole_forms("a" * 5000)[0]) <= 60
