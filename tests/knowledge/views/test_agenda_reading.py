"""The sentences above the heat map."""

import pytest

from steunpunt.knowledge.queries.agenda_map import NEGLECTED, Cell, HeatMap, Row
from steunpunt.knowledge.queries.agenda_places import Place
from steunpunt.knowledge.views.agenda_reading import named, reading
from steunpunt.network.models import Theme


def made(total, everything, rows=(), columns=()):
    shown = tuple(Row(Theme(title=title), (), count, 0) for title, count in rows)
    return HeatMap(shown, tuple(Cell(Place(name, name), count) for name, count in columns), total, everything)


def test_an_empty_agenda_needs_one_sentence():
    assert reading(made(0, 0), made(0, 0), "") == ["Er staat hier nog geen vraag op de agenda."]


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("", "Er staan 3 vragen op de agenda."),
        ("open", "Van de 9 vragen zijn er 3 open."),
        ("in_research", "Van de 9 vragen zijn er 3 in onderzoek."),
        ("answered", "Van de 9 vragen zijn er 3 beantwoord."),
        (NEGLECTED, "Van de 9 vragen zijn er 3 open zonder dat iemand eraan werkt."),
    ],
)
def test_how_many_there_are_of_what_is_counted(what, sentence):
    assert reading(made(3, 9), made(3, 9), what) == [sentence]


@pytest.mark.parametrize(
    ("number", "everything", "what", "sentence"),
    [
        (1, 9, "open", "Van de 9 vragen is er 1 open."),
        (0, 9, "answered", "Van de 9 vragen zijn er 0 beantwoord."),
        (1, 1, "in_research", "De enige vraag is in onderzoek."),
        (0, 1, "answered", "De enige vraag is niet beantwoord."),
    ],
)
def test_one_is_told_as_one(number, everything, what, sentence):
    assert reading(made(number, everything), made(0, everything), what)[0] == sentence


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(1, "Over dit thema staat er 1 vraag op de agenda."), (3, "Over dit thema staan er 3 vragen op de agenda.")],
)
def test_within_one_theme_that_is_said(number, sentence):
    assert reading(made(number, number), made(0, number), "", is_one_theme=True)[0] == sentence


def test_when_nothing_is_counted_no_gap_is_listed():
    assert len(reading(made(0, 9, [("A", 0)], [("X", 0)]), made(0, 9), "answered")) == 1


def test_themes_and_places_without_any_are_named_and_where_no_research_is():
    found = made(1, 1, [("A", 1), ("B", 0), ("C", 2)], [("X", 0), ("Y", 1), ("landelijk", 0), ("onbekend", 0)])
    busy = made(1, 1, [("A", 0), ("B", 0), ("C", 1)])

    assert reading(found, busy, "")[1:] == [
        "Geen enkele bij B.",
        "Wel vragen, maar niets in onderzoek bij A.",
        "Geen enkele uit X.",
    ]


@pytest.mark.parametrize(
    ("names", "words"),
    [("A", "A"), ("AB", "A en B"), ("ABCDE", "A, B, C, D en E"), ("ABCDEF", "A, B, C, D en nog 2")],
)
def test_a_few_are_named_and_the_rest_counted(names, words):
    assert named(list(names)) == words
