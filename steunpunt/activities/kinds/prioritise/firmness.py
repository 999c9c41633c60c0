"""How firm the order is: what changes without one voter, or in a thousand draws from the same ballots."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .profile import Floats, Ints, Profile, points_per_cell
from .standing import TOP, Firmness, Without

SAMPLES, SEED, CHUNK = 1000, 2014, 50
FEW = 50
"""Up to so many voters we leave each one out; above it we draw samples."""
OUTSIDE = 0.05
"""In nine of ten samples a card stands between the places at 5 and at 95 %."""


def firmness(profile: Profile, labels: Sequence[str], ids: Sequence[str]) -> Firmness:
    """By the number of voters; nothing to say below three."""
    if profile.voters < 3 or not profile.cards:
        return Firmness()
    if profile.voters <= FEW:
        return _leaving_out(profile, labels, ids)
    return _by_draws(profile, ids)


def _leaving_out(profile: Profile, labels: Sequence[str], ids: Sequence[str]) -> Firmness:
    remaining = points_without_each(profile)
    now = top_places(_points(profile)[None, :])[0]
    then = top_places(remaining)
    without = tuple(
        _without(label, remaining[row], then[row], now, ids) for row, label in zip(_each(profile), labels, strict=True)
    )
    return Firmness(
        way="leave_one_out",
        without=without,
        samples=len(without),
        same_first=sum(one.keeps_first for one in without),
        same_order=sum(one.keeps_order for one in without),
    )


def _each(profile: Profile) -> list[int]:
    """The row of every voter."""
    return [int(row) for row in np.repeat(np.arange(len(profile.counts)), profile.counts)]


def _without(label: str, points: Floats, then: Ints, now: Ints, ids: Sequence[str]) -> Without:
    first = [index for index in range(len(ids)) if then[index] == 1]
    fallen = [index for index in range(len(ids)) if now[index] == 1 and then[index] != 1]
    return Without(
        voter=label,
        keeps_order=bool((then == now).all()),
        keeps_first=bool(((then == 1) == (now == 1)).all()),
        first=tuple(ids[index] for index in first),
        points=float(points.max()),
        runner=ids[fallen[0]] if fallen else "",
        runner_points=float(points[fallen[0]]) if fallen else 0.0,
    )


def _by_draws(profile: Profile, ids: Sequence[str]) -> Firmness:
    now = top_places(_points(profile)[None, :])
    drawn = resampled_points(profile)
    then = top_places(drawn)
    places = np.sort(places_in(drawn), axis=0)
    low, high = int(SAMPLES * OUTSIDE), int(SAMPLES * (1 - OUTSIDE)) - 1
    return Firmness(
        way="bootstrap",
        samples=SAMPLES,
        seed=SEED,
        same_first=int(((then == 1) == (now == 1)).all(axis=1).sum()),
        same_order=int((then == now).all(axis=1).sum()),
        same_set=int(((then > 0) == (now > 0)).all(axis=1).sum()),
        between=tuple((one, int(places[low, i]), int(places[high, i])) for i, one in enumerate(ids)),
    )


def _points(profile: Profile) -> Floats:
    return np.round(profile.strength @ points_per_cell(profile), 9)


def points_without_each(profile: Profile) -> Floats:
    """Per row the points of all cards when one of its voters is left out."""
    cells = points_per_cell(profile) * profile.weights[:, None]
    return np.round(profile.counts @ cells - cells, 9)


def resampled_points(profile: Profile, samples: int = SAMPLES, seed: int = SEED) -> Floats:
    """Points of all cards in each draw, with replacement, of as many ballots as there are."""
    rng = np.random.default_rng(seed)
    cells = (points_per_cell(profile) * profile.weights[:, None]).astype(profile.exact)
    sizes = [min(CHUNK, samples - start) for start in range(0, samples, CHUNK)]
    drawn = [_drawn(rng, profile, size).astype(profile.exact) @ cells for size in sizes]
    return np.round(np.concatenate(drawn).astype(float), 6)


def _drawn(rng: np.random.Generator, profile: Profile, samples: int) -> Ints:
    """How often each row is drawn, a line per draw."""
    rows, voters = len(profile.counts), profile.voters
    if voters != rows:
        return rng.multinomial(voters, profile.counts / voters, size=samples)
    picks = rng.integers(0, rows, size=(samples, rows))
    picks += np.arange(samples)[:, None] * rows
    return np.bincount(picks.ravel(), minlength=samples * rows).reshape(samples, rows)


def places_in(points: Floats) -> Ints:
    """Per line the place of each card; equal points share one."""
    ordered = np.sort(points, axis=1)
    cards = points.shape[1]
    lines = zip(ordered, points, strict=True)
    return np.stack([cards - np.searchsorted(line, values, side="right") + 1 for line, values in lines])


def top_places(points: Floats) -> NDArray[np.int64]:
    """Per line the places 1, 2 and 3 and otherwise 0; a card without points has no place."""
    places = places_in(points)
    return np.where((places <= TOP) & (points > 0), places, 0)
