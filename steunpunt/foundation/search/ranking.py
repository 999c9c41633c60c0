"""One order out of two opinions: what the words say and what the meaning says."""

from collections.abc import Mapping

import numpy as np


def combined(words: Mapping[int, float], meaning: Mapping[int, float]) -> list[tuple[int, float]]:
    """Everything in `words`, best first, by the sum of both scores as z-scores with equal weight.

    `meaning` may lack a few (not learned yet): those count as average in meaning. Without any meaning
    the words decide alone.
    """
    keys = list(words)
    scores = np.array([words[key] for key in keys], np.float64)
    if meaning:
        scores = _z(scores) + _meaning(keys, meaning)
    order = np.argsort(-scores, kind="stable")
    return [(keys[at], float(scores[at])) for at in order]


def _meaning(keys: list[int], meaning: Mapping[int, float]) -> np.ndarray:
    known = np.array([key in meaning for key in keys])
    found = np.zeros(len(keys))
    found[known] = _z(np.array([meaning[key] for key in keys if key in meaning], np.float64))
    return found


def _z(scores: np.ndarray) -> np.ndarray:
    """How far each score lies from the middle, in spreads; all the same says nothing."""
    spread = scores.std() if scores.size else 0.0
    return (scores - scores.mean()) / spread if spread > 1e-9 else np.zeros_like(scores)
