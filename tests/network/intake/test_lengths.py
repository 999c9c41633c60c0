"""No text that the intake lets through is longer than its column in the tables."""

import pytest
from django.db.models import CharField, Model

from steunpunt.network.intake import kinds
from steunpunt.network.intake.places import Gazetteer
from steunpunt.network.intake.register import READERS
from steunpunt.network.intake.rows import Record, RefusedRow, RegisterRow, organisation_row
from steunpunt.network.intake.shapes import SHAPES, Headings, Shape
from steunpunt.network.models import Municipality, OrganisationVersion, Postcode, Programme, Province

TABLES: dict[str, type[Model]] = {
    kinds.PROGRAMME: Programme,
    kinds.MUNICIPALITY: Municipality,
    kinds.POSTCODE: Postcode,
}
ELSEWHERE = {"province_name": (Province, "name"), "province": (Province, "code")}
POINTERS = {"institution", "part_of", "municipality"}
GOOD = {
    "VESTIGINGSCODE": "18BR00",
    "INSTELLINGSCODE": "18BR",
    "BEVOEGD GEZAG NUMMER": "41804",
    "CROHO": "35221",
    "GEMEENTENUMMER": "0344",
    "PROVINCIECODE": "PV26",
    "PC4": "3511",
    "POSTCODE": "3511AA",
    "SECTOR": "VO",
    "SOORT HO": "hbo",
    "LAT": "52.09",
    "LON": "5.12",
}
OPTIONAL = (
    *("INTERNETADRES", "DENOMINATIE", "ONDERWIJSGEBIED NAAM", "BEKOSTIGING", "NIVEAU", "VAKANTIEREGIO"),
    *("HUISNUMMER-TOEVOEGING", "STRAATNAAM", "PLAATSNAAM"),
)
LONG = [
    "x" * 245,
    "X" * 121,
    "1" * 61,
    "ß" * 60,
    f"AD {'X' * 30} AD {'X' * 18} CA GEM",
    f"www.{'x' * 60}.nl/{'x' * 200}",
]


def columns_of(shape: Shape) -> list[str]:
    return sorted(shape.required | (set(OPTIONAL) - shape.absent))


def row_of(shape: Shape, column: str, value: str) -> RegisterRow | None:
    """The row with a long value in one column; none when it is refused."""
    columns = columns_of(shape)
    good = GOOD | ({"TYPE": "hogeschool"} if shape.kind == kinds.TRAINING else {})
    fields = [value if name == column else good.get(name, "Goed") for name in columns]
    headings = Headings(shape, {name: place for place, name in enumerate(columns)}, [])
    read = READERS.get(shape.kind, organisation_row)
    try:
        return read(Record(2, fields, headings), Gazetteer())
    except RefusedRow:
        return None


def longest(kind: str, fact: str) -> int | None:
    model, name = ELSEWHERE.get(fact, (TABLES.get(kind, OrganisationVersion), fact))
    field = model._meta.get_field(name)
    return field.max_length if isinstance(field, CharField) else None


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.code)
def test_what_is_let_through_fits(shape):
    rows = [row_of(shape, column, value) for column in columns_of(shape) for value in LONG]
    too_long = {
        (fact, len(value), most)
        for row in rows
        if row is not None
        for fact, value in row.facts.items()
        if fact not in POINTERS and isinstance(value, str)
        if (most := longest(row.kind, fact)) is not None and len(value) > most
    }

    assert too_long == set()


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.code)
def test_name_that_just_fits_is_let_through(shape):
    column = shape.name_column
    model, name = (Postcode, "place") if shape.kind == kinds.POSTCODE else (TABLES.get(shape.kind), "name")
    most = (model or OrganisationVersion)._meta.get_field(name).max_length

    row = row_of(shape, column, "x" * most)

    assert row is not None
    assert row.facts[name] == "x" * most
