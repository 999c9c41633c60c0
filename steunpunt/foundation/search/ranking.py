"""One order out of two opinions: what the words say and what the meaning says."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

NOTHING: Mapping[int, float] = MappingProxyType({})


def combined(
    words: Mapping[int, float], meaning: Mapping[int, float], held: Mapping[int, float] = NOTHING
) -> list[tuple[int, float]]:
    """Everything in `words`, best first, by the sum of both scores as z-scores with equal weight.

    `held` says of what has words only (a school) which part of the question it holds. What lacks in both was not
    learned yet: it counts as average in meaning. Without any meaning the words decide alone.
    """
    keys = list(words)
    scores = np.array([words[key] for key in keys], np.float64)
    if meaning:
        scores = _z(scores, _weights(keys, held)) + _meaning(words, meaning, held)
    order = np.argsort(-scores, kind="stable")
    return [(keys[at], float(scores[at])) for at in order]


def _meaning(words: Mapping[int, float], meaning: Mapping[int, float], held: Mapping[int, float]) -> np.ndarray:
    known = _z(np.array(list(meaning.values()), np.float64))
    found = dict(zip(meaning, known.tolist(), strict=True)) | _named(words, np.sort(known)[::-1], held)
    return np.array([found.get(key, 0.0) for key in words])


def _named(words: Mapping[int, float], known: np.ndarray, held: Mapping[int, float]) -> dict[int, float]:
    """What a name counts for in meaning, so that both sorts meet evenly.

    The one that holds the whole question counts as the nearest of what has a meaning, the next one as the next: a
    school is found by its name, and a hundred with the same word leave room for a text. What holds a part of the
    question lies by so much between that and the furthest.
    """
    order = sorted(held, key=lambda key: -words[key])
    nearest = known[np.minimum(np.arange(len(order)), known.size - 1)]
    return {key: float(known[-1] + held[key] * (near - known[-1])) for key, near in zip(order, nearest, strict=True)}


def _weights(keys: list[int], held: Mapping[int, float]) -> np.ndarray | None:
    """Names and texts weigh the same in what is average, however many there are of each."""
    if not 0 < len(held) < len(keys):
        return None
    return np.array([1 / len(held) if key in held else 1 / (len(keys) - len(held)) for key in keys])


def _z(scores: np.ndarray, weights: np.ndarray | None = None) -> np.ndarray:
    """How far each score lies from the middle, in spreads; all the same says nothing."""
    if not scores.size:
        return scores
    off = scores - np.average(scores, weights=weights)
    spread = float(np.sqrt(np.average(off**2, weights=weights)))
    return off / spread if spread > 1e-9 else np.zeros_like(scores)
