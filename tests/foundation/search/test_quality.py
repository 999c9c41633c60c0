"""The measures, and the table of four."""

from steunpunt.foundation.search import meaning
from steunpunt.foundation.search.quality import (
    TestSet,
    Text,
    compare,
    recall,
    reciprocal_rank,
    score,
)

RIGHT = frozenset({"a", "b"})


def test_recall_is_the_part_of_the_right_answers_that_can_be_there():
    assert recall(["a", "x", "b"], RIGHT, 1) == 1
    assert recall(["x", "a", "y"], RIGHT, 10) == 0.5
    assert recall(["x"], RIGHT, 1) == 0
    assert recall([], RIGHT, 10) == 0


def test_reciprocal_rank_is_of_the_first_right_answer():
    assert reciprocal_rank(["x", "b", "a"], RIGHT) == 0.5
    assert reciprocal_rank(["x"], RIGHT) == 0


def test_a_score_is_the_mean_over_the_questions():
    found = score("proef", [(["a"], RIGHT), (["x", "y", "b"], RIGHT)])

    assert (found.r1, found.r10, round(found.mrr, 3)) == (0.5, 0.5, 0.667)
    assert score("leeg", []).mrr == 0


def test_the_table_has_a_row_per_way_of_searching():
    documents = {
        "a": Text("", "Alle werkplekbegeleiders praten met de student."),
        "b": Text("Soep", "De kantine heeft soep en broodjes voor iedereen."),
    }
    test = TestSet(documents, {"1": "begeleider", "2": "soep"}, {"1": frozenset("a"), "2": frozenset("b")})
    told = []

    scores = {one.name: one for one in compare(test, told.append)}

    assert scores["BM25"].r10 == scores["Snowball"].r10 == 0.5
    assert scores["onze analyse"].r10 == 1
    assert ("onze analyse met betekenis" in scores) is meaning.available()
    assert told
