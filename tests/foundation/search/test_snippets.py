"""The passage that tells most, with the found words marked."""

from steunpunt.foundation.search.analysis import forms
from steunpunt.foundation.search.snippets import LONGEST, Marker, marked, snippet

FILLER = "Hier staat een zin die niets met de vraag te maken heeft en toch wat ruimte inneemt. "


def _text(pieces):
    return "".join(piece.text for piece in pieces)


def test_a_marked_text_is_the_same_text():
    text = "Alle werkplekbegeleiders, en één begeleider!"
    pieces = marked(text, Marker(forms("begeleider")))

    assert _text(pieces) == text
    assert [piece.text for piece in pieces if piece.marked] == ["werkplekbegeleiders", "begeleider"]


def test_words_are_found_wherever_they_stand_between_spaces():
    text = "Begeleider/leraar, (begeleider)\nen begeleiders.\tGeen begeleidersx maar begeleider"
    pieces = marked(text, Marker(forms("begeleider")))

    assert _text(pieces) == text
    assert [piece.text for piece in pieces if piece.marked] == ["Begeleider", "begeleider", "begeleiders", "begeleider"]


def test_the_passage_with_most_words_of_the_question_is_shown():
    text = FILLER * 6 + "Het rooster is klaar. " + FILLER * 6 + "Het rooster van de begeleider is klaar. " + FILLER * 6

    shown = snippet(text, Marker(forms("rooster begeleider")))

    assert {piece.text for piece in shown if piece.marked} == {"rooster", "begeleider"}
    assert len(_text(shown)) <= LONGEST + 4


def test_without_found_words_the_nearest_passage_is_shown_or_the_first():
    text = FILLER * 10 + "Zeilboot. " + FILLER * 3

    assert _text(snippet(text, Marker(()))).startswith("Hier staat")
    assert _text(snippet(text, Marker(()), nearest=lambda: 99)).startswith("Hier staat")
    assert snippet("", Marker({"x"})) == ()


def test_the_nearest_passage_is_looked_for_only_without_found_words():
    def nearest():
        raise AssertionError

    assert "begeleider" in _text(snippet("Een begeleider.", Marker(forms("begeleider")), nearest))


def test_a_long_passage_is_cut_between_words():
    text = "woord " * 60 + "begeleider " + "woord " * 60

    shown = _text(snippet(text, Marker(forms("begeleider"))))

    assert "begeleider" in shown
    assert set(shown.split()) <= {"woord", "begeleider", "…"}
    assert len(shown) <= LONGEST + 4


def test_a_word_without_end_is_cut_too():
    assert len(_text(snippet("a" * 5_000, Marker(())))) <= LONGEST + 4
