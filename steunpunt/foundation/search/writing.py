"""Writing in one build of the index, and learning the meaning of what was written."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import tantivy

from . import engine, meaning
from .catalogue import Catalogue, CatalogueWriter, Entry
from .documents import Document
from .finding import Opened

BATCH = 500
SAMPLE = 48
ROWS_AT_ONCE = 16


class Writing:
    """Writes documents in one build; first the list, then the words that refer to it."""

    def __init__(self, folder: Path, known: Catalogue | None, index: tantivy.Index) -> None:
        self._list, self._known, self._index = CatalogueWriter(folder), known, index
        self._is_same = known is not None and known.folder == folder

    def write(self, documents: Iterable[Document]) -> None:
        source = iter(documents)
        with writer_of(self._index) as writer:
            while batch := list(islice(source, BATCH)):
                first = self._list.next_number
                self._list.add(self._lines(batch, first))
                for at, document in enumerate(batch):
                    writer.delete_documents_by_term("reference", document.reference)
                    writer.add_document(engine.row_of(document, first + at))
                self._list.next_number += len(batch)

    def _lines(self, documents: list[Document], first: int) -> list[dict[str, Any]]:
        lines = [self._line(document, first + at) for at, document in enumerate(documents)]
        moved = [line for line in lines if line.get("v", (0, 0))[1]]
        if self._known and moved and not self._is_same:
            learned = self._known.vectors(self._known.entries[line["r"]] for line in moved)
            place = self._list.store(np.concatenate(learned))
            for line, rows in zip(moved, learned, strict=True):
                line["v"] = [place, len(rows)]
                place += len(rows)
        return lines

    def _line(self, document: Document, number: int) -> dict[str, Any]:
        """With where its meaning stands, when that was learned of the same text before."""
        stamp = _stamp(document)
        line = {"n": number, "r": document.reference, "s": stamp, "a": sorted(set(document.audience))}
        known = self._known.entries.get(document.reference) if self._known else None
        if document.words_only:
            line["v"] = [0, 0]
        elif known and known.stamp == stamp and known.first >= 0:
            line["v"] = [known.first, known.count]
        return line

    def take_centre(self) -> None:
        """The middle of all that was learned before."""
        if self._known and self._known.has_meaning():
            self._list.set_centre(self._known.nearness().middle())


class Learning:
    def __init__(self, build: Opened, waiting: list[Entry]) -> None:
        self._build, self._list = build, CatalogueWriter(build.catalogue.folder)
        if waiting and not self._list.has_centre():
            step = max(1, len(waiting) // SAMPLE)
            texts = [text for entry in waiting[::step][:SAMPLE] for text in self._texts(entry)[:1]]
            if texts:
                self._list.set_centre(meaning.of_passages(texts).mean(axis=0))

    def learn(self, entry: Entry) -> None:
        texts = self._texts(entry)
        parts = [meaning.of_passages(texts[at : at + ROWS_AT_ONCE]) for at in range(0, len(texts), ROWS_AT_ONCE)]
        self._list.learn(entry.number, np.concatenate(parts) if parts else np.empty((0, meaning.SIZE), np.float32))

    def _texts(self, entry: Entry) -> list[str]:
        """The title goes before every passage: it says what the passage is about."""
        title, text = engine.stored(self._build.searcher, [entry.number]).get(entry.number, ("", ""))
        spans = meaning.passages(text)[: meaning.MOST_PASSAGES]
        return [f"{title}. {text[begin:end]}" for begin, end in spans] or ([title] if title else [])


@contextmanager
def writer_of(index: tantivy.Index) -> Iterator[tantivy.IndexWriter]:
    """Everything or nothing: what is written shows when all of it was."""
    writer = index.writer(engine.HEAP, 1)
    try:
        yield writer
        writer.commit()
    except BaseException:
        writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()


def _stamp(document: Document) -> str:
    """Whether a text is still the same; nothing for one of which no meaning is learned."""
    if document.words_only:
        return ""
    return hashlib.blake2b(f"{document.title}\0{document.text}".encode(), digest_size=8).hexdigest()
