"""The sum of notes: by theme, in the order of tables and lines, with their marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunpunt.activities.kind import Contributed
from steunpunt.activities.kinds.notes.form import THEMES
from steunpunt.activities.kinds.notes.marks import DECISION, MARKS, QUESTION, REMARK, marked, unmarked
from steunpunt.activities.kinds.notes.tally import erased, tally

SETTINGS = {"themes": [*THEMES]}


def voice(number, *notes, group=""):
    """One table; each note as its theme, mark and text."""
    rows = [
        {"n": at, "theme": theme, "mark": mark, "text": text} for at, (theme, mark, text) in enumerate(notes, start=1)
    ]
    return Contributed(f"v{number}", {"notes": rows, "next": len(rows) + 1}, group=group)


TABLES = [
    voice(9, ("t2", QUESTION, "Wie begeleidt?"), ("t1", DECISION, "We gaan door"), group="groep 1"),
    voice(
        1,
        ("t2", QUESTION, "Wanneer?"),
        ("t2", REMARK, "Het kost tijd"),
        ("t4", QUESTION, "Hoe verder?"),
        group="groep 2",
    ),
]


@pytest.mark.parametrize(
    ("line", "mark", "text"),
    [
        ("De leerteams lopen goed", REMARK, "De leerteams lopen goed"),
        ("  -  De leerteams  lopen goed ", REMARK, "De leerteams lopen goed"),
        ("Besluit: we gaan door", DECISION, "we gaan door"),
        ("• BESLUIT : we gaan door", DECISION, "we gaan door"),
        ("vraag: wie begeleidt", QUESTION, "wie begeleidt"),
        ("Wie begeleidt?", QUESTION, "Wie begeleidt?"),
        ("Besluit: hoe dan?", DECISION, "hoe dan?"),
        ("Het besluit: we gaan door", REMARK, "Het besluit: we gaan door"),
        ("vragen: wie begeleidt", REMARK, "vragen: wie begeleidt"),
        ("besluit:", DECISION, ""),
    ],
)
def test_a_line_is_marked_by_how_it_begins_or_ends(line, mark, text):
    assert marked(line) == (mark, text)


@given(st.lists(st.sampled_from([*"a -?:•", "besluit:", "Vraag: ", "–"]), max_size=12).map("".join))
def test_a_note_that_is_typed_again_stays_the_same(line):
    mark, text = marked(line)

    assert marked(unmarked(mark, text)) == (mark, text)


def test_tables_after_each_other_and_decisions_and_questions_apart():
    standing = tally(SETTINGS, TABLES)

    assert [(note.title, note.text, note.group) for note in standing.questions] == [
        ("Inductie", "Wie begeleidt?", "groep 1"),
        ("Inductie", "Wanneer?", "groep 2"),
        ("Wat is nodig?", "Hoe verder?", "groep 2"),
    ]
    assert [note.text for note in standing.first_questions] == ["Wie begeleidt?", "Hoe verder?", "Wanneer?"]
    assert [note.text for note in standing.decisions] == ["We gaan door"]
    assert [note.text for note in standing.themes[1].notes] == ["Wie begeleidt?", "Wanneer?", "Het kost tijd"]


def test_of_nobody_there_are_no_notes_and_a_theme_that_went_is_left_out():
    assert tally(SETTINGS, []).notes == ()
    assert tally({"themes": [THEMES[2]]}, TABLES).notes == ()


def test_erased_notes_are_counted():
    gone = Contributed("v1", erased(TABLES[1].content), group="groep 2")
    standing = tally(SETTINGS, [TABLES[0], gone])

    assert [theme.erased for theme in standing.themes] == [0, 2, 0, 1]
    assert [note.text for note in standing.questions] == ["Wie begeleidt?"]


NOTES = st.lists(
    st.tuples(st.sampled_from(["t1", "t2", "t9"]), st.sampled_from(MARKS), st.sampled_from(["a", "b"])), max_size=4
)
VOICES = st.lists(st.tuples(NOTES, st.sampled_from(["", "groep 1"])), max_size=6).map(
    lambda rows: [voice(number, *notes, group=group) for number, (notes, group) in enumerate(rows)]
)


@given(VOICES.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_order_does_not_matter_and_no_note_is_lost(pair):
    standing = tally(SETTINGS, pair[0])

    assert tally(SETTINGS, pair[1]) == standing
    known = [note for one in pair[0] for note in one.content["notes"] if note["theme"] != "t9"]
    assert len(standing.notes) == len(known)
    assert sorted(standing.first_questions, key=lambda note: note.key) == sorted(
        standing.questions, key=lambda note: note.key
    )
