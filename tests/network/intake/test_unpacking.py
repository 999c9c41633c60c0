"""Unpacking: what is let in, and the sentence for what is not."""

import bz2
import gzip
import io
import zipfile

import pytest

from steunpunt.network.intake import unpacking
from steunpunt.network.intake.problems import UnreadableFile
from steunpunt.network.intake.unpacking import unpacked

TEXT = b"pc4,plaats\r\n1011,Amsterdam\r\n"


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


def content_of(packed: bytes) -> bytes:
    with unpacked(io.BytesIO(packed)) as plain:
        return plain.read()


def refusal_of(packed: bytes) -> str:
    with pytest.raises(UnreadableFile) as refused, unpacked(io.BytesIO(packed)):
        pass
    return refused.value.sentence


@pytest.mark.parametrize(
    "packed",
    [
        TEXT,
        gzip.compress(TEXT),
        zipped(("register.csv", TEXT)),
        zipped(("map/", b""), ("map/REGISTER.CSV", TEXT), ("leesmij.txt", b"x"), ("__MACOSX/._r.csv", b"x")),
    ],
    ids=["csv", "gz", "zip", "zip with more"],
)
def test_text_comes_out_of_each_packing(packed):
    assert content_of(packed) == TEXT


@pytest.mark.parametrize(
    ("packed", "sentence"),
    [
        (b"", unpacking.EMPTY),
        (b" \r\n ", unpacking.EMPTY),
        (gzip.compress(b""), unpacking.EMPTY),
        (zipped(), unpacking.NOT_ONE_CSV.format(count=0)),
        (zipped(("a.csv", TEXT), ("b.csv", TEXT)), unpacking.NOT_ONE_CSV.format(count=2)),
        (zipped(("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>")), unpacking.OFFICE),
        (zipped(("a.csv", TEXT), method=zipfile.ZIP_BZIP2), unpacking.STRANGE_PACKING),
        (gzip.compress(TEXT)[:-12], unpacking.DAMAGED),
        (b"\x1f\x8bgeen gzip", unpacking.DAMAGED),
        (zipped(("a.csv", TEXT))[:-30], unpacking.DAMAGED),
        (b"PK\x03\x04half", unpacking.DAMAGED),
        (b"a,b\r\n1,\x00\r\n", unpacking.BINARY),
    ],
    ids=range(12),
)
def test_unusable_packing_gets_its_sentence(packed, sentence):
    assert refusal_of(packed) == sentence


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Excel"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><html>", "webpagina"),
        (b'{"a": 1}', "json"),
        ("a;b\r\n".encode("utf-16"), "utf-16"),
        (b"\x89PNG\r\n", "afbeelding"),
        (gzip.compress(gzip.compress(TEXT)), "twee keer"),
        (gzip.compress(zipped(("a.csv", TEXT))), "zip"),
    ],
    ids=["pdf", "office", "html", "json", "utf16", "png", "gz", "zip"],
)
def test_disguised_file_is_named_for_what_it_is(content, word):
    assert word in refusal_of(content)


def test_file_of_200_megabytes_is_refused_before_it_is_read():
    class Huge(io.BytesIO):
        def seek(self, offset, whence=0):
            super().seek(offset, whence)
            return 200 * unpacking.MEGABYTE if whence == 2 else offset

        def read(self, size=-1):
            raise AssertionError("must not be read")

    with pytest.raises(UnreadableFile, match="te groot"), unpacked(Huge()):
        pass


@pytest.mark.parametrize("size", [20, 60])
def test_zip_bomb_is_stopped_while_unpacking(size):
    zeros = b"0;" * (size * unpacking.MEGABYTE // 2)

    assert refusal_of(zipped(("bom.csv", zeros))) == unpacking.BOMB
    assert refusal_of(gzip.compress(zeros)) == unpacking.BOMB


def test_zip_that_lies_about_its_size_is_stopped_too():
    packed = bytearray(zipped(("bom.csv", b"0;" * (10 * unpacking.MEGABYTE))))
    at = packed.rfind(b"PK\x01\x02")
    packed[at + 24 : at + 28] = (10).to_bytes(4, "little")

    assert refusal_of(bytes(packed)) in (unpacking.BOMB, unpacking.DAMAGED)


def test_zip_with_a_huge_index_is_refused_by_its_index():
    packed = zipped(*((f"{number}.txt", b"") for number in range(2000)))

    assert refusal_of(packed) == unpacking.CROWDED


def test_zip_with_a_password_is_refused():
    packed = bytearray(zipped(("a.csv", TEXT)))
    packed[packed.rfind(b"PK\x01\x02") + 8] |= 1

    assert refusal_of(bytes(packed)) == unpacking.LOCKED


def test_other_packing_is_no_text():
    assert refusal_of(bz2.compress(TEXT * 50 + b"\x00")) in (unpacking.BINARY,)
