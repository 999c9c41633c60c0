"""A list that is typed line by line."""

import pytest
from django.core.exceptions import ValidationError

from steunpunt.foundation.ui.lines import LinesField, as_lines, with_ids

BEFORE = [{"id": "p1", "title": "Samen opleiden", "text": ""}, {"id": "p2", "title": "Inductie", "text": "Starters"}]


def test_lines_are_read_and_written_the_same_way():
    typed = "Samen opleiden\n\n  Inductie :  Starters "

    lines = LinesField().clean(typed)

    assert lines == [("Samen opleiden", ""), ("Inductie", "Starters")]
    assert as_lines(BEFORE) == "Samen opleiden\nInductie: Starters"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Schrijf minstens één regel."),
        ("een\ntwee\ndrie", "Er is plaats voor 2 regels; dit zijn er 3."),
        (": zonder titel", "Regel 1 begint zonder titel."),
        ("x" * 81, "De titel in regel 1 is langer dan 80 tekens."),
        ("een: " + "x" * 301, "De uitleg in regel 1 is langer dan 300 tekens."),
        ("Een\neen: anders", "‘een’ staat er twee keer."),
    ],
)
def test_what_is_wrong_is_said(typed, sentence):
    with pytest.raises(ValidationError) as refused:
        LinesField(most=2).clean(typed)

    assert refused.value.messages == [sentence]


@pytest.mark.parametrize(
    ("titles", "ids"),
    [
        (["Inductie", "Samen opleiden"], ["p2", "p1"]),
        (["Samen opleiden", "Starters begeleiden"], ["p1", "p2"]),
        (["Inductie"], ["p2"]),
        (["Samen opleiden", "Leiderschap", "Inductie"], ["p1", "p3", "p2"]),
        (["Geheel", "Anders", "En meer"], ["p3", "p4", "p5"]),
    ],
)
def test_a_thing_keeps_its_id(titles, ids):
    assert [one["id"] for one in with_ids([(title, "") for title in titles], BEFORE, "p")] == ids
