"""The cosines of passages with a question."""

import numpy as np

from steunpunt.foundation.search.nearness import cosines


def test_cosines_are_those_of_the_same_numbers_written_long():
    chance = np.random.default_rng(3)
    vector = chance.standard_normal(384).astype(np.float32)
    halves = (chance.standard_normal((50, 384)) / 20).astype(np.float16)
    halves[0] *= np.float16(1e-3)  # so small that a short number has hardly any fraction left

    assert np.array_equal(cosines(halves, vector), halves.astype(np.float32) @ vector)


def test_every_short_number_is_read_as_it_is():
    every = np.arange(1 << 16, dtype=np.uint16).view(np.float16)
    halves = every[np.isfinite(every)].reshape(-1, 1)

    assert np.array_equal(cosines(halves, np.ones(1, np.float32)), halves.astype(np.float32)[:, 0])
