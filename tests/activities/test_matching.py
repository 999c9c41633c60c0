from random import Random

from hypothesis import given
from hypothesis import strategies as st

from steunpunt.activities.matching import by_lot, how_many_groups, mixed

PEOPLE = st.integers(min_value=0, max_value=80)
GROUPS = st.integers(min_value=1, max_value=12)
ORIGINS = st.lists(st.tuples(st.sampled_from("pvmh"), st.sampled_from("abcde")), max_size=60)


@given(PEOPLE, GROUPS, st.integers())
def test_by_lot_everybody_sits_once_and_sizes_differ_by_one_at_most(people, groups, seed):
    dealt = by_lot(range(people), groups, Random(seed))

    assert sorted(one for group in dealt for one in group) == list(range(people))
    assert len(dealt) == groups
    assert max(map(len, dealt)) - min(map(len, dealt)) <= 1


@given(ORIGINS, GROUPS, st.integers())
def test_mixed_everybody_sits_once_and_sizes_differ_by_one_at_most(origins, groups, seed):
    origin = dict(enumerate(origins))

    dealt = mixed(list(origin), origin, groups, Random(seed))

    assert sorted(one for group in dealt for one in group) == list(origin)
    assert max(map(len, dealt)) - min(map(len, dealt)) <= 1


@given(ORIGINS, GROUPS, st.integers())
def test_mixed_spreads_each_sector_and_each_house_within_it(origins, groups, seed):
    origin = dict(enumerate(origins))

    dealt = mixed(list(origin), origin, groups, Random(seed))

    for sector in {sector for sector, _ in origins}:
        counts = [sum(origin[one][0] == sector for one in group) for group in dealt]
        assert max(counts) - min(counts) <= 1
    for pair in set(origins):
        counts = [sum(origin[one] == pair for one in group) for group in dealt]
        assert max(counts) - min(counts) <= 1


def test_lot_differs_from_one_round_to_the_next():
    assert by_lot(range(20), 5, Random(1)) != by_lot(range(20), 5, Random(2))


def test_pairs_leave_nobody_alone():
    assert [how_many_groups(people, 2) for people in (0, 1, 2, 5, 7)] == [1, 1, 1, 2, 3]
