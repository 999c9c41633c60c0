"""Reads a register file as a whole: from bytes to checked rows, with every problem at its place."""

from dataclasses import dataclass, field
from typing import IO, Any

from . import kinds
from .hierarchy import parents
from .lists import municipality_row, postcode_row, programme_row
from .normalising import brin, site_code
from .places import Gazetteer
from .problems import Problem, UnreadableFile, complain, grouped
from .reading import opened
from .rows import Record, RefusedRow, RegisterRow, organisation_row
from .shapes import SHAPES, Shape, recognised

NO_ROWS = "In dit bestand staat onder de kop geen enkele rij."
NOTHING_USABLE = "Geen enkele rij van dit bestand is bruikbaar. Bij regel {line}: {reason}"
TWICE_SAME = "Deze rij staat ook al op regel {line}; ze is overgeslagen."
TWICE_DIFFERENT = "Deze code staat ook al op regel {line}, met andere gegevens; alleen die regel is gebruikt."
TOO_MANY_WARNINGS = "In dit bestand kloppen meer dan {most} waarden niet. Bij regel {line}, kolom {column}: {reason}"
COLUMN_TWICE = "Deze kolom staat twee keer in de kop; de eerste is gebruikt."
MOST_WARNINGS = 10_000

READERS = {
    kinds.PROGRAMME: programme_row,
    kinds.MUNICIPALITY: municipality_row,
    kinds.POSTCODE: postcode_row,
}


@dataclass(slots=True)
class RegisterFile:
    """What a file turned out to be, and everything that it says."""

    shape: Shape
    encoding: str
    delimiter: str
    rows: list[RegisterRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    refused_keys: set[kinds.Key] = field(default_factory=set)
    """Refused rows whose code was readable: they are in the file, so they are not missing from it."""
    has_nameless_refusals: bool = False
    """Some row was refused without a readable code: nobody can say what is missing from the file."""
    wrong_values: int = 0
    """Values so far that were warned about."""

    @property
    def parts(self) -> tuple[kinds.Part, ...]:
        return self.shape.parts

    @property
    def dated_parts(self) -> tuple[kinds.Part, ...]:
        """The parts for which the file may not be older than the register."""
        return self.updated_parts + self.shape.only_dated

    @property
    def updated_parts(self) -> tuple[kinds.Part, ...]:
        """The parts of the register that are as recent as this file once it is read in."""
        return self.shape.parts + self.shape.as_now

    @property
    def warnings(self) -> list[Problem]:
        return [warning for row in self.rows for warning in row.warnings]


def read_register(source: IO[bytes], gazetteer: Gazetteer) -> RegisterFile:
    """Read, check and normalise a register file; an `UnreadableFile` says why it cannot be used."""
    with opened(source) as table:
        headings = recognised(table.header)
        found = RegisterFile(headings.shape, table.encoding, table.delimiter, problems=table.problems)
        read_any = False
        for line, fields in table.rows():
            read_any = True
            _take(found, Record(line, fields, headings), gazetteer)
        found.has_nameless_refusals |= table.is_damaged
    _refuse_useless(found, read_any=read_any)
    found.problems += [Problem(1, column, "", COLUMN_TWICE) for column in headings.twice]
    _correct_shape(found)
    found.rows = parents(found.rows) + found.rows
    found.problems.sort(key=lambda problem: problem.line)
    return found


def _take(found: RegisterFile, record: Record, gazetteer: Gazetteer) -> None:
    read = READERS.get(found.shape.kind, organisation_row)
    try:
        row = read(record, gazetteer)
    except RefusedRow as refused:
        complain(found.problems, Problem(record.line, refused.column, refused.value, refused.reason))
        keys = _keys(record, refused.code)
        found.refused_keys |= keys
        found.has_nameless_refusals |= not keys
        return
    found.rows.append(row)
    _count_warnings(found, row)


def _count_warnings(found: RegisterFile, row: RegisterRow) -> None:
    """Stop at a file with so many wrong values that its columns must have been swapped."""
    found.wrong_values += len(row.warnings)
    if found.wrong_values > MOST_WARNINGS:
        first = found.warnings[0]
        raise UnreadableFile(
            TOO_MANY_WARNINGS.format(
                most=grouped(MOST_WARNINGS), line=first.line, column=first.column, reason=first.reason
            ),
            column=first.column,
        )


def _keys(record: Record, code: str) -> set[kinds.Key]:
    """What a refused row was about, as far as its code can be read: the site itself and its school."""
    kind = record.headings.shape.kind
    try:
        if kind == kinds.SITE:
            code = code or record.must("VESTIGINGSCODE", site_code)
            return {(kinds.SITE, code), (kinds.SCHOOL, code[:4])}
        if kind in (kinds.SCHOOL, kinds.TRAINING, kinds.MBO):
            code = code or record.must("INSTELLINGSCODE", brin)
            return {(kinds.TRAINING, code), (kinds.UNIVERSITY, code), (kinds.SCHOOL, code), (kinds.MBO, code)}
    except RefusedRow:
        pass
    return set()


def _refuse_useless(found: RegisterFile, *, read_any: bool) -> None:
    if not read_any and not found.problems:
        raise UnreadableFile(NO_ROWS)
    if not found.rows:
        first = found.problems[0]
        raise UnreadableFile(NOTHING_USABLE.format(line=first.line, reason=first.reason), column=first.column)
    found.rows = _without_doubles(found)


def _without_doubles(found: RegisterFile) -> list[RegisterRow]:
    seen: dict[Any, RegisterRow] = {}
    for row in found.rows:
        earlier = seen.setdefault(row.key, row)
        if earlier is not row:
            sentence = TWICE_SAME if earlier.facts == row.facts else TWICE_DIFFERENT
            complain(found.problems, Problem(row.line, "", row.code, sentence.format(line=earlier.line)))
    return list(seen.values())


def _correct_shape(found: RegisterFile) -> None:
    """Main schools of primary education may come with an empty column ONDERWIJSSTRUCTUUR."""
    if found.shape.code != "duo-vo-hoofdvestigingen" or any(row.facts.get("structure") for row in found.rows):
        return
    found.shape = next(shape for shape in SHAPES if shape.code == "duo-po-hoofdvestigingen")
    for row in found.rows:
        row.facts |= {"sector": found.shape.sector, "structure": found.shape.structure}
