"""Kilometres as the crow flies."""

import pytest

from steunpunt.network.queries.directory.distance import kilometres

UTRECHT, AMSTERDAM, GRONINGEN = (52.0907, 5.1214), (52.3676, 4.9041), (53.2194, 6.5665)


@pytest.mark.parametrize(
    ("one", "other", "km"), [(UTRECHT, AMSTERDAM, 34), (AMSTERDAM, GRONINGEN, 147), (UTRECHT, UTRECHT, 0)]
)
def test_kilometres(one, other, km):
    assert round(kilometres(one, other)) == km
