"""How alike two texts are, and which of some lines fits a text best, by the pieces of three to five characters that they share."""

import re
from collections import Counter
from collections.abc import Hashable, Mapping
from math import log, sqrt
from typing import TypeVar

from .analysis import stop_words

Key = TypeVar("Key", bound=Hashable)
SHORTEST, NEARLY = 4, 0.45
"""From this likeness on words are written alike: begeleiders and begeleiden have 0.74, werkplekbegeleider 0.49."""
LENGTHS = (3, 4, 5)
NO_LETTER = re.compile(r"[^\w]+")


def grams(text: str) -> Counter[str]:
    """The pieces of a text, words apart, each as often as it stands there."""
    found: Counter[str] = Counter()
    for word in NO_LETTER.split(text.lower()):
        padded = f" {word} "
        for length in LENGTHS:
            found.update(padded[at : at + length] for at in range(len(padded) - length + 1))
    return found


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two counts: 0 for nothing in common, 1 for the same pieces in the same measure."""
    if not one or not other:
        return 0.0
    small, large = sorted((one, other), key=len)
    shared = sum(count * large[piece] for piece, count in small.items() if piece in large)
    return shared / (sqrt(_square(one)) * sqrt(_square(other)))


def similar(text: str, candidates: Mapping[Key, str]) -> list[tuple[Key, float]]:
    """Every candidate with its likeness to the text, most alike first."""
    asked = grams(text)
    scores = [(key, likeness(asked, grams(candidate))) for key, candidate in candidates.items()]
    return sorted(scores, key=lambda pair: -pair[1])


def fitting(text: str, lines: Mapping[Key, str]) -> list[tuple[Key, float]]:
    """Every line with how well it fits the text, best first; a piece counts for more as fewer lines have it."""
    pieces = {key: grams(line) for key, line in lines.items()}
    spread = Counter(piece for counts in pieces.values() for piece in counts)
    weight = {piece: 1 + log((len(lines) + 1) / (count + 1)) for piece, count in spread.items()}

    def weighed(counts: Counter[str]) -> dict[str, float]:
        return {piece: count * weight[piece] for piece, count in counts.items() if piece in weight}

    asked = weighed(grams(text))
    scores = [(key, likeness(asked, weighed(counts))) for key, counts in pieces.items()]
    return sorted(scores, key=lambda pair: -pair[1])


def reasons(text: str, line: str) -> list[str]:
    """The words of a text, each once, that a word of the line is written like; short words say too little."""
    near = [grams(word) for word in _telling(line)]
    return [word for word in dict.fromkeys(_telling(text)) if _is_near(grams(word), near)]


def _telling(text: str) -> list[str]:
    words = NO_LETTER.split(text.lower())
    return [word for word in words if len(word) >= SHORTEST and word not in stop_words()]


def _is_near(pieces: Counter[str], others: list[Counter[str]]) -> bool:
    return any(likeness(pieces, one) >= NEARLY for one in others if not pieces.keys().isdisjoint(one))


def _square(counts: Mapping[str, float]) -> float:
    return sum(count * count for count in counts.values())
