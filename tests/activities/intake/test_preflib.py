"""Ballot files of PrefLib: the four forms, and what is wrong with its row and reason."""

import pytest

from steunpunt.activities.intake.preflib import BadBallots, read_ballots

HEAD = "# DATA TYPE: {form}\n# NUMBER ALTERNATIVES: 4\n# ALTERNATIVE NAME 1: Kennisdeling: samen\n"


def _file(body, form="toi", head=HEAD):
    return (head.format(form=form) + body).encode()


def test_reads_ties_counts_and_names():
    found = read_ballots(_file("2: 1,{2, 3},4\n1: {3,4}\n"))

    assert found.rows == ((2, ((1,), (2, 3), (4,))), (1, ((3, 4),)))
    assert found.names == ("Kennisdeling: samen", "mogelijkheid 2", "mogelijkheid 3", "mogelijkheid 4")


@pytest.mark.parametrize(
    ("form", "body"), [("soi", "1: 4,2"), ("soc", "1: 4,2,1,3"), ("toi", "1: {4,2}"), ("toc", "1: {4,2},{1,3}")]
)
def test_all_four_forms(form, body):
    assert read_ballots(_file(body, form)).form == form


def test_form_from_the_name_of_the_file():
    assert read_ballots(_file("1: 1", head="# NUMBER ALTERNATIVES: 2\n"), "les.SOI").form == "soi"


def test_byte_order_mark_windows_ends_and_empty_lines():
    data = b"\xef\xbb\xbf" + _file("\r\n1: 1,2\r\n\r\n", "soi")

    assert len(read_ballots(data).rows) == 1


@pytest.mark.parametrize(
    ("body", "form", "sentence"),
    [
        ("1: 1,1", "soi", "Regel 4: mogelijkheid 1 staat er twee keer."),
        ("1: 1,{2,1}", "toi", "Regel 4: mogelijkheid 1 staat er twee keer."),
        ("1: 5", "soi", "Regel 4: mogelijkheid 5 bestaat niet, er zijn er 4."),
        ("1: {1,2}", "soi", "Regel 4: gelijke plaatsen horen niet in de vorm soi."),
        ("1: 1,2", "soc", "Regel 4: in de vorm soc staan alle 4 mogelijkheden; hier zijn het er 2."),
        ("0: 1,2", "soi", "Regel 4: het aantal stemmen moet een getal van 1 tot en met 1000000000 zijn, er staat ‘0’."),
        ("1: 1,x", "soi", "Regel 4: de volgorde is niet te lezen bij ‘x’."),
        ("1: 1,{2,3", "toi", "Regel 4: de volgorde is niet te lezen bij ‘{2,3’."),
        ("1: {}", "toi", "Regel 4: een mogelijkheid moet een getal van 1 tot en met 5000 zijn, er staat ‘’."),
        ("1: 1,", "soi", "Regel 4: achter de laatste komma staat niets."),
        ("1:", "soi", "Regel 4: er staat geen volgorde."),
        ("zomaar iets", "soi", "Regel 4: verwacht ‘aantal: volgorde’, er staat ‘zomaar iets’."),
        ("1: 1", "pwg", "Regel 4: onbekende vorm ‘pwg’; lezen kan soi, soc, toi en toc."),
        (
            "# NUMBER ALTERNATIVES: veel",
            "soi",
            "Regel 4: het aantal mogelijkheden moet een getal van 1 tot en met 5000 zijn, er staat ‘veel’.",
        ),
        ("# ALTERNATIVE NAME 1: nog eens", "soi", "Regel 4: mogelijkheid 1 krijgt voor de tweede keer een naam."),
        ("# NUMBER VOTERS: 3\n1: 1\n1: 2", "soi", "Regel 4: NUMBER VOTERS zegt 3, maar er zijn 2 stemmen."),
        (
            "# NUMBER UNIQUE ORDERS: 3\n1: 1",
            "soi",
            "Regel 4: NUMBER UNIQUE ORDERS zegt 3, maar er zijn 1 regels met een volgorde.",
        ),
        ("", "soi", "Er staan geen stemmen in dit bestand."),
    ],
)
def test_what_is_wrong_is_told_with_its_row(body, form, sentence):
    with pytest.raises(BadBallots) as wrong:
        read_ballots(_file(body, form))

    assert str(wrong.value) == sentence


def test_ballots_before_the_number_of_alternatives():
    with pytest.raises(BadBallots, match="Regel 1: er staat geen ‘# NUMBER ALTERNATIVES’"):
        read_ballots(b"1: 1,2", "a.soi")


def test_bytes_that_are_no_text():
    with pytest.raises(BadBallots, match="Regel 2: dit is geen tekst in UTF-8"):
        read_ballots(b"# DATA TYPE: soi\n\xff\xfe1: 1", "a.soi")
