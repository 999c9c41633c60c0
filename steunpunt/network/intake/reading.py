"""Reads the records of a delimited text file: encoding, delimiter, header, and rows with their line number."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import IO

from charset_normalizer import from_bytes

from .problems import Problem, UnreadableFile, complain, grouped, shown
from .unpacking import unpacked

MAX_LINE = 64 * 1024
MAX_LINES = 100_000
SAMPLE_LINES = 400
FEW = 0.1
MOST_LINES_PER_RECORD = 5
ENCODINGS = {"utf_8": "utf-8", "cp1252": "windows-1252"}
LINE_END = "\r\n"
UNCLOSED = "unexpected end of data"

NO_ENCODING = "De tekens in dit bestand zijn niet te lezen. Sla het op als 'CSV UTF-8' en probeer het opnieuw."
NO_DELIMITER = "In de eerste regel staan geen kolomkoppen met puntkomma's of komma's ertussen."
TABS = "De kolommen zijn met tabs gescheiden. Sla het bestand op als csv met puntkomma's of komma's."
LONG_LINE = "Regel {line} is zo lang dat dit geen registerbestand kan zijn."
OLD_MAC = "De regels in dit bestand eindigen op een oude manier. Sla het opnieuw op als csv."
TOO_MANY = "Dit bestand heeft meer dan {limit} regels; dat kan geen registerbestand zijn."
NO_HEADER = "In de eerste regel staan geen leesbare kolomkoppen."
BAD_BYTES = "Op deze regel staan tekens die niet bij de codering {encoding} horen."
OPEN_QUOTE = "Een aanhalingsteken op deze regel wordt nergens gesloten."
WRONG_COUNT = "Deze rij heeft {found} velden; de kop heeft er {expected}."


@dataclass(slots=True)
class Table:
    """An opened file: what it turned out to be, its header, and its rows as they are read."""

    encoding: str
    delimiter: str
    header: list[str]
    problems: list[Problem] = field(default_factory=list)
    is_damaged: bool = False
    """Some row could not be taken apart, so that nobody knows what it was about."""
    _lines: Iterator[tuple[int, bytes]] = field(default_factory=lambda: iter(()))

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each usable row with its line number; rows that cannot be used end up in `problems`."""
        return _Records(self).read(self._lines)


@contextmanager
def opened(source: IO[bytes]) -> Iterator[Table]:
    """Open an uploaded file; its rows can be read as long as the context lasts."""
    with unpacked(source) as plain:
        encoding = _encoding(plain)
        lines = _lines(plain)
        header_line = _header_line(lines, encoding)
        delimiter = _delimiter(header_line)
        header = next(csv.reader([header_line], delimiter=delimiter))
        yield Table(encoding, delimiter, header, _lines=lines)


def _encoding(plain: IO[bytes]) -> str:
    """Judge by the lines that hold more than ASCII: the only ones that can tell the two encodings apart."""
    plain.seek(0)
    sample: list[bytes] = []
    with_mark = plain.read(3) == b"\xef\xbb\xbf"
    plain.seek(0)
    for _line, raw in _lines(plain):
        if not raw.isascii():
            sample.append(raw)
        if len(sample) == SAMPLE_LINES:
            break
    plain.seek(3 if with_mark else 0)
    if with_mark or not sample:
        return "utf-8-sig" if with_mark else "utf-8"
    best = from_bytes(b"".join(sample), cp_isolation=list(ENCODINGS)).best()
    if best is not None and best.encoding in ENCODINGS:
        return ENCODINGS[best.encoding]
    if sum(not _is_utf8(raw) for raw in sample) < FEW * len(sample):
        return "utf-8"
    raise UnreadableFile(NO_ENCODING)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _lines(plain: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Each line with its number, whatever stands in it; stops a file that goes on for ever."""
    for line in count(1):
        raw = plain.readline(MAX_LINE)
        if not raw:
            return
        if len(raw) == MAX_LINE and not raw.endswith(b"\n"):
            raise UnreadableFile(OLD_MAC if b"\r" in raw else LONG_LINE.format(line=line))
        if line > MAX_LINES:
            raise UnreadableFile(TOO_MANY.format(limit=grouped(MAX_LINES)))
        yield line, raw


def _header_line(lines: Iterator[tuple[int, bytes]], encoding: str) -> str:
    for _line, raw in lines:
        try:
            text = raw.decode(encoding).strip(LINE_END)
        except UnicodeDecodeError as error:
            raise UnreadableFile(NO_HEADER) from error
        if "\r" in text:
            raise UnreadableFile(OLD_MAC)
        if text.strip() and not text.lower().startswith("sep="):
            return text
    raise UnreadableFile(NO_HEADER)


def _delimiter(header_line: str) -> str:
    if "\t" in header_line and ";" not in header_line and "," not in header_line:
        raise UnreadableFile(TABS)
    try:
        return csv.Sniffer().sniff(header_line, delimiters=";,").delimiter
    except csv.Error as error:
        raise UnreadableFile(NO_DELIMITER) from error


class _Records:
    """Puts lines together into records, so that an unclosed quote spoils its own line and no other."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.waiting: list[tuple[int, bytes]] = []

    def read(self, lines: Iterator[tuple[int, bytes]]) -> Iterator[tuple[int, list[str]]]:
        while (first := self._next(lines)) is not None:
            line, text = first[0], self._text(*first)
            if text is None or not text.strip():
                continue
            fields = self._fields(line, text, lines)
            if fields is None:
                continue
            if not any(value.strip() for value in fields):
                continue
            expected = len(self.table.header)
            if len(fields) > expected and not any(value.strip() for value in fields[expected:]):
                fields = fields[:expected]
            if len(fields) == expected:
                yield line, fields
            else:
                reason = WRONG_COUNT.format(found=len(fields), expected=expected)
                self._complain(line, text, reason)

    def _next(self, lines: Iterator[tuple[int, bytes]]) -> tuple[int, bytes] | None:
        return self.waiting.pop(0) if self.waiting else next(lines, None)

    def _text(self, line: int, raw: bytes) -> str | None:
        try:
            return raw.decode(self.table.encoding).strip(LINE_END).replace("\r", " ")
        except UnicodeDecodeError:
            self._complain(line, raw.decode("ascii", "replace"), BAD_BYTES.format(encoding=self.table.encoding))
            return None

    def _fields(self, line: int, text: str, lines: Iterator[tuple[int, bytes]]) -> list[str] | None:
        """The fields of the record that starts here; a field in quotes may run on over a few lines."""
        taken: list[tuple[int, bytes]] = []
        whole = text
        while True:
            fields, is_open = _parsed(whole, self.table.delimiter)
            if not taken and not is_open:
                return fields
            if not is_open and fields and len(fields) == len(self.table.header):
                return fields
            following = self._next(lines) if len(taken) < MOST_LINES_PER_RECORD else None
            if following is None:
                self.waiting = taken + self.waiting
                self._complain(line, text, OPEN_QUOTE)
                return None
            taken.append(following)
            whole = f"{whole}\n{following[1].decode(self.table.encoding, 'replace').strip(LINE_END)}"

    def _complain(self, line: int, value: str, reason: str) -> None:
        self.table.is_damaged = True
        complain(self.table.problems, Problem(line, "", shown(value), reason))


def _parsed(text: str, delimiter: str) -> tuple[list[str], bool]:
    """The fields of one record, and whether a quote is still open at its end."""
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True)), False
    except csv.Error as error:
        if str(error) == UNCLOSED or "\n" in text:
            return [], True
    return next(csv.reader([text], delimiter=delimiter)), False
