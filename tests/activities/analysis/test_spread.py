"""How numbers on a scale lie."""

from statistics import mean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunpunt.activities.analysis.spread import rounded, spread_of

MARKS = st.lists(st.integers(1, 10), min_size=1, max_size=40)


def test_of_nothing_there_is_no_spread():
    assert spread_of([], 10) is None


@given(MARKS)
def test_mean_and_median_are_those_of_everybody(marks):
    spread = spread_of(marks, 10)

    assert spread is not None
    assert spread.mean == pytest.approx(mean(marks))
    assert spread.median == median(marks)
    assert spread.total == len(marks)
    assert dict(spread.bars) == {mark: marks.count(mark) for mark in range(1, 11)}


@given(MARKS.flatmap(lambda marks: st.tuples(st.just(marks), st.permutations(marks))))
def test_order_does_not_matter(pair):
    assert spread_of(pair[0], 10) == spread_of(pair[1], 10)


@pytest.mark.parametrize(("number", "shown"), [(7.25, 7.3), (7.24, 7.2), (0.05, 0.1), (-0.25, -0.2), (1.15, 1.2)])
def test_a_half_goes_up(number, shown):
    assert rounded(number) == shown
