"""Makes the small index that tests of search ask, and says what is found in it."""

import shutil
from pathlib import Path

import pytest

from steunpunt.foundation.search import meaning
from steunpunt.foundation.search.documents import PUBLIC, Document, Question
from steunpunt.foundation.search.index import CURRENT

MEMBER = "lid:1"
needs_model = pytest.mark.skipif(not meaning.available(), reason="het model voor betekenis draait hier niet")


def documents():
    return [
        Document(
            "item:a",
            "Startgesprek in de eerste week",
            "Alle werkplekbegeleiders voeren een gesprek met hun student.",
            facets={"sector": ("po", "vo"), "thema": ("begeleiding",)},
        ),
        Document("item:b", "Rooster", "Het rooster van de begeleiders.", facets={"sector": ("vo",)}),
        Document("org:c", "Pabo Zuid", "Een lerarenopleiding.", facets={"sector": ("po",)}),
        Document("item:geheim", "Proeftuin inductie", "Begeleiders oefenen zwemles.", (MEMBER,), {"sector": ("mbo",)}),
    ]


def references(index, text, audience=(PUBLIC,), **more):
    return {hit.reference for hit in index.search(Question(text, audience, **more), with_meaning=False).hits}


def without_folder(folder: Path) -> None:
    shutil.rmtree(folder)


def with_wrong_pointer(folder: Path) -> None:
    (folder / CURRENT).write_text("../../etc")


def of_older_version(folder: Path) -> None:
    """A build with other fields, made by the platform as it was before."""
    [build] = folder.glob("build-*")
    older = build.rename(folder / "build-1-1700000000-abcdef")
    (folder / CURRENT).write_text(older.name)


def with_broken_words(folder: Path) -> None:
    for path in folder.glob("build-*/words/*"):
        _replace(path, b"\0" * 40)


def with_broken_texts(folder: Path) -> None:
    """The list of files is whole, what it names is damaged somewhere."""
    for path in folder.glob("build-*/words/*.store"):
        data = bytearray(path.read_bytes())
        data[: len(data) // 2] = bytes(len(data) // 2)
        _replace(path, bytes(data))


def with_broken_list(folder: Path) -> None:
    for path in folder.glob("build-*/documents.jsonl"):
        path.write_text("{ this is no line\n" * 30)


def without_list(folder: Path) -> None:
    for path in folder.glob("build-*/*.jsonl"):
        path.unlink()


def without_vectors(folder: Path) -> None:
    for path in folder.glob("build-*/vectors.bin"):
        path.unlink()


def _replace(path: Path, data: bytes) -> None:
    """Another file with that name: whoever has the old one open, keeps it."""
    path.unlink()
    path.write_bytes(data)


WRECKS = (
    without_folder,
    with_wrong_pointer,
    of_older_version,
    with_broken_words,
    with_broken_texts,
    with_broken_list,
    without_list,
)
"""All that makes an index unusable."""
