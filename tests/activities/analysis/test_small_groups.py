"""What may be shown of small groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunpunt.activities.analysis.small_groups import enough, hides_nobody, may_name, parts_to_show


@pytest.mark.parametrize(
    ("sizes", "total", "shown"),
    [
        ({}, 0, ()),
        ({"po": 4}, 4, ()),
        ({"po": 5}, 5, ("po",)),
        ({"po": 5, "vo": 5}, 10, ("po", "vo")),
        ({"po": 6, "vo": 5, "mbo": 3}, 14, ("po",)),
        ({"po": 6, "vo": 6, "mbo": 3}, 15, ("po",)),
        ({"po": 9, "vo": 3, "mbo": 2}, 14, ("po",)),
        ({"po": 9, "vo": 2, "mbo": 2}, 13, ()),
        ({"po": 9, "vo": 7}, 18, ("po",)),
        ({"po": 9, "vo": 7}, 21, ("po", "vo")),
    ],
)
def test_a_part_is_hidden_when_it_is_small_or_gives_a_small_one_away(sizes, total, shown):
    assert parts_to_show(sizes, total) == shown


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30)), st.integers(0, 20))
def test_those_left_over_are_nobody_or_enough(sizes, without):
    total = sum(sizes.values()) + without
    shown = parts_to_show(sizes, total)

    assert all(enough(sizes[name]) for name in shown)
    assert not shown or hides_nobody(total - sum(sizes[name] for name in shown))


@pytest.mark.parametrize(
    ("cells", "allowed"),
    [([(10, 5)], True), ([(10, 10)], True), ([(10, 6)], False), ([(10, 2), (5, 1)], False), ([], True)],
)
def test_names_stay_away_when_they_give_the_others_away(cells, allowed):
    assert may_name(cells) is allowed
