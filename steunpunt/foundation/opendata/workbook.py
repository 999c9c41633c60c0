"""Rows as a spreadsheet, written row by row so that memory stays small."""

import tempfile
from collections.abc import Iterable, Sequence
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font

from .harmless import plain

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOLD = Font(bold=True)
SPOOL_BYTES = 2_000_000


def workbook_file(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], about: Iterable[tuple[str, str]]
) -> IO[bytes]:
    """An open temporary file with the data on the first sheet and their origin on the second."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, name, font=BOLD) for name in columns])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    origin = book.create_sheet("Over deze gegevens")
    for name, value in about:
        origin.append([_cell(origin, name, font=BOLD), _cell(origin, value)])
    file = tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES)  # noqa: SIM115 - the response closes it
    book.save(file)
    file.seek(0)
    return file


def _cell(sheet: object, value: object, font: Font | None = None) -> Cell:
    """A cell whose text is always text, also when it looks like a formula."""
    shown = plain(value)
    cell = WriteOnlyCell(sheet, value=shown)
    if isinstance(shown, str):
        cell.data_type = "s"
    if font:
        cell.font = font
    return cell
