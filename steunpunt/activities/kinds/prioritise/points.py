"""Points, how many chose a card, how high, and equal places that stay equal."""

from dataclasses import dataclass

import numpy as np

from .profile import Floats, Ints, Profile, points_per_cell
from .standing import TOP


@dataclass(frozen=True, slots=True)
class Totals:
    """Per card the sums over all ballots."""

    points: Floats
    chosen: Ints
    offered: Ints
    in_top: Ints
    place_sum: Ints
    at_place: Ints
    """A row per card, a column per place."""


def totals(profile: Profile) -> Totals:
    """Points count the weight of a voter; who chose and how high count voters."""
    places, counts = profile.places, profile.counts
    points = profile.strength @ points_per_cell(profile)
    at_place = np.stack(
        [counts @ (places == place) for place in range(1, profile.k + 1)] or [np.zeros(profile.cards, dtype=np.int64)],
        axis=1,
    ).astype(np.int64)
    steps = np.arange(1, at_place.shape[1] + 1)
    return Totals(
        points=np.round(points, 9),
        chosen=at_place.sum(axis=1),
        offered=(counts @ (places >= 0)).astype(np.int64),
        in_top=at_place[:, :TOP].sum(axis=1),
        place_sum=at_place @ steps,
        at_place=at_place,
    )


def shared_places(values: "Floats | list[float]") -> list[int]:
    """The highest value is 1; equal values share a place and the next one skips: 1, 2, 2, 4."""
    numbers = np.asarray(values, dtype=float)
    return [1 + int((numbers > value + 1e-9).sum()) for value in numbers]


def best_first(values: "Floats | list[float]") -> list[int]:
    """Indices from high to low; equal ones keep the order in which the cards lie on the table."""
    return [int(index) for index in np.argsort(-np.asarray(values, dtype=float), kind="stable")]
