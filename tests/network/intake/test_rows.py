"""One record at a time: what is refused, what is warned about, and what is not spoken of."""

import pytest

from steunpunt.network.intake import kinds
from steunpunt.network.intake.places import Gazetteer, PostcodeArea
from steunpunt.network.intake.rows import Record, RefusedRow, RegisterRow, organisation_row
from steunpunt.network.intake.shapes import recognised

GAZETTEER = Gazetteer.of([("GM0344", "Utrecht")], [PostcodeArea("3511", "Utrecht", "GM0344", 52.09, 5.12)])
HO = "SOORT HO;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;INSTELLINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;"
HO += "PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;INTERNETADRES;RMC-REGIO CODE"
UNIVERSITY = "wo;00009;21PD;Universiteit Utrecht;Heidelberglaan;8;3584 CS;UTRECHT;0344;UTRECHT;www.uu.nl;20"
BOARDS = "BEVOEGD GEZAG NUMMER;BEVOEGD GEZAG NAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;"
BOARDS += "GEMEENTENUMMER;GEMEENTENAAM"
OWN_HO = "brin;instelling;type;postcode;plaats;bekostiging"


def row_of(header: str, values: str) -> RegisterRow:
    return organisation_row(Record(2, values.split(";"), recognised(header.split(";"))), GAZETTEER)


def test_university_is_told_from_a_hogeschool():
    row = row_of(HO, UNIVERSITY)

    assert row.key == (kinds.UNIVERSITY, "21PD")
    assert row.facts["part_of"] == (kinds.BOARD, "00009")
    assert row_of(HO, UNIVERSITY.replace("wo;", "hbo;")).kind == kinds.TRAINING


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("wo;", "mbo;", "SOORT HO"),
        ("21PD", "21P", "INSTELLINGSCODE"),
        ("00009", "9", "BEVOEGD GEZAG NUMMER"),
        ("Universiteit Utrecht", " ", "INSTELLINGSNAAM"),
        ("Universiteit Utrecht", "x" * 251, "INSTELLINGSNAAM"),
    ],
)
def test_row_without_what_it_is_about_is_refused_by_column(old, new, column):
    with pytest.raises(RefusedRow) as refused:
        row_of(HO, UNIVERSITY.replace(old, new))

    assert refused.value.column == column


@pytest.mark.parametrize(
    ("old", "new", "fact", "column"),
    [
        ("www.uu.nl", "0302533550", "website", "INTERNETADRES"),
        ("3584 CS", "3584", "postcode", "POSTCODE"),
        ("0344", "344", "municipality", "GEMEENTENUMMER"),
        ("Heidelberglaan", "x" * 121, "street", "STRAATNAAM"),
    ],
)
def test_bad_fact_is_warned_about_by_column_and_not_spoken_of(old, new, fact, column):
    row = row_of(HO, UNIVERSITY.replace(old, new))

    assert [warning.column for warning in row.warnings] == [column]
    assert fact not in row.facts


def test_blank_fact_is_empty_and_without_warning():
    row = row_of(HO, UNIVERSITY.replace("www.uu.nl", " " * 80))

    assert (row.facts["website"], row.warnings) == ("", [])


def test_file_without_municipality_gets_it_from_the_postcode():
    row = row_of(OWN_HO, "00IC;Hogeschool KPZ;hogeschool;3511EW;Utrecht;bekostigd")

    assert (row.facts["municipality"], row.facts["funding"]) == ("GM0344", "bekostigd")
    assert "street" not in row.facts


def test_file_without_places_gets_them_from_the_postcode():
    row = row_of("brin;instelling;type;postcode", "00GT;Albeda;mbo;3511AL")

    assert row.facts["place"] == "Utrecht"


def test_blank_place_of_a_file_with_places_stays_blank():
    row = row_of(OWN_HO, "00IC;Hogeschool KPZ;hogeschool;3511EW; ;bekostigd")

    assert row.facts["place"] == ""


def test_board_without_a_name_says_so():
    row = row_of(BOARDS, "41804; ;Dorp;1;3511 AA;UTRECHT;0344;UTRECHT")

    assert row.key == (kinds.BOARD, "41804")
    assert row.facts["name"] == "naam onbekend (bestuursnummer 41804)"
    assert "sector" not in row.facts
