"""Rows of our own lists beside the organisations: programmes, municipalities and postcode areas."""

import re
from typing import Any

from . import kinds, normalising
from .normalising import BadValue
from .places import Gazetteer
from .rows import FUNDINGS, NO_NAME, Record, RefusedRow, RegisterRow

LONGEST_PROGRAMME, LONGEST_PLACE, LONGEST_PROVINCE = 200, 60, 40

BAD_CROHO = "Een CROHO-code bestaat uit vijf cijfers."
BAD_AREA = "Een postcodegebied heeft vier cijfers."
BAD_PROVINCE = "Een provinciecode bestaat uit PV en twee cijfers."
NO_POINT = "Het punt op de kaart ontbreekt."

PROGRAMME_KINDS = {
    "pabo / leraar basisonderwijs": "pabo",
    "leraar tweede graad": "second_degree",
    "leraar eerste graad (hbo-master)": "first_degree_hbo",
    "leraar eerste graad (universitair)": "first_degree_wo",
    "docent kunstvakken": "arts",
    "leraar lichamelijke opvoeding": "physical_education",
}


def programme_row(record: Record, _gazetteer: Gazetteer) -> RegisterRow:
    """A teacher-training programme of an institution in one place; the place is part of what it is."""
    brin = record.must("INSTELLINGSCODE", normalising.brin)
    croho = record.must("CROHO", _pattern(r"\d{5}", BAD_CROHO))
    place = record.must("PLAATSNAAM", lambda value: normalising.text(value, most=LONGEST_PLACE))
    facts: dict[str, Any] = {
        "institution": brin,
        "croho": croho,
        "place": place,
        "name": _name(record, "CROHO NAAM", LONGEST_PROGRAMME),
        "kind": PROGRAMME_KINDS.get(record.word("SOORT").lower(), "other"),
    }
    record.put(facts, "level", "NIVEAU", lambda value: normalising.text(value.lower(), most=30))
    record.put(facts, "funding", "BEKOSTIGING", lambda value: FUNDINGS.get(normalising.text(value).upper(), ""))
    _put_accreditation(record, facts)
    return RegisterRow(record.line, kinds.PROGRAMME, f"{brin} {croho} {place}".strip(), facts, record.warnings)


def _put_accreditation(record: Record, facts: dict[str, Any]) -> None:
    """The term of the accreditation; what is unknown is not spoken of."""
    found: dict[str, Any] = {}
    record.put(found, "accredited_from", "ACCREDITATIE BEGINDATUM", normalising.day)
    record.put(found, "accredited_until", "ACCREDITATIE VERVALDATUM", normalising.day)
    facts |= {name: day for name, day in found.items() if day is not None}


def municipality_row(record: Record, _gazetteer: Gazetteer) -> RegisterRow:
    """A municipality with its province."""
    code = record.must("GEMEENTENUMMER", normalising.municipality_code)
    if not code:
        raise RefusedRow("GEMEENTENUMMER", "", normalising.BAD_MUNICIPALITY)
    facts: dict[str, Any] = {
        "name": _name(record, "GEMEENTENAAM", LONGEST_PLACE),
        "province": record.must("PROVINCIECODE", _pattern(r"PV\d{2}", BAD_PROVINCE)),
        "province_name": _name(record, "PROVINCIE", LONGEST_PROVINCE),
        **_point(record),
    }
    record.put(facts, "holiday_region", "VAKANTIEREGIO", lambda value: normalising.text(value, most=10))
    return RegisterRow(record.line, kinds.MUNICIPALITY, code, facts, record.warnings)


def postcode_row(record: Record, gazetteer: Gazetteer) -> RegisterRow:
    """The four digits of a postcode with their place and a point in the middle."""
    digits = record.must("PC4", _pattern(r"[1-9]\d{3}", BAD_AREA))
    facts: dict[str, Any] = {"place": _name(record, "PLAATSNAAM", LONGEST_PLACE), **_point(record)}
    record.put(facts, "municipality", "GEMEENTENUMMER", normalising.municipality_code)
    if facts.get("municipality") not in gazetteer.municipalities:
        facts["municipality"] = ""
    return RegisterRow(record.line, kinds.POSTCODE, digits, facts, record.warnings)


def _pattern(pattern: str, reason: str) -> Any:
    def matched(value: str) -> str:
        code = normalising.text(value).upper()
        if not re.fullmatch(pattern, code, re.ASCII):
            raise BadValue(reason)
        return code

    return matched


def _name(record: Record, column: str, most: int) -> str:
    name = str(record.must(column, lambda value: normalising.text(value, most=most)))
    if not name:
        raise RefusedRow(column, "", NO_NAME)
    return name


def _point(record: Record) -> dict[str, float]:
    latitude = record.must("LAT", normalising.latitude)
    longitude = record.must("LON", normalising.longitude)
    if latitude is None or longitude is None:
        raise RefusedRow("LAT", record.raw("LAT"), NO_POINT)
    return {"latitude": latitude, "longitude": longitude}
