"""Rows as CSV, line by line: semicolons, UTF-8 with a byte order mark, so that Dutch spreadsheets open it well."""

import csv
from collections.abc import Iterable, Iterator, Sequence

from .harmless import harmless

CONTENT_TYPE = "text/csv; charset=utf-8"
SEPARATOR = ";"
BYTE_ORDER_MARK = "\ufeff"


class _Line:
    """What the writer writes to: hands back the line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The heading and every row, each as one piece of text."""
    writer = csv.writer(_Line(), delimiter=SEPARATOR, lineterminator="\r\n")
    yield BYTE_ORDER_MARK + writer.writerow(columns)
    for row in rows:
        yield writer.writerow([harmless(value) for value in row])
