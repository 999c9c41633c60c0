"""The language of a text."""

import pytest

from steunpunt.foundation.intake.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De werkplekbegeleider bespreekt elke week met de student hoe de lessen zijn gegaan.", "nl"),
        ("Every week the mentor and the student talk about how the lessons went in the classroom.", "en"),
        ("Jede Woche besprechen die Mentorin und die Studentin, wie der Unterricht gelaufen ist.", "de"),
        ("Chaque semaine, le tuteur et l'étudiante parlent de la façon dont les cours se sont passés.", "fr"),
        ("Xq zvb wrtk plmn qwzx vbnmk trwq zxcvk mnbq wqrt", ""),
        ("Te kort", ""),
        ("1 2 3 4 5 6 7 8 9 10 11 12", ""),
        ("", ""),
    ],
)
def test_the_language_is_guessed_or_left_open(text, language):
    assert language_of(text) == language


def test_a_summary_in_english_does_not_hide_the_text():
    summary = "This report describes how schools and institutes work together. " * 10
    body = "In dit verslag lees je hoe scholen en instituten samen studenten opleiden. " * 200

    assert language_of(summary + body) == "nl"
