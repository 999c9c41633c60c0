"""What the form of notes takes and refuses."""

import pytest

from steunpunt.activities.kinds.notes.form import NotesForm

from .test_notes_tally import SETTINGS


def test_lines_become_notes_and_lines_again():
    typed = {
        "notes_t1": "- De leerteams lopen goed\n\nbesluit: we gaan door",
        "notes_t2": "Wie begeleidt?\r\nvraag: wanneer",
    }
    form = NotesForm(typed, settings=SETTINGS)
    assert form.is_valid()
    content = form.to_content()

    assert [(note["n"], note["theme"], note["mark"], note["text"]) for note in content["notes"]] == [
        (1, "t1", "remark", "De leerteams lopen goed"),
        (2, "t1", "decision", "we gaan door"),
        (3, "t2", "question", "Wie begeleidt?"),
        (4, "t2", "question", "wanneer"),
    ]
    again = NotesForm(None, settings=SETTINGS, initial=content)
    assert again["notes_t1"].value() == "De leerteams lopen goed\nbesluit: we gaan door"
    assert again["notes_t2"].value() == "Wie begeleidt?\nvraag: wanneer"


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({}, "__all__", "Schrijf minstens één regel op."),
        ({"notes_t1": " \n "}, "__all__", "Schrijf minstens één regel op."),
        ({"notes_t1": "goed\nbesluit:"}, "notes_t1", "In regel 2 staat nog geen tekst."),
        ({"notes_t1": "x" * 401}, "notes_t1", "Regel 1 is langer dan 400 tekens. Maak er twee regels van."),
        ({"notes_t2": "x\n" * 41}, "notes_t2", "Er is plaats voor 40 regels; dit zijn er 41."),
        ({"notes_t2": "x" * 8001}, "notes_t2", "Houd het bij 8000 tekens; dit zijn er 8001."),
    ],
)
def test_what_is_wrong_is_said_at_the_field(typed, field, sentence):
    form = NotesForm(typed, settings=SETTINGS)

    assert not form.is_valid()
    assert form.errors == {field: [sentence]}
    assert all(form[name].value() == value for name, value in typed.items())
