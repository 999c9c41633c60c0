"""Unpacks an uploaded file within hard limits and refuses what is not plain text."""

import gzip
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from .problems import UnreadableFile

MEGABYTE = 1024 * 1024
MAX_PACKED = 25 * MEGABYTE
MAX_UNPACKED = 50 * MEGABYTE
MAX_RATIO = 100
RATIO_COUNTS_FROM = MEGABYTE
MAX_ARCHIVE_INDEX = 64 * 1024
IN_MEMORY = 4 * MEGABYTE
CHUNK = 64 * 1024

EMPTY = "Dit bestand is leeg."
TOO_LARGE = "Dit bestand is te groot: een registerbestand is hooguit {limit} MB."
BOMB = "Dit bestand wordt uitgepakt veel te groot voor een registerbestand. Het is niet ingelezen."
DAMAGED = "Dit ingepakte bestand is beschadigd of niet volledig. Download het opnieuw."
NOT_ONE_CSV = "In dit zipbestand moet precies één csv-bestand zitten; er zitten er {count} in."
LOCKED = "Dit zipbestand heeft een wachtwoord. Lever het zonder wachtwoord aan."
CROWDED = "Dit zipbestand bevat te veel bestanden. Lever één csv-bestand aan."
STRANGE_PACKING = "Dit zipbestand is op een ongewone manier ingepakt. Lever het csv-bestand zelf aan."
BINARY = "Dit is geen csv-bestand: er staan tekens in die niet in tekst voorkomen."

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "Dit is een zip- of Excelbestand in een ander bestand. Sla het op als csv."),
    (b"\x1f\x8b", "Dit bestand is twee keer ingepakt. Lever het csv-bestand zelf aan."),
    (b"\xd0\xcf\x11\xe0", "Dit is een oud Excel- of Wordbestand. Open het en sla het op als csv."),
    (b"%PDF", "Dit is een pdf. Lever het csv-bestand aan dat erbij hoort."),
    (b"{\\rtf", "Dit is een tekstdocument (rtf). Sla de tabel op als csv."),
    (b"\x89PNG", "Dit is een afbeelding. Lever een csv-bestand aan."),
    (b"\xff\xd8\xff", "Dit is een afbeelding. Lever een csv-bestand aan."),
    (b"GIF8", "Dit is een afbeelding. Lever een csv-bestand aan."),
    (b"\xff\xfe", "Dit bestand staat in utf-16. Kies bij het opslaan 'CSV UTF-8'."),
    (b"\xfe\xff", "Dit bestand staat in utf-16. Kies bij het opslaan 'CSV UTF-8'."),
    (b"<", "Dit is een webpagina of xml-bestand, geen csv. Misschien heb je een foutpagina bewaard."),
    (b"{", "Dit is een json-bestand. Lever het csv-bestand aan."),
    (b"[", "Dit is een json-bestand. Lever het csv-bestand aan."),
)
OFFICE = "Dit is een Excel- of Wordbestand. Open het en sla het op als csv (CSV UTF-8)."
BAD_PACKING = (zlib.error, EOFError, OSError, zipfile.BadZipFile, struct.error, ValueError)


@contextmanager
def unpacked(source: IO[bytes]) -> Iterator[IO[bytes]]:
    """The plain text of an uploaded csv, csv.gz or zip as a temporary file of bounded size."""
    size = _size(source)
    head = source.read(8)
    source.seek(0)
    with SpooledTemporaryFile(max_size=IN_MEMORY) as plain:
        if head.startswith(b"\x1f\x8b"):
            _copy_packed(cast("IO[bytes]", gzip.GzipFile(fileobj=source)), plain, size)
        elif head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            _copy_from_zip(source, plain, size)
        else:
            _copy(source, plain, limit=MAX_PACKED)
        _refuse_disguise(plain)
        yield plain


def _size(source: IO[bytes]) -> int:
    size = source.seek(0, 2)
    source.seek(0)
    if size == 0:
        raise UnreadableFile(EMPTY)
    if size > MAX_PACKED:
        raise UnreadableFile(TOO_LARGE.format(limit=MAX_PACKED // MEGABYTE))
    return size


def _copy(source: IO[bytes], plain: IO[bytes], *, limit: int) -> None:
    copied = 0
    while chunk := source.read(CHUNK):
        copied += len(chunk)
        if copied > limit:
            raise UnreadableFile(BOMB)
        plain.write(chunk)


def _copy_packed(source: IO[bytes], plain: IO[bytes], packed_size: int) -> None:
    """Copy while counting what really comes out: the sizes written in an archive may lie."""
    limit = min(MAX_UNPACKED, max(RATIO_COUNTS_FROM, MAX_RATIO * packed_size))
    try:
        _copy(source, plain, limit=limit)
    except BAD_PACKING as error:
        raise UnreadableFile(DAMAGED) from error


def _copy_from_zip(source: IO[bytes], plain: IO[bytes], size: int) -> None:
    _refuse_crowded_archive(source, size)
    try:
        with zipfile.ZipFile(source) as archive:
            member = _only_csv(archive)
            with archive.open(member) as packed:
                _copy_packed(packed, plain, member.compress_size)
    except BAD_PACKING as error:
        raise UnreadableFile(DAMAGED) from error


def _refuse_crowded_archive(source: IO[bytes], size: int) -> None:
    """Look at the size of the archive's index before it is read: an index can be a bomb too."""
    source.seek(max(0, size - 66_000))
    tail = source.read()
    source.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        raise UnreadableFile(DAMAGED)
    index_size = struct.unpack_from("<L", tail, at + 12)[0]
    is_zip64 = tail[max(0, at - 20) : at].startswith(b"PK\x06\x07")
    if is_zip64 or index_size > MAX_ARCHIVE_INDEX:
        raise UnreadableFile(CROWDED)


def _only_csv(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    members = [item for item in archive.infolist() if not item.is_dir()]
    if any(item.filename == "[Content_Types].xml" or item.filename == "mimetype" for item in members):
        raise UnreadableFile(OFFICE)
    tables = [item for item in members if _is_csv(PurePosixPath(item.filename))]
    if len(tables) != 1:
        raise UnreadableFile(NOT_ONE_CSV.format(count=len(tables)))
    member = tables[0]
    if member.flag_bits & 0x1:
        raise UnreadableFile(LOCKED)
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableFile(STRANGE_PACKING)
    return member


def _is_csv(path: PurePosixPath) -> bool:
    return path.suffix.lower() == ".csv" and "__MACOSX" not in path.parts and not path.name.startswith(".")


def _refuse_disguise(plain: IO[bytes]) -> None:
    plain.seek(0)
    head = plain.read(1024).removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    if not head:
        raise UnreadableFile(EMPTY)
    for signature, sentence in SIGNATURES:
        if head.startswith(signature):
            raise UnreadableFile(sentence)
    plain.seek(0)
    while chunk := plain.read(CHUNK):
        if b"\x00" in chunk:
            raise UnreadableFile(BINARY)
    plain.seek(0)
