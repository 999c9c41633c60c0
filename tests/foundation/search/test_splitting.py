"""Compounds in known parts that cover the whole word."""

import pytest

from steunpunt.foundation.search import splitting
from steunpunt.foundation.search.splitting import lemma, parts, verb_of


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("praktijkonderzoek", {"praktijk", "onderzoek"}),
        ("themabijeenkomsten", {"thema", "bijeenkomst"}),
        ("praktijkvoorbeelden", {"praktijk", "voorbeeld"}),
        ("accreditatietermijn", {"accreditatie", "termijn"}),
        ("werkplekbegeleiders", {"werkplek", "werk", "plek", "begeleider"}),
        ("opleidingsscholen", {"opleiding", "school"}),
        ("leerlingenzorg", {"leerling", "zorg"}),
        ("basisschoolleraren", {"basis", "school", "leraar"}),
        ("kaperschip", {"kaper", "schip"}),
        ("watersteen", {"water", "steen"}),
        ("lesplan", {"les", "plan"}),
    ],
)
def test_known_parts(word, expected):
    assert set(parts(word)) == expected


@pytest.mark.parametrize(
    "word",
    ["onderwijs", "bestuur", "cultuur", "dankbaar", "enquêtering", "maatregel", "leerling", "voorstander", "aap"],
)
def test_no_compound_stays_whole(word):
    assert parts(word) == ()


def test_an_endless_word_is_left_alone():
    assert parts("werkplek" * 20) == ()


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("taken", "taak"),
        ("eisen", "eis"),
        ("lessen", "les"),
        ("werkplekbegeleiders", "werkplekbegeleider"),
        ("coordinatoren", "coordinator"),
        ("weten", "weet"),
        ("wetten", "wet"),
        ("xyzzy", "xyzzy"),
    ],
)
def test_the_form_of_the_dictionary(word, base):
    assert lemma(word) == base


def test_a_noun_knows_its_verb():
    assert verb_of("begeleiding") == "begeleiden"
    assert verb_of("honing") == ""
    assert verb_of("school") == ""


def test_without_the_dictionary_our_own_list_still_splits(monkeypatch):
    monkeypatch.setattr(splitting, "find_spec", lambda name: None)
    splitting.part_list.cache_clear()
    for remembered in (splitting.lemma, splitting.parts):
        remembered.cache_clear()
    try:
        assert set(parts("lesplan")) == {"les", "plan"}
        assert parts("praktijkonderzoek") == ()
    finally:
        splitting.part_list.cache_clear()
        for remembered in (splitting.lemma, splitting.parts):
            remembered.cache_clear()
