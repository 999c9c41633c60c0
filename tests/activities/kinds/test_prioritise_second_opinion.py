"""Our winners one against one, next to those of an independent library."""

import numpy as np
import pytest

from tests.activities.comparing import compare


@pytest.mark.parametrize("seed", range(60))
def test_winners_of_random_ballots(seed):
    rng = np.random.default_rng(seed)
    voters, cards = int(rng.integers(1, 30)), int(rng.integers(2, 9))
    length = int(rng.integers(1, cards + 1))
    orders = np.argsort(rng.random((voters, cards)), axis=1)
    places = np.zeros((voters, cards), dtype=np.int16)
    np.put_along_axis(places, orders[:, :length], np.arange(1, length + 1)[None, :], axis=1)
    if seed % 2:
        places[places > 2] = 2

    compare(places)


def test_the_random_ballots_hold_winners():
    """Otherwise the comparison above would say nothing."""
    rng = np.random.default_rng(3)
    winners = [compare(np.argsort(np.argsort(rng.random((9, 5)), axis=1), axis=1) + 1) for _ in range(20)]

    assert sum(winner is not None for winner in winners) > 5
