"""Kendall's W with correction for ties: how alike the orders are, also when most cards were not chosen."""

import numpy as np

from .profile import Floats, Profile
from .standing import Agreement


def agreement(profile: Profile) -> Agreement:
    """Only among cards that everybody had before them; what was not chosen shares the mean of the rest places."""
    common = [int(index) for index in np.flatnonzero((profile.places >= 0).all(axis=0))]
    voters, cards = profile.voters, len(common)
    if voters < 2 or cards < 2:
        return Agreement(cards=cards)
    w = kendall_w(profile.only(common))
    if w is None:
        return Agreement(cards=cards)
    # With weights the number of voices is what counts as the number of judges.
    chance = 1 / _judges(profile)
    likeness = (w - chance) / (1 - chance) if chance < 1 else None
    return Agreement(
        w=round(w, 6),
        by_chance=round(chance, 6),
        likeness=None if likeness is None else round(likeness, 6),
        cards=cards,
    )


def _judges(profile: Profile) -> float:
    """The number of voters, or with unequal weights the number of equal voters that would vary as much."""
    strength = profile.counts * profile.weights
    return float(strength.sum() ** 2 / (profile.counts * profile.weights**2).sum())


def kendall_w(profile: Profile) -> float | None:
    """W = 12 S / (m² (n³ - n) - m T); None when nobody orders anything."""
    ranks, ties = mean_ranks(profile)
    strength = profile.strength
    voices, cards = float(strength.sum()), profile.cards
    sums = strength @ ranks
    spread = float(((sums - sums.mean()) ** 2).sum())
    room = voices**2 * (cards**3 - cards) - voices * float(strength @ ties)
    return 12 * spread / room if room > 1e-9 else None


def mean_ranks(profile: Profile) -> tuple[Floats, Floats]:
    """Ranks from 1 in each ballot with shared ones averaged, and per ballot the sum of t³ - t over its ties."""
    places = profile.places
    ranks = np.zeros(places.shape)
    before = np.zeros(places.shape[0])
    ties = np.zeros(places.shape[0])
    for place in [*range(1, int(places.max(initial=0)) + 1), 0]:
        here = places == place
        size = here.sum(axis=1).astype(float)
        ranks += here * (before + (size + 1) / 2)[:, None]
        before += size
        ties += size**3 - size
    return ranks, ties
