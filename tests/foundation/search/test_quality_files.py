"""Reading test sets as people make them: on Windows, for other programs, with and without what may be left out."""

import json

import pytest

from steunpunt.foundation.search.quality import Text, compare
from steunpunt.foundation.search.quality_files import BadInput, read_set


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
        ["question\tdocument", "", "q1\td1"],
        ["q1\td1\t", "q1\t2\t0\t"],
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
        (
            ['{"id": " ", "text": "leeg"}'],
            QUERIES,
            ["q1\td1"],
            "docs.jsonl, regel 1: hier horen id en text in te staan.",
        ),
        (
            ['{"id": true, "text": "ja"}'],
            QUERIES,
            ["q1\td1"],
            "docs.jsonl, regel 1: hier horen id en text in te staan.",
        ),
        ([], QUERIES, ["q1\td1"], "docs.jsonl: dit bestand is leeg."),
        (DOCS, [{"id": "q1", "text": None}], ["q1\td1"], "queries.jsonl, regel 1: hier horen id en text in te staan."),
        (["[", *DOCS], QUERIES, ["q1\td1"], "Elke regel is een los object met id en text."),
        (DOCS, QUERIES, ["query,document", "q1,d1"], "qrels.tsv, regel 1: hier horen een vraag en een document"),
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


def test_files_from_windows_with_empty_lines_are_read(tmp_path):
    docs, queries, qrels = _files(tmp_path, DOCS, QUERIES, ["q1\td1"])
    for path in (docs, queries, qrels):
        path.write_bytes(b"\xef\xbb\xbf\r\n" + path.read_bytes().replace(b"\n", b"\r\n \r\n") + b"\r\n\r\n")

    test = read_set(docs, queries, qrels)

    assert (test.questions, test.answers) == ({"q1": "tijden"}, {"q1": frozenset({"d1"})})
    assert list(test.documents) == ["d1", "2"]


def test_a_question_may_have_many_answers_and_a_file_the_names_of_other_programs(tmp_path):
    docs = [{"_id": f" d{number} ", "title": None, "text": "Over tijden."} for number in range(3)]
    files = _files(tmp_path, docs, [{"_id": "query", "text": "tijden"}], ["query\td0", "query\td2", "query\td0"])

    test = read_set(*files)

    assert test.answers == {"query": frozenset({"d0", "d2"})}
    assert test.documents["d1"] == Text("", "Over tijden.")


def test_a_wrong_line_is_counted_with_the_empty_ones(tmp_path):
    files = _files(tmp_path, DOCS, QUERIES, ["query\tdocument", "", "", "q1\td1", "", "q1\tweg"])

    with pytest.raises(BadInput, match="regel 6: document “weg”"):
        read_set(*files)


def test_strange_texts_and_empty_questions_can_be_measured(tmp_path):
    docs = [
        '{"id": "d1", "text": "tijden \\ud800 \\u0000 en meer"}',
        {"id": "d2", "text": ""},
        {"id": "d3", "title": "Soep", "text": " "},
        {"id": "d4", "text": "regel\u2028einde\u0085 \U0001f600"},
    ]
    queries = [{"id": "q1", "text": "tijden"}, {"id": "q2", "text": ""}, {"id": "q3", "text": "de het"}]
    files = _files(tmp_path, docs, queries, ["q1\td1", "q2\td2", "q3\td3"])

    scores = {one.name: one for one in compare(read_set(*files))}

    assert scores["BM25"].r10 == pytest.approx(1 / 3)
    assert scores["onze analyse"].r10 == pytest.approx(1 / 3)
