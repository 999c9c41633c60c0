"""What the forms of a score take and refuse."""

import pytest

from steunpunt.activities.kinds.score.form import PARTS, ScoreForm, ScoreSettingsForm

SETTINGS = {"parts": [*PARTS], "highest": 10}
TYPED = {"parts": "Samen opleiden\nInductie: starters", "highest": "10"}


def test_a_part_may_be_passed_over():
    form = ScoreForm({"result_p1": "7", "ambition_p1": "9", "remark_p2": " later "}, settings=SETTINGS)

    assert form.is_valid()
    assert form.to_content() == {"parts": {"p1": {"result": 7, "ambition": 9}, "p2": {"remark": "later"}}}


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({}, "__all__", "Geef minstens één onderdeel een cijfer voor resultaat en voor ambitie."),
        ({"remark_p1": "goed"}, "__all__", "Geef minstens één onderdeel een cijfer voor resultaat en voor ambitie."),
        ({"result_p2": "7"}, "ambition_p2", "Kies bij ‘Inductie’ ook een cijfer voor de ambitie."),
        ({"ambition_p2": "7"}, "result_p2", "Kies bij ‘Inductie’ ook een cijfer voor het resultaat."),
        ({"result_p1": "11", "ambition_p1": "7"}, "result_p1", "Kies een cijfer van 1 tot en met 10."),
        (
            {"result_p1": "7", "ambition_p1": "7", "remark_p1": "x" * 401},
            "remark_p1",
            "Houd het bij 400 tekens; dit zijn er 401.",
        ),
    ],
)
def test_what_is_wrong_is_said_at_the_field(typed, field, sentence):
    form = ScoreForm(typed, settings=SETTINGS)

    assert not form.is_valid()
    assert form.errors == {field: [sentence]}
    assert all(form[name].value() == value for name, value in typed.items())


def test_the_scale_follows_the_settings():
    form = ScoreForm({"result_p1": "5", "ambition_p1": "4"}, settings={**SETTINGS, "highest": 4})

    assert list(form.errors) == ["result_p1"]


def test_settings_keep_the_earlier_round_with_its_parts():
    typed = {**TYPED, "earlier_title": "juni", "earlier_marks": "inductie: 5,8 en 7"}
    form = ScoreSettingsForm(typed, initial={})

    assert form.is_valid()
    assert form.to_settings() == {
        "parts": [
            {"id": "p1", "title": "Samen opleiden", "text": ""},
            {"id": "p2", "title": "Inductie", "text": "starters"},
        ],
        "highest": 10,
        "by_name": False,
        "earlier": {"title": "juni", "parts": {"p2": {"result": 5.8, "ambition": 7.0}}},
    }


@pytest.mark.parametrize(
    ("more", "field", "sentence"),
    [
        ({"parts": ""}, "parts", "Schrijf minstens één regel."),
        (
            {"earlier_marks": "Inductie: 5 en 6"},
            "earlier_title",
            "Geef de eerdere ronde een naam, bijvoorbeeld de maand.",
        ),
        (
            {"earlier_title": "juni", "earlier_marks": "Zij-instroom: 5 en 6"},
            "earlier_marks",
            "‘Zij-instroom’ staat niet bij de onderdelen.",
        ),
        (
            {"earlier_title": "juni", "earlier_marks": "Inductie: hoog"},
            "earlier_marks",
            "Schrijf het zo: Inductie: 5,8 en 7,2",
        ),
        (
            {"earlier_title": "juni", "earlier_marks": "Inductie: 5 en 12"},
            "earlier_marks",
            "De cijfers bij ‘Inductie’ liggen niet tussen 1 en 10.",
        ),
    ],
)
def test_settings_say_what_is_wrong(more, field, sentence):
    form = ScoreSettingsForm({**TYPED, **more}, initial={})

    assert not form.is_valid()
    assert form.errors == {field: [sentence]}
