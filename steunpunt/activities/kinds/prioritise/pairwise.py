"""One against one: who wins from whom, a Condorcet winner and the order of Copeland."""

from dataclasses import dataclass

import numpy as np

from .profile import Floats, Profile


@dataclass(frozen=True, slots=True)
class Contest:
    """The outcome of all duels among the cards of a profile."""

    wins: Floats
    """In cell i, j the weight of those who put i above j, having had both before them."""
    scores: Floats
    """One for each duel won and a half for each that ends equal."""
    winner: int | None
    """The card that wins from every other one."""


def contest(profile: Profile) -> Contest:
    """A chosen card goes before one that was offered and not chosen; a card that was not offered does not take part."""
    wins = _wins(profile)
    margins = np.round(wins - wins.T, 9)
    scores = (margins > 0).sum(axis=1) + ((margins == 0).sum(axis=1) - 1) / 2
    beats_all = [index for index in range(profile.cards) if (margins[index] > 0).sum() == profile.cards - 1]
    return Contest(wins=wins, scores=scores, winner=beats_all[0] if beats_all else None)


def _wins(profile: Profile) -> Floats:
    """A product of matrices per place: those who have i at this place and j below it."""
    places, strength = profile.places, profile.strength.astype(profile.exact)
    wins = np.zeros((profile.cards, profile.cards))
    below = (places >= 0).astype(profile.exact)
    for place in range(1, int(places.max(initial=0)) + 1):
        here = places == place
        below[here] = 0
        wins += (here * strength[:, None]).T @ below
    return wins


def on_the_table(profile: Profile) -> list[int]:
    """The cards that at least half of the voters had before them."""
    offered = profile.counts @ (profile.places >= 0)
    return [index for index in range(profile.cards) if 2 * int(offered[index]) >= profile.voters]
