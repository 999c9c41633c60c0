"""Naming an item as a source."""

from datetime import date

import pytest
import rispy
from bibtexparser import parse_string

from steunpunt.knowledge.formats.citations import bibtex, cite_as, ris
from steunpunt.knowledge.formats.record import KINDS
from tests.knowledge.formats.making import bare, full


def test_sentence_names_maker_year_title_and_address():
    assert cite_as(full(is_example=False), date(2026, 9, 3)) == (
        "De Opleidingsschool; Oost, Noord (2024). Startgesprek & <afspraken> [leertaak]. Steunpunt Opleidingsscholen. "
        "Geraadpleegd op 3 september 2026, van https://steunpunt.example/kennisbank/startgesprek/"
    )


def test_sentence_names_the_support_point_once():
    assert cite_as(bare(), date(2026, 9, 3)).count("Steunpunt Opleidingsscholen") == 1


@pytest.mark.parametrize("write", [bibtex, ris, lambda record: cite_as(record, date(2026, 9, 3))])
def test_example_says_so(write):
    assert "Voorbeeld" in write(full())
    assert "Voorbeeld" not in write(full(is_example=False))


def test_bibtex_is_read_back():
    library = parse_string(bibtex(full(title="50% {meer} & $1_x #2 ~ ^ \\input")))

    assert library.failed_blocks == []
    entry = library.entries[0]
    assert (entry.entry_type, entry.key) == ("misc", "steunpunt-k7f3q2bx")
    assert entry["title"] == (
        "{50\\% \\{meer\\} \\& \\$1\\_x \\#2 \\textasciitilde{} \\textasciicircum{} \\textbackslash{}input}"
    )
    assert entry["url"] == "https://steunpunt.example/kennisbank/startgesprek/"


@pytest.mark.parametrize("kind", KINDS)
def test_ris_is_read_back(kind):
    text = ris(full(kind=kind, outcome="Een regel.\nER  - \nTI  - Niet de titel", title="Met\nregel"))

    assert text.startswith("TY  - ")
    (found,) = rispy.loads(text)
    assert found["title"] == "Met regel"
    assert found["abstract"] == "Een regel. ER - TI - Niet de titel"
    assert found["authors"] == ["De Opleidingsschool; Oost, Noord"]
    assert found["urls"] == ["https://steunpunt.example/kennisbank/startgesprek/"]
    assert found["year"] == "2024"


def test_bare_item_is_fine():
    assert rispy.loads(ris(bare()))[0]["year"] == "2026"
    assert parse_string(bibtex(bare())).entries[0]["year"] == "2026"
