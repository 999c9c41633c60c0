"""Agreement, duels, ties within a ballot and firmness against values from elsewhere."""

import numpy as np
import pytest

from steunpunt.activities.kinds.prioritise.agreement import kendall_w, mean_ranks
from steunpunt.activities.kinds.prioritise.firmness import FEW, places_in, resampled_points
from steunpunt.activities.kinds.prioritise.numbers import capital, decimal, listed, share, with_points
from steunpunt.activities.kinds.prioritise.pairwise import contest
from steunpunt.activities.kinds.prioritise.points import totals
from steunpunt.activities.kinds.prioritise.profile import points_per_cell, profile_of
from steunpunt.activities.kinds.prioritise.tally import tally
from tests.factories.ballots import persons, settings


def _profile(rows, k=9, **more):
    return profile_of(np.array(rows), k, **more)


@pytest.mark.parametrize(
    ("rows", "w"),
    [
        ([[1, 2, 3], [1, 2, 3], [1, 2, 3]], 1.0),
        ([[1, 2, 3], [3, 2, 1]], 0.0),
        # Sums 4, 5 and 9; S = 14; 12 x 14 / (9 x 24).
        ([[1, 2, 3], [1, 2, 3], [2, 1, 3]], 12 * 14 / 216),
        # With ties: sums 2, 5 and 5; S = 6; T = 6 each: 72 / (4 x 24 - 2 x 12).
        ([[1, 0, 0], [1, 0, 0]], 1.0),
        # Ranks 1 2.5 2.5 and 2.5 1 2.5; S = 1.5; 18 / (96 - 24).
        ([[1, 0, 0], [0, 1, 0]], 18 / 72),
    ],
)
def test_kendall_w_on_known_values(rows, w):
    assert kendall_w(_profile(rows)) == pytest.approx(w)


def test_kendall_w_is_none_when_nobody_orders():
    assert kendall_w(_profile([[0, 0, 0], [0, 0, 0]])) is None


def test_unchosen_cards_share_the_mean_of_the_rest():
    ranks, ties = mean_ranks(_profile([[2, 0, 1, 0], [1, 1, 0, 3]]))

    assert ranks.tolist() == [[2, 3.5, 1, 3.5], [1.5, 1.5, 4, 3]]
    assert ties.tolist() == [6, 6]


def test_kendall_w_equals_the_mean_likeness_of_pairs():
    """Without ties W and the mean correlation of the ranks of two voters say the same."""
    rng = np.random.default_rng(5)
    rows = np.stack([rng.permutation(8) + 1 for _ in range(6)])
    pairs = [np.corrcoef(rows[i], rows[j])[0, 1] for i in range(6) for j in range(i)]

    assert kendall_w(_profile(rows)) == pytest.approx((np.mean(pairs) * 5 + 1) / 6)


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        ("mean", [[4, 2.5, 2.5, 1], [3, 3, 3, 0]]),
        ("best", [[4, 3, 3, 1], [4, 4, 4, 0]]),
        ("worst", [[4, 2, 2, 1], [2, 2, 2, 0]]),
    ],
)
def test_points_for_equal_places_within_a_ballot(ties, expected):
    profile = _profile([[1, 2, 2, 4], [1, 1, 1, 0]], k=4, ties=ties)

    assert points_per_cell(profile).tolist() == expected


def test_equal_places_across_the_cut_share_what_is_left():
    profile = _profile([[1, 2, 2, 2]], k=3)

    assert points_per_cell(profile).tolist() == [[3, 1, 1, 1]]


def test_a_card_that_was_not_offered_loses_no_duel():
    found = contest(_profile([[1, -1], [0, 1], [0, -1]]))

    assert found.wins.tolist() == [[0, 0], [1, 0]]


def test_equal_ballots_may_be_counted_at_once():
    counted = totals(_profile([[1, 2], [2, 1]], counts=np.array([3, 1])))
    written_out = totals(_profile([[1, 2]] * 3 + [[2, 1]]))

    assert counted.points.tolist() == written_out.points.tolist()
    assert counted.at_place.tolist() == written_out.at_place.tolist()


def test_draws_are_the_same_every_time():
    profile = _profile([[1, 2, 0], [2, 0, 1], [0, 1, 2]] * 30, k=3)

    assert (resampled_points(profile) == resampled_points(profile)).all()
    assert resampled_points(profile).sum(axis=1).tolist() == [90 * 5] * 1000


def test_draws_of_counted_ballots_hold_as_many_voters():
    profile = _profile([[1, 2], [2, 1]], k=2, counts=np.array([60, 30]))

    assert set(resampled_points(profile).sum(axis=1)) == {90 * 3}


def test_places_in_lines():
    assert places_in(np.array([[5.0, 7, 5, 1]])).tolist() == [[2, 1, 2, 4]]


def test_above_fifty_voters_draws_take_the_place_of_leaving_out():
    few = tally(settings("ABC", 2), persons(["AB"] * FEW, "ABC"))
    many = tally(settings("ABC", 2), persons(["AB"] * (FEW + 1), "ABC"))

    assert (few.firmness.way, many.firmness.way) == ("leave_one_out", "bootstrap")
    assert many.firmness.same_order == 1000
    assert few.firmness.same_order == FEW
    assert "De top 3 is stevig: ook zonder één deelnemer, welke ook, blijft de volgorde gelijk." in few.findings


def test_close_race_is_not_firm():
    standing = tally(settings("ABC", 1), persons(["A"] * 31 + ["B"] * 30, "ABC"))

    assert 300 < standing.firmness.same_first < 700
    assert any("hangt mede af van wie er toevallig waren" in text for text in standing.findings)


def test_draws_agree_with_what_chance_says():
    """Sixty against forty: the sum of 100 draws stays above fifty in about 97 of 100 cases."""
    standing = tally(settings("AB", 1), persons(["A"] * 60 + ["B"] * 40, "AB"))

    assert 955 <= standing.firmness.same_first <= 990


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (with_points(12345), "12.345"),
        (with_points(2.5), "2,5"),
        (decimal(1.75, 2), "1,75"),
        (listed(["a", "b", "c"]), "a, b en c"),
        (share(2, 2, "groep"), "beide groepen"),
        (share(0, 5, "groep"), "geen van de vijf groepen"),
        (capital("één kaart"), "Eén kaart"),
    ],
)
def test_numbers_in_dutch(made, text):
    assert made == text
