"""The passage that tells most, with the found words marked."""

import re
from collections.abc import Collection

from .analysis import WORD, Forms, Token, word_forms
from .documents import Piece
from .meaning import passages

LONGEST = 280
LOOK_AT = 30_000
"""Of a longer text only the beginning is looked through for words."""
GAP = re.compile(r"\s+")


class Marker:
    """Finds the words of one question in texts; every different word is looked at once, whatever text it stands in."""

    def __init__(self, forms: Collection[str]) -> None:
        self.wanted = frozenset(forms)
        self._seen: set[str] = set()
        self._met: dict[str, Forms] = {}

    def tokens(self, text: str) -> list[Token]:
        """The words of a text that are met by the question, in order."""
        words = set(WORD.findall(text))
        for word in words - self._seen:
            known = word_forms(word)
            if known and not self.wanted.isdisjoint(known.wide):
                self._met[word] = known
        self._seen |= words
        met = self._met
        if words.isdisjoint(met):
            return []
        return [Token(*one.span(), met[one[0]]) for one in WORD.finditer(text) if one[0] in met]


def marked(text: str, marker: Marker) -> tuple[Piece, ...]:
    """A whole text in pieces."""
    pieces: list[Piece] = []
    at = 0
    for token in marker.tokens(text):
        pieces += [Piece(text[at : token.start]), Piece(text[token.start : token.end], marked=True)]
        at = token.end
    return tuple(piece for piece in (*pieces, Piece(text[at:])) if piece.text)


def snippet(text: str, marker: Marker, nearest: int = -1) -> tuple[Piece, ...]:
    """The passage with most different words of the question; without any, the nearest in meaning, or the first."""
    spans = passages(text)
    if not spans:
        return ()
    tokens = marker.tokens(text[:LOOK_AT])
    begin, end = _best(spans, tokens, marker.wanted) or spans[nearest if 0 <= nearest < len(spans) else 0]
    inside = [token.start - begin for token in tokens if begin <= token.start < end]
    return marked(_short(text[begin:end], inside), marker)


def _best(spans: list[tuple[int, int]], tokens: list[Token], forms: Collection[str]) -> tuple[int, int] | None:
    scores: list[set[str]] = [set() for _ in spans]
    place = 0
    for token in tokens:
        while place < len(spans) - 1 and spans[place][1] <= token.start:
            place += 1
        scores[place].update(form for form in token.forms.wide if form in forms)
    best = max(range(len(spans)), key=lambda at: (len(scores[at]), -at))
    return spans[best] if scores[best] else None


def _short(passage: str, places: list[int]) -> str:
    """Cut between words around the first found word, with dots where something was left out."""
    if len(passage) <= LONGEST:
        return GAP.sub(" ", passage).strip()
    first = places[0] if places else 0
    begin = max(0, min(first - LONGEST // 4, len(passage) - LONGEST))
    begin = passage.find(" ", begin) + 1 if begin else 0
    end = begin + LONGEST if begin + LONGEST < len(passage) else len(passage)
    end = passage.rfind(" ", begin, end) if end < len(passage) else end
    kept = GAP.sub(" ", passage[begin : end if end > begin else begin + LONGEST]).strip()
    return f"{'… ' if begin else ''}{kept}{' …' if end < len(passage) else ''}"
