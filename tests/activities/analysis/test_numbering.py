"""Numbers that stay with their thing."""

from hypothesis import given
from hypothesis import strategies as st

from steunpunt.activities.analysis.numbering import numbered

TEXTS = st.lists(st.sampled_from("abcd"), max_size=5)


def rows(texts):
    return [{"text": text} for text in texts]


def test_what_was_there_keeps_its_number_and_what_is_new_gets_a_fresh_one():
    first = numbered(rows("ab"), {}, "rows", by=["text"])
    second = numbered(rows("cb"), first, "rows", by=["text"])

    assert first == {"rows": [{"n": 1, "text": "a"}, {"n": 2, "text": "b"}], "next": 3}
    assert second == {"rows": [{"n": 3, "text": "c"}, {"n": 2, "text": "b"}], "next": 4}


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_a_number_never_comes_back_for_something_else(rounds):
    content, meaning = {}, {}
    for texts in rounds:
        content = numbered(rows(texts), content, "rows", by=["text"])
        numbers = [row["n"] for row in content["rows"]]
        assert len(set(numbers)) == len(numbers)
        for row in content["rows"]:
            assert meaning.setdefault(row["n"], row["text"]) == row["text"]
