"""How alike two texts are."""

from hypothesis import given
from hypothesis import strategies as st

from steunpunt.foundation.search.duplicates import fitting, grams, likeness, reasons, similar

TEXTS = st.text(alphabet="abcdef ", max_size=60)


@given(TEXTS, TEXTS)
def test_likeness_is_the_same_both_ways_and_between_nothing_and_all(one, other):
    forth, back = likeness(grams(one), grams(other)), likeness(grams(other), grams(one))

    assert forth == back
    assert 0 <= forth <= 1.0000001


@given(TEXTS.filter(lambda text: text.strip()))
def test_a_text_is_most_like_itself(text):
    assert likeness(grams(text), grams(text)) > 0.999999


def test_a_copy_with_another_name_comes_before_the_same_subject():
    text = "Leerteam waarin studenten en starters samen leren op de Regenboog"
    candidates = {
        "copy": "Leerteam waarin studenten en starters samen leren op de Wegwijzer",
        "subject": "Studenten begeleiden elkaar in een leerteam",
        "other": "Bekostiging en verantwoording van de penvoerder",
    }

    found = similar(text, candidates)

    assert [key for key, _score in found] == ["copy", "subject", "other"]
    assert found[0][1] > 0.7 > 0.55 > found[1][1]


def test_nothing_is_like_an_empty_text():
    assert similar("", {"any": "woorden"}) == [("any", 0.0)]


def test_what_few_lines_say_decides_which_line_fits():
    lines = {
        "mentor": "begeleiding van studenten door de mentor",
        "money": "bekostiging van studenten door het rijk",
        "place": "plaatsing van studenten door het bureau",
    }

    found = fitting("Studenten, studenten en nog eens studenten: wie regelt de bekostiging?", lines)

    assert found[0][0] == "money"
    assert fitting("xyz", lines)[0][1] == 0


def test_reasons_are_the_words_that_are_written_like_those_of_a_line():
    text = "Werkplekbegeleiders praten over de les. Begeleiders, ja begeleiders, spreken over de bekostiging."

    assert reasons(text, "Begeleiden over de les, coaching") == ["werkplekbegeleiders", "begeleiders"]
    assert reasons(text, "Onderzoeksagenda") == []
