"""How alike two texts are, by the pieces of three to five characters that they share (see algorithms in the docs)."""

import re
from collections import Counter
from collections.abc import Hashable, Mapping
from math import sqrt
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
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


def likeness(one: Counter[str], other: Counter[str]) -> float:
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


def _square(counts: Counter[str]) -> int:
    return sum(count * count for count in counts.values())
