"""The measures, the reading of test sets, and the table of four."""

import json

import pytest

from steunpunt.foundation.search import meaning
from steunpunt.foundation.search.quality import (
    BadInput,
    TestSet,
    Text,
    compare,
    read_set,
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


def _files(tmp_path, docs, queries, qrels):
    paths = [tmp_path / name for name in ("docs.jsonl", "queries.jsonl", "qrels.tsv")]
    for path, lines in zip(paths, (docs, queries, qrels), strict=True):
        path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    return paths


DOCS = [{"id": "d1", "title": "Rooster", "text": "Over tijden."}, {"id": 2, "text": "Over geld."}]
QUERIES = [{"id": "q1", "text": "tijden"}]


@pytest.mark.parametrize(
    "qrels",
    [
        ["q1\td1"],
        ["query-id\tcorpus-id\tscore", "q1\td1\t1", "q1\t2\t0"],
        ["q1 0 d1 1", "q1 0 2 0"],
        ["q1\t0\td1\t2\r", ""],
        ["\ufeffq1\td1"],
    ],
)
def test_answers_are_read_in_the_usual_forms(tmp_path, qrels):
    test = read_set(*_files(tmp_path, DOCS, QUERIES, qrels))

    assert test.answers == {"q1": frozenset({"d1"})}
    assert test.documents == {"d1": Text("Rooster", "Over tijden."), "2": Text("", "Over geld.")}


@pytest.mark.parametrize(
    ("docs", "queries", "qrels", "said"),
    [
        (['{"id": "d1"'], QUERIES, ["q1\td1"], "docs.jsonl, regel 1: dit is geen JSON."),
        ([*DOCS, {"id": "d3"}], QUERIES, ["q1\td1"], "docs.jsonl, regel 3: hier horen id en text in te staan."),
        ([*DOCS, "[]"], QUERIES, ["q1\td1"], "docs.jsonl, regel 3: hier horen id en text in te staan."),
        ([*DOCS, DOCS[0]], QUERIES, ["q1\td1"], "docs.jsonl, regel 3: “d1” komt twee keer voor."),
        (DOCS, QUERIES, ["q1\td9"], "qrels.tsv, regel 1: document “d9” staat niet in docs.jsonl."),
        (DOCS, QUERIES, ["q1\td1", "q9\td1"], "qrels.tsv, regel 2: vraag “q9” staat niet in queries.jsonl."),
        (DOCS, QUERIES, ["q1"], "qrels.tsv, regel 1: hier horen een vraag en een document"),
        (DOCS, QUERIES, ["q1\td1\tja"], "qrels.tsv, regel 1: “ja” is geen getal."),
        (DOCS, QUERIES, ["q1\td1\t0"], "qrels.tsv: geen enkele vraag met een goed antwoord."),
    ],
)
def test_wrong_input_is_told_with_its_line(tmp_path, docs, queries, qrels, said):
    with pytest.raises(BadInput) as wrong:
        read_set(*_files(tmp_path, docs, queries, qrels))

    assert said in str(wrong.value)


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path):
    docs, queries, qrels = _files(tmp_path, DOCS, QUERIES, ["q1\td1"])
    with pytest.raises(BadInput, match="dit bestand is er niet"):
        read_set(tmp_path / "weg.jsonl", queries, qrels)
    docs.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInput, match="niet te lezen"):
        read_set(docs, queries, qrels)
    with pytest.raises(BadInput, match="niet te lezen"):
        read_set(tmp_path, queries, qrels)


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
