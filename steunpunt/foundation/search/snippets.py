"""The passage that tells most, with the found words marked."""

from collections.abc import Callable, Collection, Iterator

from .analysis import Token, analyse, forms_in_piece
from .documents import Piece
from .meaning import passages

LONGEST = 280
LOOK_AT = 30_000
"""Of a longer text only the beginning is looked through for words."""


class Marker:
    """Finds the words of one question in texts; every different piece is looked at once, whatever text it stands in.

    A piece is what stands between spaces. Hardly any is met, and cutting at spaces is much quicker than finding words.
    """

    def __init__(self, forms: Collection[str]) -> None:
        self.wanted = frozenset(forms)
        self._seen: set[str] = set()
        self._met: set[str] = set()

    def tokens(self, text: str) -> list[Token]:
        """The words of a text that are met by the question, in order."""
        pieces = set(text.split())
        self._met.update(one for one in pieces - self._seen if not self.wanted.isdisjoint(forms_in_piece(one)))
        self._seen |= pieces
        found = [token for piece in pieces & self._met for token in self._tokens(text, piece)]
        return sorted(found, key=lambda token: token.start)

    def _tokens(self, text: str, piece: str) -> Iterator[Token]:
        for begin in _places(text, piece):
            for token in analyse(piece):
                if not self.wanted.isdisjoint(token.forms.wide):
                    yield Token(begin + token.start, begin + token.end, token.forms)


def _places(text: str, piece: str) -> Iterator[int]:
    """Where a piece begins, wherever it stands between spaces."""
    at = text.find(piece)
    while at >= 0:
        end = at + len(piece)
        if not text[at - 1 : at].strip() and not text[end : end + 1].strip():
            yield at
        at = text.find(piece, end)


def marked(text: str, marker: Marker) -> tuple[Piece, ...]:
    """A whole text in pieces."""
    pieces: list[Piece] = []
    at = 0
    for token in marker.tokens(text):
        pieces += [Piece(text[at : token.start]), Piece(text[token.start : token.end], marked=True)]
        at = token.end
    return tuple(piece for piece in (*pieces, Piece(text[at:])) if piece.text)


def snippet(text: str, marker: Marker, nearest: Callable[[], int] = lambda: -1) -> tuple[Piece, ...]:
    """The passage with most different words of the question; without any, the nearest in meaning, or the first."""
    spans = passages(text)
    if not spans:
        return ()
    tokens = marker.tokens(text[:LOOK_AT])
    begin, end = _best(spans, tokens, marker.wanted) or _at(spans, nearest())
    inside = [token.start - begin for token in tokens if begin <= token.start < end]
    return marked(_short(text[begin:end], inside), marker)


def _at(spans: list[tuple[int, int]], place: int) -> tuple[int, int]:
    return spans[place if 0 <= place < len(spans) else 0]


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
        return " ".join(passage.split())
    first = places[0] if places else 0
    begin = max(0, min(first - LONGEST // 4, len(passage) - LONGEST))
    begin = passage.find(" ", begin) + 1 if begin else 0
    end = begin + LONGEST if begin + LONGEST < len(passage) else len(passage)
    end = passage.rfind(" ", begin, end) if end < len(passage) else end
    kept = " ".join(passage[begin : end if end > begin else begin + LONGEST].split())
    return f"{'… ' if begin else ''}{kept}{' …' if end < len(passage) else ''}"
