"""Small cases that were reckoned by hand: points, equal places, the third state, merging, weights, second opinion."""

import pytest

from steunpunt.activities.kind import Contributed
from steunpunt.activities.kinds.prioritise.ballots import ERASED, own_key, table_of
from steunpunt.activities.kinds.prioritise.points import shared_places
from steunpunt.activities.kinds.prioritise.tally import tally
from tests.factories.ballots import content, groups, persons, settings


def _standing(ballots, cards="ABCD", k=3, **more):
    return tally(settings(cards, k, **more), groups(ballots, cards))


def _places(standing):
    return {row.card.id: (row.place, row.points) for row in standing.rows}


CASES = [
    # ballots, k, place and points of each card
    (["AB", "BA"], 2, {"A": (1, 3), "B": (1, 3), "C": (3, 0), "D": (3, 0)}),
    (["ABC", "ABC", "A"], 3, {"A": (1, 9), "B": (2, 4), "C": (3, 2), "D": (4, 0)}),
    (["ABC", "ACB"], 3, {"A": (1, 6), "B": (2, 3), "C": (2, 3), "D": (4, 0)}),
    (["A", "B", "C", "D"], 1, {"A": (1, 1), "B": (1, 1), "C": (1, 1), "D": (1, 1)}),
    (["ABCD", "DCBA"], 2, {"A": (1, 2), "B": (3, 1), "C": (3, 1), "D": (1, 2)}),
    ([""], 3, {"A": (1, 0), "B": (1, 0), "C": (1, 0), "D": (1, 0)}),
]


@pytest.mark.parametrize(("ballots", "k", "expected"), CASES)
def test_points_and_places(ballots, k, expected):
    assert _places(_standing(ballots, k=k)) == expected


def test_equal_points_skip_the_next_place():
    assert shared_places([9, 5, 5, 1]) == [1, 2, 2, 4]


def test_nothing_yet():
    standing = tally(settings(), [])

    assert standing.findings == ("Er is nog niets ingebracht.",)
    assert [row.points for row in standing.rows] == [0] * 7
    assert (standing.plane, standing.own, standing.explanations) == ((), (), ())


def test_nothing_chosen():
    assert _standing(["", ""]).findings == ("Er is nog niets gekozen.",)


def test_no_cards_on_the_table_at_all():
    standing = tally(settings("", 3), groups(["W", "V"], ""))

    assert standing.rows == ()
    assert len(standing.own) == 2


def test_one_voter():
    standing = _standing(["AB"])

    assert standing.agreement.w is None
    assert standing.firmness.way == ""
    assert standing.findings[0] == "A staat bovenaan met 3 punten, gekozen door de enige groep."


def test_shared_first_place_is_said():
    assert _standing(["AB", "BA"], k=2).findings[0] == "A en B delen de eerste plaats, met elk 3 punten."


def test_few_but_fierce():
    standing = _standing(["DABC", "DBAC", "ABC", "BAC", "CBA", "CAB"], k=4)

    assert "D is alleen door twee van de zes groepen gekozen, en staat daar steeds in de top 3." in standing.findings


def test_patterns_need_places_below_the_top():
    """With at most three places everything that is chosen stands in the top 3."""
    standing = _standing(["DAB", "ABC", "ABC", "ABC", "ABC"], k=3)

    assert {spot.kind for spot in standing.plane} == {""}


def test_percentages_from_twenty_voters_on():
    standing = tally(settings("ABCD", 2), persons(["AB"] * 15 + ["BC"] * 5, "ABCD"))

    assert "gekozen door 75% van de deelnemers (15 van 20)" in standing.findings[0]


def test_counts_and_no_percentages_below_twenty():
    standing = tally(settings("ABCD", 2), persons(["AB"] * 14 + ["BC"] * 5, "ABCD"))

    assert "%" not in " ".join(standing.findings)


def test_winner_one_against_one_that_points_pass_over():
    """Three put A first and B second, two B first; C first keeps A below: A wins all duels, B has the points."""
    standing = _standing(["ABC", "ABC", "ABC", "BCD", "BCD"], k=3)

    assert _places(standing)["B"] == (1, 12)
    assert (standing.duels.winner.id, standing.duels.agrees) == ("A", False)
    assert "Let op: B staat op punten bovenaan, maar één tegen één wint A van elke andere kaart." in standing.findings


def test_circle_has_no_winner():
    standing = _standing(["ABC", "BCA", "CAB"], cards="ABC")

    assert standing.duels.winner is None
    assert standing.duels.agrees
    assert [score for _, _, score in standing.duels.order] == [1, 1, 1]
    assert "Geen kaart wint één tegen één van alle andere." in standing.findings


def test_half_of_the_voters_is_enough_for_the_duels():
    standing = _standing(["AW", "BW", "CA", "AC"])

    assert own_key("Eigen kaart W") in {card.id for card in standing.duels.among}
    assert own_key("Eigen kaart W") not in {row.card.id for row in standing.rows}


def test_write_in_of_one_group_stays_out_of_the_duels():
    assert {card.id for card in _standing(["AW", "B", "C"]).duels.among} == set("ABCD")


def test_same_words_are_the_same_write_in():
    given = [
        Contributed("1", {"places": [{"own": "Proeftuinen in de regio"}]}, group="groep 1"),
        Contributed("2", {"places": [{"card": "A"}, {"own": " proeftuinen  IN de regio"}]}, group="groep 2"),
    ]
    standing = tally(settings("AB", 3), given)

    assert [(row.card.title, row.points, row.by) for row in standing.own] == [
        ("Proeftuinen in de regio", 5, ("groep 1", "groep 2"))
    ]


def test_merging_a_write_in_into_a_card():
    w = own_key("Eigen kaart W")
    standing = _standing(["WA", "AB"], merged={w: "B"})

    assert _places(standing)["B"] == (1, 5)
    assert standing.own == ()
    assert next(row for row in standing.rows if row.card.id == "B").merged == ("Eigen kaart W",)


def test_of_two_merged_cards_on_one_ballot_the_best_place_counts():
    """The other cards keep the place they had on the poster."""
    standing = _standing(["ABC"], merged={"B": "A"})

    assert _places(standing) == {"A": (1, 3), "C": (2, 1), "D": (3, 0)}


def test_merging_goes_on_through_a_chain():
    v, w = own_key("Eigen kaart V"), own_key("Eigen kaart W")

    assert _places(_standing(["V", "W"], merged={v: w, w: "D"}))["D"] == (1, 6)


@pytest.mark.parametrize("merged", [{"A": "B", "B": "A"}, {"A": "A"}, {"A": "weg"}, {"weg": "A"}])
def test_merging_that_leads_nowhere_changes_nothing(merged):
    assert _places(_standing(["ABC"], merged=merged)) == _places(_standing(["ABC"]))


def test_undoing_a_merge_gives_the_same_standing():
    assert _standing(["ABW", "BA"], merged={}) == _standing(["ABW", "BA"])


def test_people_count_only_when_asked():
    given = groups(["A", "B"], "AB", people=[2, 5])

    assert _places(tally(settings("AB", 2), given)) == {"A": (1, 2), "B": (1, 2)}
    weighed = tally(settings("AB", 2, weighted=True), given)
    assert _places(weighed) == {"B": (1, 10), "A": (2, 4)}
    assert "Punten zijn gewogen naar het aantal mensen per groep (7 mensen in totaal)." in weighed.findings


def test_a_lower_k_cuts_what_stands_below():
    assert _places(_standing(["ABCD"], k=2)) == {"A": (1, 2), "B": (2, 1), "C": (3, 0), "D": (3, 0)}


def test_a_card_twice_counts_once():
    assert _places(_standing(["AAB"]))["A"] == (1, 3)


@pytest.mark.parametrize("odd", [{}, {"places": None}, {"places": ["x", 3]}, {"places": [{"card": "verdwenen"}]}])
def test_odd_contents_are_empty_ballots(odd):
    standing = tally(settings("AB", 2), [Contributed("1", odd, group="groep 1")])

    assert [row.points for row in standing.rows] == [0, 0]
    assert standing.own == ()


def test_erased_words_keep_their_count():
    key = own_key("Iets met een naam erin")
    standing = tally(settings("AB", 2), [Contributed("1", {"places": [{"own": "", "key": key}]}, group="groep 1")])

    assert [(row.card.id, row.card.title, row.points) for row in standing.own] == [(key, ERASED, 2)]


def test_groups_stand_in_the_order_of_their_numbers():
    ballots = table_of(settings("AB", 2), list(reversed(groups(["A"] * 11, "AB"))))

    assert [one.group for one in ballots.voters] == [f"groep {number}" for number in range(1, 12)]


def test_people_in_groups_are_voters_of_their_own():
    given = [Contributed(str(number), content("A", "AB"), group="groep 1") for number in range(3)]

    assert tally(settings("AB", 2), given).unit == "deelnemer"


def test_poster_shows_the_own_words_after_merging():
    given = [Contributed("1", {"places": [{"own": "Proeftuin", "argument": "omdat"}]}, group="groep 1")]
    standing = tally(settings("AB", 2, merged={own_key("Proeftuin"): "A"}), given)

    assert standing.ballots[0].lines == ((1, "Proeftuin", "omdat", True),)
