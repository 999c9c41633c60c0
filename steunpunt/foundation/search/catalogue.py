"""What stands beside the words of one build of the index: a growing list of documents, and their vectors.

Three files that only grow: `documents.jsonl` (a line per written document, per removed one, and per document whose
meaning was learned), `vectors.bin` and `bits.bin` (a row per passage). A line is written after what it points to, so
that whatever a killed writer leaves half is never looked at. Many processes read, one writes.
"""

import json
import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .meaning import SIZE, Vectors
from .nearness import BIT_BYTES, BITS, CENTRE, VECTORS, Nearness, rows_of, signs

DOCUMENTS = "documents.jsonl"
VECTOR_BYTES = SIZE * 2


@dataclass(slots=True)
class Entry:
    """A document as it was written last."""

    number: int
    reference: str
    stamp: str
    audience: tuple[str, ...]
    first: int = -1
    count: int = 0


class Catalogue:
    """The documents of one build, as far as their list has been read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.entries: dict[str, Entry] = {}
        self.by_number: list[Entry] = []
        self._read_until = 0
        self._near: Nearness | None = None
        self._is_stale = True
        self._lock = threading.RLock()

    def refresh(self) -> bool:
        """Read what was added since the last time; whether there was anything."""
        with self._lock:
            whole = self._added()
            for line in json.loads(b"[" + whole.rstrip(b"\n").replace(b"\n", b",") + b"]"):
                self._take(line)
            self._read_until += len(whole)
            self._is_stale |= bool(whole)
            return bool(whole)

    def _added(self) -> bytes:
        """The whole lines that were added; half a line is read when the rest is there."""
        path = self.folder / DOCUMENTS
        if path.stat().st_size <= self._read_until:
            return b""
        with path.open("rb") as file:
            file.seek(self._read_until)
            added = file.read()
        return added[: added.rfind(b"\n") + 1]

    def _take(self, line: dict[str, Any]) -> None:
        if "r" in line:
            entry = Entry(line["n"], line["r"], line["s"], tuple(line["a"]), *line.get("v", (-1, 0)))
            self.entries[entry.reference] = entry
            self.by_number.append(entry)
        elif "v" in line:
            self.by_number[line["n"]].first, self.by_number[line["n"]].count = line["v"]
        else:
            self.entries.pop(line["g"], None)

    def waiting(self) -> list[Entry]:
        """Documents whose meaning was not learned yet, the newest first."""
        with self._lock:
            return [entry for entry in reversed(self.by_number) if entry.first < 0 and self._is_live(entry)]

    def sample(self, most: int) -> list[int]:
        """Numbers of so many documents, evenly spread."""
        with self._lock:
            live = list(self.entries.values())
        return [entry.number for entry in live[:: max(1, len(live) // most)]][:most]

    def is_whole(self) -> bool:
        """Whether all vectors that the list speaks of are there."""
        with self._lock:
            rows = max((entry.first + entry.count for entry in self.entries.values() if entry.count), default=0)
        files = ((VECTORS, VECTOR_BYTES), (BITS, BIT_BYTES))
        return not rows or (
            (self.folder / CENTRE).exists()
            and all((self.folder / name).stat().st_size >= rows * width for name, width in files)
        )

    def references(self, kind: str) -> list[str]:
        with self._lock:
            return [reference for reference in self.entries if reference.partition(":")[0] == kind]

    def _is_live(self, entry: Entry) -> bool:
        return self.entries.get(entry.reference) is entry

    def vectors(self, entries: Iterable[Entry]) -> list[Vectors]:
        """What was learned of these documents, from the file itself: nearness may lag behind while the list grows."""
        rows = rows_of(self.folder / VECTORS, np.float16, SIZE)
        return [np.asarray(rows[one.first : one.first + one.count], np.float32) for one in entries]

    def has_meaning(self) -> bool:
        return self.nearness().numbers.size > 0

    def nearness(self) -> Nearness:
        """Everything needed to compare a question with all passages.

        Making it anew takes half a second with 100,000 documents; while the list grows that happens now and then. A
        passage of before is harmless: whether its document may be found is asked of the words, every time.
        """
        with self._lock:
            if self._near is None or (self._is_stale and self._near.is_worn()):
                self._near = Nearness(self.folder, [entry for entry in self.entries.values() if entry.count])
                self._is_stale = False
            return self._near


class CatalogueWriter:
    """Adds to the files of one build; one at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.next_number = _cut_to_lines(folder / DOCUMENTS)

    def add(self, lines: Iterable[dict[str, Any]]) -> None:
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        _append(self.folder / DOCUMENTS, text.encode())

    def learn(self, number: int, vectors: Vectors) -> None:
        self.add([{"n": number, "v": [self.store(vectors), len(vectors)]}])

    def store(self, vectors: Vectors) -> int:
        """Add rows; gives the number of the first."""
        centre = self._centre(vectors)
        bits, first = self.folder / BITS, _cut_to_rows(self.folder / VECTORS, VECTOR_BYTES)
        first = min(first, _cut_to_rows(bits, BIT_BYTES))
        os.truncate(self.folder / VECTORS, first * VECTOR_BYTES)
        os.truncate(bits, first * BIT_BYTES)
        _append(bits, signs(vectors, centre).tobytes())
        _append(self.folder / VECTORS, vectors.astype(np.float16).tobytes())
        return first

    def _centre(self, vectors: Vectors) -> Vectors:
        """The middle of what was learned first; a new build takes it from all that is known then."""
        path = self.folder / CENTRE
        if not path.exists():
            self.set_centre(vectors.mean(axis=0))
        return np.fromfile(path, np.float32)

    def has_centre(self) -> bool:
        return (self.folder / CENTRE).exists()

    def set_centre(self, centre: Vectors) -> None:
        fresh = self.folder / f"new-{CENTRE}"
        centre.astype(np.float32).tofile(fresh)
        fresh.replace(self.folder / CENTRE)


def _append(path: Path, data: bytes) -> None:
    with path.open("ab") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _cut_to_lines(path: Path) -> int:
    """Remove half a line that a killed writer left; gives how many documents were written."""
    path.touch()
    data = path.read_bytes()
    os.truncate(path, data.rfind(b"\n") + 1)
    return data[: data.rfind(b"\n") + 1].count(b'"r":')


def _cut_to_rows(path: Path, width: int) -> int:
    path.touch()
    rows = path.stat().st_size // width
    os.truncate(path, rows * width)
    return rows
