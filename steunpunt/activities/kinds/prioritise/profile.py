"""Ballots as arrays: a cell is the place, 0 when the card was offered and not chosen, -1 when it was not offered."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Ties = Literal["mean", "best", "worst"]

EXACT = 2**24
"""Whole numbers up to here fit in the smaller kind."""
NOT_CHOSEN, NOT_OFFERED = 0, -1


@dataclass(frozen=True, slots=True)
class Profile:
    """Places of all cards on all ballots; equal places within a ballot share the best of them."""

    places: NDArray[np.int16]
    k: int
    counts: Ints
    """How many voters handed in exactly this ballot."""
    weights: Floats
    """What one voter of this ballot counts for."""
    ties: Ties = "mean"
    tied: bool = True
    """Whether a ballot may hold equal places; without them much less has to be counted."""

    @property
    def cards(self) -> int:
        return int(self.places.shape[1])

    @property
    def voters(self) -> int:
        return int(self.counts.sum())

    @property
    def strength(self) -> Floats:
        """What a row counts for in all: its voters times their weight."""
        return self.counts * self.weights

    @property
    def exact(self) -> type[np.floating[Any]]:
        """The smaller kind of number where it still holds every sum of whole points exactly."""
        whole = not self.tied and bool((self.weights == np.floor(self.weights)).all())
        return np.float32 if whole and self.k * float(self.strength.sum()) < EXACT else np.float64

    def only(self, columns: "Ints | list[int]") -> "Profile":
        """The same ballots with these cards alone; places stay as they are."""
        return Profile(self.places[:, columns], self.k, self.counts, self.weights, self.ties, self.tied)


def profile_of(
    places: "NDArray[np.int16]",
    k: int,
    *,
    counts: Ints | None = None,
    weights: Floats | None = None,
    ties: Ties = "mean",
    tied: bool = True,
) -> Profile:
    """A profile in which every ballot counts once unless said otherwise; what stands below k was not chosen."""
    places = np.where(places > k, NOT_CHOSEN, places).astype(np.int16)
    rows = places.shape[0]
    counts = np.ones(rows, dtype=np.int64) if counts is None else counts
    weights = np.ones(rows) if weights is None else weights
    return Profile(places, k, counts, weights, ties, tied)


def points_per_cell(profile: Profile) -> Floats:
    """k for the first place down to 1 for place k; the points of shared places by the chosen way."""
    places, k = profile.places, profile.k
    best = np.where(places > 0, k + 1 - places, 0).astype(float)
    if not profile.tied or profile.ties == "best":
        return best
    shared = sharers(profile)
    last = np.where(places > 0, k + 2 - places - shared, 0).astype(float)
    if profile.ties == "worst":
        return np.maximum(last, 0)
    inside = np.maximum(last, 1)
    return np.where(places > 0, (best + inside) * (best - inside + 1) / 2 / np.maximum(shared, 1), 0.0)


def sharers(profile: Profile) -> Ints:
    """In each cell: how many cards of the ballot stand at the same place."""
    places = profile.places
    shared = np.zeros(places.shape, dtype=np.int64)
    for place in range(1, int(places.max(initial=0)) + 1):
        here = places == place
        shared += here * here.sum(axis=1, keepdims=True)
    return shared
