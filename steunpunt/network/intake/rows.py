"""Turns the fields of one record into a checked, normalised row of the register."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from . import kinds, normalising
from .normalising import BadValue
from .places import Gazetteer
from .problems import Problem, shown
from .shapes import Headings

NO_NAME = "De naam ontbreekt."
NOT_WITHIN = "Deze vestigingscode hoort niet bij BRIN {brin}."
NO_SECTOR = "Deze sector kennen we niet; verwacht wordt PO, VO of SO."
NO_SORT = "Dit soort instelling kennen we niet; verwacht wordt hbo, wo, hogeschool of universiteit."
OLD_MUNICIPALITY = "Dit gemeentenummer staat niet in onze gemeentelijst; de gemeente volgt uit de postcode."
BOARD_WITHOUT_NAME = "naam onbekend (bestuursnummer {number})"

SECTORS = {"PO": "po", "SO": "po", "VO": "vo"}
SORTS = {
    "HBO": kinds.TRAINING,
    "HOGESCHOOL": kinds.TRAINING,
    "WO": kinds.UNIVERSITY,
    "UNIVERSITEIT": kinds.UNIVERSITY,
    "ONDERZOEKSUNIVERSITEIT": kinds.UNIVERSITY,
    "INTERNATIONAAL ONDERWIJS": kinds.UNIVERSITY,
}
FUNDINGS = {"GOVERNMENT": kinds.FUNDED, "BEKOSTIGD": kinds.FUNDED, "PRIVATE": kinds.NOT_FUNDED}
FUNDINGS |= {"NIET BEKOSTIGD": kinds.NOT_FUNDED}
STRUCTURE_COLUMNS = ("ONDERWIJSSTRUCTUUR", "ONDERWIJS", "SOORT PRIMAIR ONDERWIJS", "TYPE")
HOUSE_NUMBER_COLUMNS = ("HUISNUMMER-TOEVOEGING", "HUISNUMMER", "HUISLETTER", "TOEVOEGING")
LONGEST_WORD = 80

Normaliser = Callable[[str], Any]


@dataclass(slots=True)
class RegisterRow:
    """What a file says about one thing. A fact that is not in `facts` is not spoken of and stays as it was."""

    line: int
    kind: str
    code: str
    facts: dict[str, Any]
    warnings: list[Problem] = field(default_factory=list)
    board: str = ""
    is_derived: bool = False
    """Not a row of the file itself: the school or board that rows of the file point to."""

    @property
    def key(self) -> kinds.Key:
        return self.kind, self.code


class RefusedRow(Exception):  # noqa: N818
    """A row that cannot be used at all."""

    def __init__(self, column: str, value: str, reason: str, *, code: str = "") -> None:
        super().__init__(reason)
        self.column, self.value, self.reason, self.code = column, shown(value), reason, code


class Record:
    """One record of the file with its columns by name."""

    def __init__(self, line: int, fields: list[str], headings: Headings) -> None:
        self.line, self.fields, self.headings = line, fields, headings
        self.warnings: list[Problem] = []

    def has(self, column: str) -> bool:
        return column in self.headings.places

    def raw(self, column: str) -> str:
        return self.fields[self.headings.places[column]]

    def word(self, column: str) -> str:
        """A word to look up, in capitals; what is too long for one is cut off."""
        return normalising.text(self.raw(column).strip()[:LONGEST_WORD]).upper()

    def must(self, column: str, normaliser: Normaliser) -> Any:
        """A value without which the row is refused."""
        try:
            return normaliser(self.raw(column))
        except BadValue as error:
            raise RefusedRow(column, self.raw(column), str(error)) from error

    def put(self, facts: dict[str, Any], name: str, column: str, normaliser: Normaliser) -> None:
        """Put a fact when the file speaks of it; a bad value is warned about and changes nothing."""
        if not self.has(column):
            return
        try:
            facts[name] = normaliser(self.raw(column))
        except BadValue as error:
            self.warn(column, str(error))

    def warn(self, column: str, reason: str) -> None:
        self.warnings.append(Problem(self.line, column, shown(self.raw(column)), reason))


def organisation_row(record: Record, gazetteer: Gazetteer) -> RegisterRow:
    """A board, school, site or institution."""
    shape = record.headings.shape
    kind, code, part_of = _identity(record)
    facts: dict[str, Any] = {"name": _name(record, code)}
    if part_of:
        facts["part_of"] = part_of
    if kind != kinds.BOARD:
        facts["sector"] = _sector(record)
        _put_structure(record, facts)
        _put_funding(record, facts)
    _put_address(record, facts, gazetteer)
    record.put(facts, "website", "INTERNETADRES", normalising.website)
    record.put(facts, "denomination", "DENOMINATIE", normalising.denomination)
    record.put(facts, "education_area", "ONDERWIJSGEBIED NAAM", lambda value: normalising.text(value, most=80))
    _put_numbers(record, facts)
    board = ""
    if record.has("BEVOEGD GEZAG NUMMER") and shape.kind == kinds.SITE:
        board = record.must("BEVOEGD GEZAG NUMMER", normalising.board_number)
    return RegisterRow(record.line, kind, code, facts, record.warnings, board)


def _identity(record: Record) -> tuple[str, str, kinds.Key | None]:
    """Kind, code, and what the organisation is part of."""
    shape = record.headings.shape
    if shape.kind == kinds.BOARD:
        return kinds.BOARD, record.must("BEVOEGD GEZAG NUMMER", normalising.board_number), None
    brin = record.must("INSTELLINGSCODE", normalising.brin)
    if shape.kind == kinds.SITE:
        code = record.must("VESTIGINGSCODE", normalising.site_code)
        if not code.startswith(brin):
            raise RefusedRow("VESTIGINGSCODE", code, NOT_WITHIN.format(brin=brin), code=code)
        return kinds.SITE, code, (kinds.SCHOOL, brin)
    part_of = None
    if record.has("BEVOEGD GEZAG NUMMER"):
        part_of = (kinds.BOARD, record.must("BEVOEGD GEZAG NUMMER", normalising.board_number))
    return _sort(record, brin), brin, part_of


def _sort(record: Record, brin: str) -> str:
    shape = record.headings.shape
    if shape.kind != kinds.TRAINING:
        return shape.kind
    column = "SOORT HO" if record.has("SOORT HO") else "TYPE"
    sort = SORTS.get(record.word(column))
    if sort is None:
        raise RefusedRow(column, record.raw(column), NO_SORT, code=brin)
    return sort


def _name(record: Record, code: str) -> str:
    shape = record.headings.shape
    name = record.must(shape.name_column, normalising.text)
    if name:
        return str(name)
    if shape.kind == kinds.BOARD:
        return BOARD_WITHOUT_NAME.format(number=code)
    raise RefusedRow(shape.name_column, "", NO_NAME, code=code)


def _sector(record: Record) -> str:
    shape = record.headings.shape
    if shape.sector:
        return shape.sector
    sector = SECTORS.get(record.word("SECTOR"))
    if sector is None:
        raise RefusedRow("SECTOR", record.raw("SECTOR"), NO_SECTOR)
    return sector


def _put_structure(record: Record, facts: dict[str, Any]) -> None:
    shape = record.headings.shape
    if shape.sector in ("ho", "mbo"):
        return
    for column in STRUCTURE_COLUMNS:
        if record.has(column) and record.word(column):
            record.put(facts, "structure", column, normalising.structure)
            return
    if shape.structure:
        facts["structure"] = shape.structure


def _put_funding(record: Record, facts: dict[str, Any]) -> None:
    shape = record.headings.shape
    if shape.funding:
        facts["funding"] = shape.funding
    elif record.has("BEKOSTIGING"):
        facts["funding"] = FUNDINGS.get(record.word("BEKOSTIGING"), "")


def _put_address(record: Record, facts: dict[str, Any], gazetteer: Gazetteer) -> None:
    record.put(facts, "street", "STRAATNAAM", lambda value: normalising.text(value, most=120))
    numbers = [column for column in HOUSE_NUMBER_COLUMNS if record.has(column)]
    if numbers:
        parts = [record.raw(column) for column in numbers]
        record.put(facts, "house_number", numbers[0], lambda _value: normalising.house_number(*parts))
    record.put(facts, "postcode", "POSTCODE", normalising.postcode)
    _put_municipality(record, facts, gazetteer)
    if record.has("PLAATSNAAM"):
        known = facts.get("postcode", ""), facts.get("municipality", "")
        record.put(facts, "place", "PLAATSNAAM", lambda value: _place(value, *known, gazetteer))
    elif area := gazetteer.area(facts.get("postcode", "")):
        facts["place"] = area.place


def _place(value: str, postcode: str, municipality: str, gazetteer: Gazetteer) -> str:
    name = normalising.text(value)
    return normalising.text(gazetteer.place(name, postcode, municipality), most=60) if name else ""


def _put_municipality(record: Record, facts: dict[str, Any], gazetteer: Gazetteer) -> None:
    """The municipality of the file, or of the postcode when the file has none or one that is no more."""
    record.put(facts, "municipality", "GEMEENTENUMMER", normalising.municipality_code)
    code = facts.get("municipality", "")
    if code in gazetteer.municipalities:
        return
    area = gazetteer.area(facts.get("postcode", ""))
    by_postcode = area.municipality if area and area.municipality in gazetteer.municipalities else ""
    if code and gazetteer.municipalities:
        record.warn("GEMEENTENUMMER", OLD_MUNICIPALITY)
    facts.pop("municipality", None)
    if by_postcode:
        facts["municipality"] = by_postcode


def _put_numbers(record: Record, facts: dict[str, Any]) -> None:
    """Pupils and the point on the map; what is unknown is not spoken of."""
    found: dict[str, Any] = {}
    record.put(found, "pupils", "AANTAL LEERLINGEN", normalising.whole_number)
    record.put(found, "latitude", "LAT", normalising.latitude)
    record.put(found, "longitude", "LON", normalising.longitude)
    if found.get("pupils") is not None:
        facts["pupils"] = found["pupils"]
    if found.get("latitude") is not None and found.get("longitude") is not None:
        facts["latitude"], facts["longitude"] = found["latitude"], found["longitude"]
