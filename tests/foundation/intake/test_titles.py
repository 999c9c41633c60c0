"""Titles in metadata that were meant as one."""

import pytest

from steunpunt.foundation.intake.titles import LONGEST, first_line, first_of, sensible_title, shortened


@pytest.mark.parametrize(
    "title", ["Samen opleiden in de regio", "Titel en inhoud", "Document voor de visitatie", "PDCA"]
)
def test_titles_of_people_are_kept(title):
    assert sensible_title(f"  {title}\n ") == title


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Microsoft Word - verslag",
        "verslag_def",
        "Verslag def.docx",
        "PowerPoint-presentatie",
        "Document1",
        "Dia 1",
        "Naamloos",
        "- 1 -",
    ],
)
def test_titles_of_programs_are_not(title):
    assert sensible_title(title) == ""


def test_a_long_title_ends_at_a_word():
    title = shortened("samen opleiden " * 30)

    assert len(title) <= LONGEST
    assert title.endswith("opleiden…")


def test_the_first_that_is_there():
    assert first_of("", "een", "twee") == "een"
    assert first_line("1\n- -\nEen zin\nNog een") == "Een zin"
    assert first_line("") == ""
