"""From text to words as search knows them: folded, in dictionary form, and compounds in parts too.

Texts and questions go through the same code, so that they meet.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from .splitting import LONGEST_WORD, REMEMBERED, WORDS, fold, lemma, parts, verb_of

HIDDEN = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphens and spaces without width; they may stand inside a word."""
WORD = re.compile(rf"[^\W_][^\W_{HIDDEN}\u0300-\u036f]*(?:['’‐‑{HIDDEN}\u0300-\u036f-]+[^\W_]+)*[\u0300-\u036f]*")
UNSEEN = str.maketrans({**dict.fromkeys(HIDDEN), "’": "'", "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Forms:
    """How a word may be met: `whole` is what it is itself, `wide` also what it consists of or comes from."""

    whole: str
    wide: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A word in a text, with its place."""

    start: int
    end: int
    forms: Forms


def analyse(text: str) -> list[Token]:
    """The words of a text that say something, in order."""
    return list(_tokens(text))


def forms(text: str) -> list[str]:
    """All forms of all words of a text, as often as they stand there."""
    return list(chain.from_iterable(token.forms.wide for token in _tokens(text)))


@lru_cache(maxsize=REMEMBERED // 4)
def forms_in_piece(piece: str) -> tuple[str, ...]:
    """All forms of what stands between two spaces: a word and its full stop, a bracket and a word, two with a slash."""
    return tuple(forms(piece))


def whole_forms(text: str) -> list[str]:
    """Of every word the one form that it has as a whole."""
    return [token.forms.whole for token in _tokens(text)]


def _tokens(text: str) -> Iterator[Token]:
    for found in WORD.finditer(text):
        known = word_forms(found[0])
        if known is not None:
            yield Token(found.start(), found.end(), known)


@cache
def stop_words() -> frozenset[str]:
    lines = (WORDS / "stopwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=REMEMBERED)
def word_forms(word: str) -> Forms | None:
    """The forms of one word as it was written; None for what says nothing."""
    lower = unicodedata.normalize("NFC", word.translate(UNSEEN)).lower()[:LONGEST_WORD]
    if fold(lower) in stop_words() or (len(lower) == 1 and not lower.isdigit()):
        return None
    joined = lower.replace("-", "")
    whole = fold(lemma(joined)).replace("'", "")
    pieces = [piece for piece in lower.split("-") if piece] if "-" in lower else []
    found = [
        whole,
        fold(joined).replace("'", ""),
        *map(fold, _within(joined)),
        *chain.from_iterable(map(_piece, pieces)),
    ]
    return Forms(whole, tuple(dict.fromkeys(found)))


def _within(word: str) -> Iterator[str]:
    """Parts of a compound, and the verbs in what ends in -ing."""
    base = lemma(word)
    inner = parts(base) or parts(word)
    yield from inner
    for one in (base, *inner[-1:]):
        if verb := verb_of(one):
            yield verb


def _piece(piece: str) -> list[str]:
    """What stands between hyphens is a word of its own."""
    known = word_forms(piece)
    return list(known.wide) if known else []
