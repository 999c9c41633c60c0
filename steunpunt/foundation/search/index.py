"""The index in its folder: many processes read it, one writes, and it can always be made again.

`current` names the folder of the build that answers; a rebuild makes another one beside it and then changes the
name, in one step. Whatever is wrong with the files, the asker hears `IndexUnavailable`.
"""

import os
import secrets
import shutil
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from . import engine, meaning
from .catalogue import Catalogue, CatalogueWriter
from .documents import Answer, Document, Question
from .finding import Opened, answer
from .helping import mended, suggestions
from .writing import Learning, Writing, writer_of

CURRENT, PREFIX, WORDS = "current", "build-3-", "words"
"""The figure in the prefix goes up when the fields change: an older build is then as good as none."""
SAMPLE = 20


class IndexUnavailable(Exception):  # noqa: N818 -- a state of the house, not a fault of the asker
    """There is no index, or it cannot be read."""


@contextmanager
def _or_unavailable() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, LookupError, RuntimeError) as trouble:
        raise IndexUnavailable(str(trouble)) from trouble
    except BaseException as trouble:
        if type(trouble).__name__ != "PanicException":
            raise
        raise IndexUnavailable(str(trouble)) from trouble


def _answered(build: Opened, question: Question, with_meaning: bool) -> Answer:
    """Words answer alone when the vectors cannot be read; the next look at the index has them made again."""
    try:
        return answer(build, question, with_meaning=with_meaning)
    except (OSError, ValueError, LookupError):
        if not with_meaning:
            raise
        return answer(build, question, with_meaning=False)


class Index:
    """The one way in; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(folder)
        self._build: Opened | None = None
        self._state: tuple[Any, ...] = ()
        self._lock = threading.Lock()

    # Asking

    def search(self, question: Question, *, with_meaning: bool = True) -> Answer:
        with _or_unavailable():
            build = self._opened()
            return mended(build, question, _answered(build, question, with_meaning))

    def suggest(self, prefix: str, audience: Iterable[str], limit: int = 8) -> list[str]:
        """How what somebody types may go on: titles and words of documents that this reader may find."""
        with _or_unavailable():
            return suggestions(self._opened(), prefix, tuple(audience), limit)

    def is_ready(self) -> bool:
        """Whether it can be asked; a sample is read, because a damaged file shows only where it is read."""
        try:
            with _or_unavailable():
                build = self._opened()
                engine.stored(build.searcher, list(build.catalogue.sample(SAMPLE)))
                return build.catalogue.is_whole()
        except IndexUnavailable:
            return False

    def count(self) -> int:
        with _or_unavailable():
            return int(self._opened().searcher.num_docs)

    def without_meaning(self) -> int:
        """Documents of which only the words are known so far."""
        with _or_unavailable():
            return len(self._opened().catalogue.waiting())

    def references(self, kind: str) -> list[str]:
        with _or_unavailable():
            return sorted(self._opened().catalogue.references(kind))

    def _opened(self) -> Opened:
        """The build that answers now; opened again after a change by whatever process."""
        with self._lock:
            folder = self._current()
            changed = (folder / WORDS / "meta.json").stat().st_mtime_ns
            if self._build is None or self._state[0] != folder:
                index = engine.opened(folder / WORDS)
                self._build, self._state = Opened(index, index.searcher(), Catalogue(folder)), ()
            # The list before the words: what the words know stands in the list already.
            if self._state != (folder, changed):
                self._build.index.reload()
                searcher, self._state = self._build.index.searcher(), (folder, changed)
                self._build = Opened(self._build.index, searcher, self._build.catalogue)
            self._build.catalogue.refresh()
            return self._build

    def _current(self) -> Path:
        name = (self.folder / CURRENT).read_text(encoding="utf-8").strip()
        if not name.startswith(PREFIX):
            raise FileNotFoundError(name)
        return self.folder / name

    # Writing, by one process at a time

    def write(self, documents: Iterable[Document]) -> None:
        """Add documents, or put them in the place of what they were."""
        with _or_unavailable():
            build = self._opened()
            folder = build.catalogue.folder
            Writing(folder, build.catalogue, build.index).write(documents)

    def remove(self, references: Iterable[str]) -> None:
        with _or_unavailable():
            build, gone = self._opened(), list(references)
            # The words before the list: a writer that is killed in between is asked again and finds both.
            with writer_of(build.index) as writer:
                for text in gone:
                    writer.delete_documents_by_term("reference", text)
            known = [{"g": text} for text in gone if text in build.catalogue.entries]
            CatalogueWriter(build.catalogue.folder).add(known)

    def rebuild(self, documents: Iterable[Document]) -> None:
        """Make everything anew beside the old; meaning that was learned of the same text is taken along."""
        self.folder.mkdir(parents=True, exist_ok=True)
        old = self._old_catalogue()
        fresh = self.folder / f"{PREFIX}{time.time_ns()}-{secrets.token_hex(3)}"
        try:
            index = engine.opened(fresh / WORDS)
            writing = Writing(fresh, old, index)
            writing.take_centre()
            writing.write(documents)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        self._point_to(fresh)

    def _old_catalogue(self) -> Catalogue | None:
        try:
            return self._opened().catalogue if self.is_ready() else None
        except (OSError, ValueError, LookupError):
            return None

    def _point_to(self, fresh: Path) -> None:
        previous = (self.folder / CURRENT).read_text(encoding="utf-8") if (self.folder / CURRENT).exists() else ""
        pointer = self.folder / f"new-{CURRENT}"
        with pointer.open("w", encoding="utf-8") as file:
            file.write(fresh.name)
            file.flush()
            os.fsync(file.fileno())
        pointer.replace(self.folder / CURRENT)
        for other in self.folder.glob("build-*"):
            if other.name not in {fresh.name, previous}:
                shutil.rmtree(other, ignore_errors=True)

    def learn(self, seconds: float) -> bool:
        """Work for so long on the meaning of what was written; whether there is more to do."""
        if not meaning.available():
            return False
        with _or_unavailable():
            build, until = self._opened(), time.monotonic() + seconds
            waiting = build.catalogue.waiting()
            learning = Learning(build, waiting)
            while waiting and time.monotonic() < until:
                learning.learn(waiting.pop(0))
            return bool(waiting)
