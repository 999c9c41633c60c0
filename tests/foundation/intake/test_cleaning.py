"""Text without the noise of page layout."""

import pytest

from steunpunt.foundation.intake.cleaning import clean, clean_pages, joined_hyphens, without_double_spacing

PDFIUM = "\ufffe"


@pytest.mark.parametrize(
    ("noisy", "plain"),
    [
        ("samen-\nwerking in de school", "samenwerking in de school"),
        ("samen-\r\nwerking", "samenwerking"),
        (f"samen{PDFIUM}werking", "samenwerking"),
        ("samen\u00adwerking", "samenwerking"),
        ("samen\u00ad\nwerking", "samenwerking"),
        ("samen\u2010\nwerking", "samenwerking"),
        ("school-\nen instituut", "school- en instituut"),
        (f"school{PDFIUM}en instituut", "school- en instituut"),
        ("hoofd-\nof subthema", "hoofd- of subthema"),
        ("tussen scholen en niet-\nopleidingsscholen", "tussen scholen en niet-opleidingsscholen"),
        ("het bestuur van de VO-\nraad", "het bestuur van de VO-raad"),
        (f"de VO{PDFIUM}raad", "de VO-raad"),
        ("Noord-\nHolland", "Noord-Holland"),
        ("schooljaar 2023-\n2024", "schooljaar 2023-\n2024"),
        ("e-\nmail", "e-mail"),
        ("ge-\nïnspireerd", "geïnspireerd"),
        ("ge-\ninspireerd", "geïnspireerd"),
        ("be-\neindigen", "beëindigen"),
        ("ge-\nijkt", "geijkt"),
        ("be-\nleid", "beleid"),
        ("de vraag is -\nzo bleek", "de vraag is -\nzo bleek"),
        ("sturings- en \nfinanciering", "sturings- en\nfinanciering"),
    ],
)
def test_hyphens_at_the_end_of_a_line(noisy, plain):
    assert clean(noisy) == plain


@pytest.mark.parametrize(
    ("noisy", "plain"),
    [
        ("\uf0b7 Wat is het?", "• Wat is het?"),
        ("  \uf0a7\tWat is het?", "• Wat is het?"),
        ("\uf0b7\nWat is het?", "• Wat is het?"),
        ("■ Een\n▪ Twee", "• Een\n• Twee"),
        ("zie \uf0e0 verder", "zie verder"),
        ("e\ufb03ci\u00ebnt en pro\ufb01el", "efficiënt en profiel"),
        ("t\u0133d", "tijd"),
        ("the\u0301", "thé"),
        ("een\u00a0\u2003twee   drie\t vier", "een twee drie vier"),
        ("een\u200b\ufefftwee", "eentwee"),
        ("a\x00b\x07c", "abc"),
        ("een\x0btwee\u2028drie", "een\ntwee\ndrie"),
        ("Inleiding . . . . . . . . 5", "Inleiding 5"),
        ("Inleiding........5", "Inleiding 5"),
        ("En toen ...", "En toen ..."),
        ("een\n\n\n\n\ntwee", "een\n\ntwee"),
        ("", ""),
    ],
)
def test_glyphs_and_spaces(noisy, plain):
    assert clean(noisy) == plain


def test_a_blank_line_after_each_line_means_nothing():
    noisy = " Eerste regel \n\nvan een alinea \n\ndie doorloopt. \n\n \n\nTweede alinea \n\nmet niet-\n\nopleidingsscholen. \n\n"

    plain = "Eerste regel\nvan een alinea\ndie doorloopt.\n\nTweede alinea\nmet niet-opleidingsscholen."

    assert clean(noisy) == plain


def test_ordinary_paragraphs_stay_apart():
    text = "Een alinea\nover twee regels.\n\nNog een alinea\nover twee regels."

    assert without_double_spacing(text) == text


def test_a_word_that_runs_on_over_the_page_is_put_together():
    assert clean_pages(["Wij zoeken samen-", "werking."]) == "Wij zoeken samenwerking."


def test_what_stands_in_the_middle_of_a_line_is_left_alone():
    text = "een niet-opleidingsschool, do's and don'ts, AOS-ON"

    assert joined_hyphens(text) == text
