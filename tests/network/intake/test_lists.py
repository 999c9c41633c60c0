"""Rows of our own lists: programmes, municipalities and postcode areas."""

from datetime import date

import pytest

from steunpunt.network.intake.lists import municipality_row, postcode_row, programme_row
from steunpunt.network.intake.places import Gazetteer
from steunpunt.network.intake.rows import Record, RefusedRow, RegisterRow
from steunpunt.network.intake.shapes import recognised

GAZETTEER = Gazetteer.of([("GM0344", "Utrecht")], [])
PROGRAMMES = "brin,croho,croho_naam,soort,niveau,bekostiging,plaats"
PROGRAMME = "30GB,35221,Leraar Wiskunde,leraar tweede graad,Bachelor,government,Tilburg"
MUNICIPALITIES = "gemeentecode,gemeente,provinciecode,provincie,vakantieregio,lat,lon"
MUNICIPALITY = "GM0344,Utrecht,PV26,Utrecht,Midden,52.09,5.12"
POSTCODES = "pc4,plaats,gemeentecode,lat,lon"
POSTCODE = "3511,Utrecht,GM0344,52.09,5.12"
READERS = {PROGRAMMES: programme_row, MUNICIPALITIES: municipality_row, POSTCODES: postcode_row}


def row_of(header: str, values: str) -> RegisterRow:
    reader = next(reader for start, reader in READERS.items() if header.startswith(start))
    return reader(Record(2, values.split(","), recognised(header.split(","))), GAZETTEER)


def test_programme_has_its_kind_and_its_place():
    assert row_of(PROGRAMMES, PROGRAMME).facts == {
        "institution": "30GB",
        "croho": "35221",
        "place": "Tilburg",
        "name": "Leraar Wiskunde",
        "kind": "second_degree",
        "level": "bachelor",
        "funding": "bekostigd",
    }


def test_programme_of_an_unknown_sort_is_another():
    assert row_of(PROGRAMMES, PROGRAMME.replace("leraar tweede graad", "iets")).facts["kind"] == "other"


@pytest.mark.parametrize(
    ("begin", "end", "term"),
    [
        ("2022-05-01", "2028-05-01", {"accredited_from": date(2022, 5, 1), "accredited_until": date(2028, 5, 1)}),
        ("", "01-05-2028", {"accredited_until": date(2028, 5, 1)}),
        ("", "", {}),
    ],
    ids=["both", "only the end", "unknown"],
)
def test_programme_has_the_accreditation_that_the_file_knows(begin, end, term):
    row = row_of(f"{PROGRAMMES},ACCREDITATIE_BEGINDATUM,ACCREDITATIE_VERVALDATUM", f"{PROGRAMME},{begin},{end}")

    assert {name: value for name, value in row.facts.items() if name.startswith("accredited")} == term
    assert row.warnings == []


def test_accreditation_that_cannot_be_is_warned_about():
    row = row_of(f"{PROGRAMMES},ACCREDITATIE_VERVALDATUM", f"{PROGRAMME},ooit")

    assert [warning.column for warning in row.warnings] == ["ACCREDITATIE VERVALDATUM"]
    assert "accredited_until" not in row.facts


def test_postcode_in_an_unknown_municipality_has_none():
    assert row_of(POSTCODES, POSTCODE).facts["municipality"] == "GM0344"
    assert row_of(POSTCODES, POSTCODE.replace("GM0344", "GM9999")).facts["municipality"] == ""


@pytest.mark.parametrize(
    ("header", "values", "column"),
    [
        (PROGRAMMES, PROGRAMME.replace("35221", "3522"), "CROHO"),
        (PROGRAMMES, PROGRAMME.replace("Leraar Wiskunde", " "), "CROHO NAAM"),
        (PROGRAMMES, PROGRAMME.replace("Leraar Wiskunde", "x" * 201), "CROHO NAAM"),
        (MUNICIPALITIES, MUNICIPALITY.replace("GM0344", ""), "GEMEENTENUMMER"),
        (MUNICIPALITIES, MUNICIPALITY.replace("PV26", "26"), "PROVINCIECODE"),
        (MUNICIPALITIES, MUNICIPALITY.replace("GM0344,Utrecht", f"GM0344,{'x' * 61}"), "GEMEENTENAAM"),
        (MUNICIPALITIES, MUNICIPALITY.replace("PV26,Utrecht", f"PV26,{'x' * 41}"), "PROVINCIE"),
        (MUNICIPALITIES, MUNICIPALITY.replace("52.09", "5.2"), "LAT"),
        (POSTCODES, POSTCODE.replace("3511", "0511"), "PC4"),
        (POSTCODES, POSTCODE.replace("5.12", ""), "LAT"),
        (POSTCODES, POSTCODE.replace("Utrecht", "x" * 61), "PLAATSNAAM"),
    ],
)
def test_row_that_cannot_be_right_is_refused_by_column(header, values, column):
    with pytest.raises(RefusedRow) as refused:
        row_of(header, values)

    assert refused.value.column == column
