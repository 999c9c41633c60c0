"""Our winner one against one beside that of an independent library."""

import numpy as np
import schulze_condorcet

from steunpunt.activities.kinds.prioritise.pairwise import contest
from steunpunt.activities.kinds.prioritise.profile import profile_of


def _vote(places):
    """A ballot as that library writes it: what was not chosen stands together at the end."""
    order = [*sorted(set(places.tolist()) - {0}), 0]
    tiers = [[f"c{i}" for i in np.flatnonzero(places == place)] for place in order]
    return ">".join("=".join(tier) for tier in tiers if tier)


def compare(places):
    """A card that wins from every other stands alone on top there; without one, the highest tier is theirs to say."""
    cards = places.shape[1]
    found = contest(profile_of(places, k=cards))
    tiers = schulze_condorcet.schulze_evaluate([_vote(one) for one in places], [f"c{i}" for i in range(cards)]).split(
        ">"
    )
    theirs = tiers[0].split("=")
    if found.winner is not None:
        assert theirs == [f"c{found.winner}"]
    return found.winner
