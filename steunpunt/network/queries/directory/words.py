"""Finding by words: accents, apostrophes and case do not matter, and small typing mistakes are forgiven."""

import re
import unicodedata
from functools import cached_property, lru_cache

SAME = (("s gravenhage", "den haag"), ("s hertogenbosch", "den bosch"), ("gravenhage", "den haag"))
NOT_A_WORD = re.compile(r"[^a-z0-9]+")
LIKENESS = 0.4
"""Share of pairs of letters that two words must have in common to count as the same word mistyped."""
MOST_GUESSES = 3


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Lower case, without accents and punctuation, single spaces."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return NOT_A_WORD.sub(" ", "".join(letter for letter in bare if not unicodedata.combining(letter))).strip()


def haystack(*texts: str) -> str:
    """What a row is found by; both names of The Hague and 's-Hertogenbosch are in it when one is."""
    found = plain.__wrapped__(" | ".join(texts))
    more = [other for pair in SAME for word, other in (pair, pair[::-1]) if word in found and other not in found]
    return " ".join([found, *more])


class Finder:
    """Finds rows by words; a set of rows is a whole number with a bit per row."""

    def __init__(self, haystacks: list[str]) -> None:
        self.haystacks = haystacks
        self._known: dict[str, int] = {}

    def find(self, text: str) -> tuple[int, dict[str, list[str]]]:
        """The rows with all words, and what was read for words that stand nowhere."""
        found, guesses = (1 << len(self.haystacks)) - 1, {}
        for term in plain(text).split():
            rows = self._with(term)
            if not rows:
                guesses[term] = self._alike(term)
                for guess in guesses[term]:
                    rows |= self._with(guess)
            found &= rows
        return found, guesses

    def _with(self, term: str) -> int:
        if term not in self._known:
            if len(self._known) > 2000:
                self._known.clear()
            bits = "".join("1" if term in text else "0" for text in reversed(self.haystacks))
            self._known[term] = int(bits or "0", 2)
        return self._known[term]

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        words = {word for text in self.haystacks for word in text.split() if len(word) > 3 and not _is_code(word)}
        return {word: _pairs(word) for word in words}

    def _alike(self, term: str) -> list[str]:
        """The known words that look most like a word that is not known; a code that is like another is another."""
        if len(term) < 4 or _is_code(term):
            return []
        asked = _pairs(term)
        scored = []
        for word, pairs in self._words.items():
            shared = len(asked & pairs)
            likeness = shared / (len(asked) + len(pairs) - shared)
            if likeness >= LIKENESS:
                scored.append((-likeness, word))
        best = sorted(scored)[:MOST_GUESSES]
        return [word for score, word in best if score <= best[0][0] * 0.8]


def _is_code(word: str) -> bool:
    """A BRIN, site code, board number or postcode: a word with a digit in it."""
    return any(letter.isdigit() for letter in word)


def _pairs(word: str) -> frozenset[str]:
    padded = f" {word} "
    return frozenset(padded[start : start + 2] for start in range(len(padded) - 1))
