"""Which of many short texts may say nearly the same, by the pieces of characters that they share."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import log, sqrt

from steunpunt.foundation.search.duplicates import grams

ALIKE = 0.5
"""Of 38 wishes, labelled by one author, the twelve pairs score 0.56 and more, all other pairs at most 0.46."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Texts that may say the same as the first one; a person decides."""

    keys: tuple[str, ...]
    score: float
    """Of the one that is least like the first."""


def proposals(texts: Mapping[str, str], alike: float = ALIKE) -> list[Proposal]:
    """Groups around their first text, the most alike first. Each text is compared with first ones only.

    Joining everything that is like anything chains: of a hundred wishes it would make one heap.
    """
    vectors = _weighed({key: grams(text) for key, text in texts.items()})
    groups: dict[str, list[tuple[str, float]]] = {}
    firsts: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for key in sorted(vectors, key=lambda key: (-len(texts[key]), texts[key], key)):
        first, score = _nearest(vectors[key], firsts)
        if first and score >= alike:
            groups[first].append((key, score))
        else:
            groups[key] = []
            for piece, weight in vectors[key].items():
                firsts[piece].append((key, weight))
    found = [
        Proposal((first, *(key for key, _s in rest)), min(s for _k, s in rest))
        for first, rest in groups.items()
        if rest
    ]
    return sorted(found, key=lambda one: (-one.score, one.keys))


def _nearest(vector: Mapping[str, float], firsts: Mapping[str, list[tuple[str, float]]]) -> tuple[str, float]:
    scores: Counter[str] = Counter()
    for piece, weight in vector.items():
        for key, other in firsts.get(piece, ()):
            scores[key] += weight * other  # type: ignore[assignment]
    return max(
        ((key, float(score)) for key, score in scores.items()), key=lambda pair: (pair[1], pair[0]), default=("", 0.0)
    )


def _weighed(counts: Mapping[str, Counter[str]]) -> dict[str, dict[str, float]]:
    """Each text as weights of length one; a piece counts for more as fewer texts have it."""
    spread = Counter(piece for pieces in counts.values() for piece in pieces)
    weight = {piece: 1 + log((len(counts) + 1) / (count + 1)) for piece, count in spread.items()}
    found = {}
    for key, pieces in counts.items():
        raw = {piece: (1 + log(count)) * weight[piece] for piece, count in pieces.items()}
        length = sqrt(sum(value * value for value in raw.values()))
        found[key] = {piece: value / length for piece, value in raw.items()} if length else {}
    return found
