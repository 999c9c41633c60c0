"""The workshop of 2014: five subgroups, seven services, and the finding about the antennefunctie."""

import pytest

from steunpunt.activities.kinds.prioritise.tally import tally
from tests.factories.ballots import WORKSHOP, groups, settings


@pytest.fixture(scope="module")
def standing():
    return tally(settings(), groups(WORKSHOP))


def _row(standing, key):
    return next(row for row in (*standing.rows, *standing.own) if row.card.id == key)


@pytest.mark.parametrize(
    ("key", "points", "chosen", "in_top", "mean"),
    [("T", 21, 5, 5, 1.8), ("K", 17, 4, 4, 1.75), ("S", 13, 4, 3, 2.75), ("B", 12, 4, 3, 3.0), ("A", 6, 4, 0, 4.5)],
)
def test_figures_of_the_report(standing, key, points, chosen, in_top, mean):
    row = _row(standing, key)

    assert (row.points, row.chosen, row.in_top, row.mean_place) == (points, chosen, in_top, mean)


def test_order_by_points(standing):
    assert [row.card.id for row in standing.rows[:5]] == ["T", "K", "S", "B", "A"]


def test_antennefunctie_is_the_finding(standing):
    sentence = "Antennefunctie is door vier van de vijf groepen gekozen, maar staat bij niemand in de top 3."

    assert standing.findings[0] == sentence
    assert standing.headline == "Antennefunctie: breed gedragen, nooit bovenaan"


def test_kendall_w_is_058(standing):
    assert round(standing.agreement.w, 2) == 0.58
    assert "grotendeels eens over de volgorde (W = 0,58, bij toeval 0,20)" in " ".join(standing.findings)


def test_winner_one_against_one_is_the_winner_by_points(standing):
    assert standing.duels.winner.id == "T"
    assert standing.duels.agrees
    assert "Omgeving transparant maken wint ook één tegen één van elke andere kaart." in standing.findings


def test_order_hangs_on_single_groups(standing):
    changers = [one.voter for one in standing.firmness.without if not one.keeps_order]

    assert changers == ["groep 3", "groep 4", "groep 5"]
    assert (
        "De volgorde hangt aan enkele groepen: zonder groep 3, groep 4 of groep 5 verandert de top 3. Zonder groep 3 "
        "staat Kennisdeling bovenaan, met 17 tegen 16 punten voor Omgeving transparant maken." in standing.findings
    )


def test_write_ins_stand_apart_with_their_origin(standing):
    assert [(row.card.title, row.points, row.by, row.offered) for row in standing.own] == [
        ("Eigen kaart V", 2, ("groep 5",), 1),
        ("Eigen kaart W", 2, ("groep 4",), 1),
    ]
    assert standing.own[0].cells == (None, None, None, None, 4)
    assert "Nieuw, van groep 5: Eigen kaart V (2 punten); anderen konden dit niet kiezen." in standing.findings
    assert all(card.title[:5] != "Eigen" for card in standing.duels.among)


def test_sums_can_be_checked_by_hand(standing):
    explained = dict(standing.explanations)

    assert _row(standing, "T").sum == "4 + 5 + 5 + 3 + 4 = 21"
    assert "Omgeving transparant maken: 4 + 5 + 5 + 3 + 4 = 21." in explained["Punten"]
    assert "(2×1 + 2×2 + 1×3) : 5 = 1,80" in explained["Hoe hoog"]
    for row in standing.rows:
        if row.chosen:
            assert row.points == pytest.approx(row.chosen * (6 - row.mean_place))


def test_plane_puts_the_antennefunctie_wide_and_low(standing):
    spots = {spot.card.id: spot for spot in standing.plane}

    assert (spots["A"].breadth, spots["A"].height, spots["A"].kind) == (0.8, 0.125, "wide_low")
    assert spots["T"].breadth == 1
    assert "G" not in spots
