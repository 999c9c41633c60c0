"""The kind `notes` as the engine uses it."""

from steunpunt.activities.kind import kind_of
from steunpunt.activities.kinds.notes.marks import DECISION, QUESTION, REMARK

from .making import check_contents, check_example, check_forms, page, words_of
from .test_notes_tally import SETTINGS, TABLES, voice

KIND = kind_of("notes")


def test_the_example_holds():
    check_example(KIND)
    check_forms(KIND)
    check_contents(KIND)


def test_erased_leaves_no_words():
    assert words_of(KIND.erased(TABLES[0].content)) == {"t1", "t2", DECISION, QUESTION}


def test_findings_count_decisions_and_questions():
    assert KIND.findings(KIND.tally(SETTINGS, TABLES)) == [
        "Er is 1 besluit genoteerd.",
        "Er zijn 3 vragen open.",
        "De meeste vragen gaan over ‘Inductie’: 2.",
    ]
    assert KIND.findings(KIND.tally(SETTINGS, [])) == []


def test_questions_become_cards():
    cards = KIND.cards(KIND.tally(SETTINGS, TABLES))

    assert [(card.id, card.title, card.text) for card in cards] == [
        ("v9:1", "Wie begeleidt?", "Inductie"),
        ("v1:1", "Wanneer?", "Inductie"),
        ("v1:3", "Hoe verder?", "Wat is nodig?"),
    ]


def test_the_export_has_every_note_with_its_mark():
    rows = KIND.export(SETTINGS, TABLES).rows

    assert rows[0] == ("v9", "groep 1", "Samen opleiden", "besluit", "We gaan door")
    assert len(rows) == 5


def test_the_wall_without_marks_shows_what_was_written():
    html = page(KIND, "standing", SETTINGS, [voice(1, ("t1", REMARK, "Het loopt"))])

    assert "Opgeschreven" in html
    assert "Het loopt" in html


def test_script_in_a_note_stays_text_everywhere():
    voices = [voice(1, ("t1", DECISION, "<script>alert(1)</script>"))]

    assert all("<script>" not in page(KIND, part, SETTINGS, voices) for part in ("standing", "poster", "report"))
