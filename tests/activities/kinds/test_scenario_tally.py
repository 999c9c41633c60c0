"""The sum of scenarios: positions from five up, nothing to be found by subtraction, and what is asked."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steunpunt.activities.analysis.small_groups import FEWEST
from steunpunt.activities.kind import Contributed
from steunpunt.activities.kinds.scenario.cards import NONE, PARTNERS, SCENARIOS
from steunpunt.activities.kinds.scenario.tally import tally

SETTINGS = {"scenarios": [*SCENARIOS], "partners": [*PARTNERS]}


def voices(*pairs, asks=()):
    return [
        Contributed(f"v{number}", {"now": now, "wanted": wanted, "asks": [*asks], "partners": {}})
        for number, (now, wanted) in enumerate(pairs)
    ]


def counted(standing):
    return {one.id: (one.now and one.now.count, one.wanted and one.wanted.count) for one in standing.positions}


def test_now_and_wanted_as_a_matrix():
    standing = tally(SETTINGS, voices(*[("a", "c")] * 6, *[("a", "a")] * 2, *[("c", "c")] * 5))

    assert counted(standing) == {"a": (8, 2), "c": (5, 11)}
    assert [(row.now, row.counts) for row in standing.rows] == [("a", (2, 6)), ("c", (0, 5))]
    assert standing.moving == 6
    assert not standing.hides_rows


@pytest.mark.parametrize("count", range(5))
def test_fewer_than_five_show_nothing_but_their_number(count):
    standing = tally(SETTINGS, voices(*[("a", "c")] * count))

    assert (standing.count, standing.is_shown, standing.moving, standing.rows) == (count, False, None, ())
    assert counted(standing) == {"a": (None, None), "c": (None, None)}


@pytest.mark.parametrize(("second", "rows"), [(0, ["a"]), (4, []), (5, ["a", "c"])])
def test_a_small_row_is_hidden_with_the_one_that_gives_it_away(second, rows):
    standing = tally(SETTINGS, voices(*[("a", "c")] * 6, *[("c", "c")] * second))

    assert [row.now for row in standing.rows] == rows


def test_an_empty_record_is_not_offered_and_half_a_position_does_not_count():
    standing = tally(SETTINGS, voices(("b", "c"), ("a", "b"), ("a", None), (None, None)))

    assert [one.id for one in standing.positions] == ["a", "c"]
    assert (standing.count, standing.answered) == (4, 0)


def test_that_none_fits_stands_there_when_somebody_says_so():
    assert counted(tally(SETTINGS, voices(*[(NONE, "c")] * 5))) == {"a": (0, 0), "c": (0, 5), NONE: (5, 0)}


def test_an_earlier_session_is_compared_in_parts_of_a_hundred_from_five_up():
    earlier = {"title": "mei", "now": {"a": 6, "c": 2}, "wanted": {"a": 1, "c": 2}}
    first = tally({**SETTINGS, "earlier": earlier}, voices(*[("a", "c")] * 5)).positions[0]

    assert (first.earlier_now.percent, first.earlier_wanted) == (75, None)


def test_what_it_asks_stands_with_its_scenario_only_where_enough_want_it():
    many = voices(*[("a", "c")] * 6, asks=["Open houding"])
    few = [Contributed(f"w{number}", {"now": "a", "wanted": "a", "asks": ["Tijd.", "tijd"]}) for number in range(2)]

    alone = tally(SETTINGS, many).asks
    together = tally(SETTINGS, [*many, *few]).asks

    assert [(group.wanted, [(ask.text, ask.voters) for ask in group.asks]) for group in alone] == [
        ("c", [("Open houding", 6)])
    ]
    assert [group.wanted for group in together] == [""]
    assert [(ask.text, ask.voters) for ask in together[0].asks] == [("Open houding", 6), ("Tijd.", 2)]


def test_goals_and_interests_stand_with_their_partner():
    said = {"p1": {"goal": "Blijven leren", "interest": ""}, "p9": {"goal": "Van wie?", "interest": ""}}
    standing = tally(SETTINGS, [Contributed("v1", {"partners": said})])

    assert [(one.title, one.goals, one.interests) for one in standing.said] == [("School", ("Blijven leren",), ())]


CHOICE = st.sampled_from(["a", "c", NONE, "b", None])
VOICES = st.lists(st.tuples(CHOICE, CHOICE), max_size=30).map(lambda pairs: voices(*pairs))


@given(VOICES.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_order_does_not_matter(pair):
    assert tally(SETTINGS, pair[0]) == tally(SETTINGS, pair[1])


@settings(max_examples=300)
@given(VOICES)
def test_what_a_small_group_wants_cannot_be_found_by_adding_and_subtracting(rows):
    """Known of a scenario: how many it fits now. Not to be found: what fewer than five of them want."""
    standing = tally(SETTINGS, rows)
    now = {one.id: one.now.count for one in standing.positions if one.now}
    cells = [set(now)] if standing.is_shown else []
    cells += [{row.now} for row in standing.rows]
    for signs in product((-1, 0, 1), repeat=len(cells)):
        sums = {own: sum(sign * (own in cell) for sign, cell in zip(signs, cells, strict=True)) for own in now}
        if set(sums.values()) <= {0, 1}:
            found = sum(now[own] for own, there in sums.items() if there)
            assert found in {0, *range(FEWEST, 99)}
