"""What must hold for any ballots: order, names, one more vote, merging and undoing, equal cards."""

from hypothesis import given, settings
from hypothesis import strategies as st

from steunpunt.activities.kind import Contributed
from steunpunt.activities.kinds.prioritise.tally import tally
from tests.factories import ballots as making

CARDS = "ABCDEF"
BALLOT = st.lists(st.sampled_from([*CARDS, "V", "W"]), max_size=5, unique=True).map("".join)
BALLOTS = st.lists(BALLOT, min_size=1, max_size=14)
FEW = settings(max_examples=40, deadline=None)


def _tally(given_in, **more):
    return tally(making.settings(CARDS, 4, **more), given_in)


@given(BALLOTS, st.randoms())
@FEW
def test_order_of_ballots_does_not_matter(ballots, chance):
    given_in = making.groups(ballots, CARDS)
    mixed = list(given_in)
    chance.shuffle(mixed)

    assert _tally(mixed) == _tally(given_in)


@given(BALLOTS, st.permutations(CARDS))
@FEW
def test_names_of_cards_do_not_matter(ballots, other):
    """With the cards called otherwise every figure goes along with its card."""
    names = str.maketrans(CARDS, "".join(other))
    before = _tally(making.groups(ballots, CARDS))
    after = _tally(making.groups([one.translate(names) for one in ballots], CARDS))

    figures = lambda row: (row.place, row.points, row.chosen, row.in_top, row.mean_place, row.cells)  # noqa: E731
    assert {row.card.id.translate(names): figures(row) for row in before.rows} == {
        row.card.id: figures(row) for row in after.rows
    }
    assert before.agreement == after.agreement
    winner = before.duels.winner and before.duels.winner.id.translate(names)
    assert winner == (after.duels.winner and after.duels.winner.id)


@given(BALLOTS, st.sampled_from(CARDS))
@FEW
def test_one_more_ballot_with_a_card_first_never_lowers_it(ballots, card):
    points = lambda standing: {row.card.id: (row.points, -row.place) for row in standing.rows}[card]  # noqa: E731
    before, after = _tally(making.groups(ballots, CARDS)), _tally(making.groups([*ballots, card], CARDS))

    assert points(after)[0] == points(before)[0] + 4
    assert points(after)[1] >= points(before)[1]


@given(BALLOTS, st.dictionaries(st.sampled_from(CARDS), st.sampled_from(CARDS), max_size=4))
@FEW
def test_merging_and_undoing_gives_the_same(ballots, merged):
    given_in = making.groups(ballots, CARDS)
    before = _tally(given_in)
    during = _tally(given_in, merged=merged)

    assert _tally(given_in, merged={}) == before
    total = lambda standing: sum(row.points for row in (*standing.rows, *standing.own))  # noqa: E731
    assert total(during) <= total(before)


@given(BALLOTS)
@FEW
def test_equal_stays_equal(ballots):
    """When each ballot comes with its twin in which A and B are exchanged, they have equal figures."""
    twins = [one.translate(str.maketrans("AB", "BA")) for one in ballots]
    rows = {row.card.id: row for row in _tally(making.groups(ballots + twins, CARDS)).rows}

    assert (rows["A"].place, rows["A"].points, rows["A"].in_top) == (
        rows["B"].place,
        rows["B"].points,
        rows["B"].in_top,
    )


@given(BALLOTS)
@FEW
def test_figures_add_up(ballots):
    standing = _tally(making.groups(ballots, CARDS))

    for row in (*standing.rows, *standing.own):
        assert row.points == sum(many * (4 - place) for place, many in enumerate(row.at_place))
        assert row.chosen == sum(row.at_place) <= row.offered
        assert row.in_top <= row.chosen
    if standing.agreement.w is not None:
        assert -1e-9 <= standing.agreement.w <= 1 + 1e-9
    assert all(0 <= spot.breadth <= 1 and 0 <= spot.height <= 1 for spot in standing.plane)


@given(
    st.lists(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda x: st.lists(x) | st.dictionaries(st.sampled_from(["places", "card", "own", "key", "argument"]), x),
        ),
        max_size=4,
    )
)
@FEW
def test_any_json_is_a_ballot_or_an_empty_one(odd):
    given_in = [Contributed(str(i), {"places": one}, group=f"groep {i}") for i, one in enumerate(odd)]

    assert _tally(given_in).voters == len(odd)
