"""Decides by content what an incoming file is, and refuses what we cannot take, each with a sentence."""

from pathlib import Path

from . import disguises
from .kinds import KIND_LABELS, Checked, Kind, NotAccepted
from .names import extension, shown_name
from .office_checking import office_kind
from .pdf_checking import refuse_active_pdf

MEGABYTE = 1024 * 1024
PDF_START = b"%PDF-"
BEFORE_START = b"\xef\xbb\xbf \t\r\n\0"
ZIP_START = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"

EMPTY = "Dit bestand is leeg."
TOO_LARGE = "Dit bestand is te groot: een bestand is hooguit {limit} MB. Verklein de afbeeldingen of deel een link."
MACRO_NAME = "In een .{extension}-bestand kunnen macro's zitten. Sla het op als .docx of .pptx."
WRONG_NAME = "De naam eindigt niet op .{expected}, maar dit is een {label}. Geef het bestand de goede naam en probeer het opnieuw."
WITH_MACROS = frozenset({"docm", "dotm", "pptm", "potm", "ppsm", "ppam"})


def check(path: Path, name: str, *, most_mb: int) -> Checked:
    """What the file at `path` is, which somebody calls `name`; raises `NotAccepted` when it may not come in."""
    size = path.stat().st_size
    refuse_size(size, most_mb=most_mb)
    if extension(name) in WITH_MACROS:
        raise NotAccepted(MACRO_NAME.format(extension=extension(name)))
    kind = _kind(path)
    if extension(name) != kind.value:
        raise NotAccepted(WRONG_NAME.format(expected=kind.value, label=KIND_LABELS[kind]))
    return Checked(kind, shown_name(name), size)


def refuse_size(size: int, *, most_mb: int) -> None:
    """For a form too, which knows the size before anything is stored."""
    if size == 0:
        raise NotAccepted(EMPTY)
    if size > most_mb * MEGABYTE:
        raise NotAccepted(TOO_LARGE.format(limit=most_mb))


def _kind(path: Path) -> Kind:
    with path.open("rb") as source:
        head = source.read(1024)
    if head.lstrip(BEFORE_START).startswith(PDF_START):
        refuse_active_pdf(path.read_bytes())
        return Kind.PDF
    if head.startswith((ZIP_START, EMPTY_ZIP)):
        return office_kind(path)
    raise disguises.not_accepted(path.read_bytes() if head.startswith(disguises.OLE) else head)
