"""Opens the zip container of a Word or PowerPoint file within hard limits, and reads its parts as safe XML."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from .kinds import NotAccepted

MEGABYTE = 1024 * 1024
MOST_ENTRIES = 5_000
MOST_INDEX = 2 * MEGABYTE
MOST_UNPACKED = 600 * MEGABYTE
MOST_XML = 40 * MEGABYTE
MOST_READ = 120 * MEGABYTE
MOST_RATIO = 200
RATIO_COUNTS_FROM = 2 * MEGABYTE
CHUNK = 256 * 1024
TAIL = 66_000
SYMBOLIC_LINK = 0o120000
FILE_TYPE = 0o170000

DAMAGED = "Dit bestand is beschadigd of niet volledig. Open het, sla het opnieuw op en probeer het nog eens."
BOMB = "Dit bestand wordt uitgepakt veel te groot. Verklein de afbeeldingen en probeer het opnieuw."
STRANGE = "Dit bestand is op een ongewone manier ingepakt. Open het, sla het opnieuw op en probeer het nog eens."
LOCKED = "Dit bestand heeft een wachtwoord. Sla het op zonder wachtwoord en probeer het opnieuw."
UNSAFE_XML = "In dit bestand staan onderdelen die niet veilig te lezen zijn. Sla het op als pdf en probeer het opnieuw."
BAD_PACKING = (zlib.error, EOFError, OSError, zipfile.BadZipFile, struct.error, ValueError, NotImplementedError)


class Package:
    """An opened container whose index has been checked; parts are read one by one, all within one budget."""

    def __init__(self, archive: zipfile.ZipFile, budget: list[int]) -> None:
        self._archive = archive
        self.members = {item.filename: item for item in archive.infolist() if not item.is_dir()}
        self.budget = budget

    @property
    def names(self) -> list[str]:
        return list(self.members)

    def raw(self, name: str, *, most: int = MOST_XML) -> bytes:
        """The bytes of one part; refused when it is larger than `most`."""
        self._spend(name, most)
        return self._archive.read(name)

    def _spend(self, name: str, most: int) -> None:
        size = self.members[name].file_size
        self.budget[0] -= size
        if size > most or self.budget[0] < 0:
            raise NotAccepted(BOMB)

    def elements(self, name: str) -> Iterator[Element]:
        """The elements of one part in XML, without document type and entities; each is empty after its turn."""
        self._spend(name, MOST_XML)
        try:
            with self._archive.open(name) as part:
                for _event, element in iterparse(part, forbid_dtd=True):
                    yield element
                    element.clear()
        except DefusedXmlException as error:
            raise NotAccepted(UNSAFE_XML) from error
        except (ParseError, LookupError) as error:
            raise NotAccepted(DAMAGED) from error

    @contextmanager
    def part(self, name: str, *, most: int = MOST_XML) -> Iterator[IO[bytes]]:
        """One part as a file that can be opened as a container itself."""
        with BytesIO(self.raw(name, most=most)) as source:
            yield source

    def refuse_damage(self) -> None:
        """Unpack everything once: each part must have the length and the checksum that the index promises."""
        for name in self.members:
            with self._archive.open(name) as part:
                while part.read(CHUNK):
                    pass


@contextmanager
def opened(source: IO[bytes], budget: list[int] | None = None) -> Iterator[Package]:
    """The container, with every oddity of its index refused; a container inside it shares its budget."""
    _refuse_odd_ends(source)
    try:
        with zipfile.ZipFile(source) as archive:
            _refuse_index(archive.infolist())
            yield Package(archive, [MOST_READ] if budget is None else budget)
    except BAD_PACKING as error:
        raise NotAccepted(DAMAGED) from error


def _refuse_odd_ends(source: IO[bytes]) -> None:
    """Look at the size of the index before it is read, since an index can be a bomb too; nothing may follow it."""
    size = source.seek(0, 2)
    source.seek(max(0, size - TAIL))
    tail = source.read()
    source.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        raise NotAccepted(DAMAGED)
    entries, index_size, index_at, comment = struct.unpack_from("<HLLH", tail, at + 10)
    if entries > MOST_ENTRIES or index_size > MOST_INDEX:
        raise NotAccepted(BOMB)
    starts_late = index_at + index_size != size - len(tail) + at
    if comment or starts_late or len(tail) != at + 22:
        raise NotAccepted(STRANGE)


def _refuse_index(members: list[zipfile.ZipInfo]) -> None:
    names = [item.filename.casefold() for item in members]
    if len(members) > MOST_ENTRIES or sum(item.file_size for item in members) > MOST_UNPACKED:
        raise NotAccepted(BOMB)
    if len(set(names)) != len(names):
        raise NotAccepted(STRANGE)
    for item in members:
        _refuse_member(item)


def _refuse_member(item: zipfile.ZipInfo) -> None:
    if item.flag_bits & 0x1:
        raise NotAccepted(LOCKED)
    is_link = (item.external_attr >> 16) & FILE_TYPE == SYMBOLIC_LINK
    is_packed_oddly = item.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    if is_link or is_packed_oddly or _leads_out(item.orig_filename):
        raise NotAccepted(STRANGE)
    if item.file_size > RATIO_COUNTS_FROM and item.file_size > MOST_RATIO * max(1, item.compress_size):
        raise NotAccepted(BOMB)


def _leads_out(name: str) -> bool:
    """Whether a name in the container points outside it, on any system."""
    return name.startswith("/") or any(char in name for char in "\\:\0") or ".." in PurePosixPath(name).parts
