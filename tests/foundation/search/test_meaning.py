"""Passages at the borders of sentences, and the model where it runs."""

import pytest

from steunpunt.foundation.search import meaning
from steunpunt.foundation.search.meaning import LONGEST, MOST_PASSAGES, available, of_passages, of_question, passages


def _cover(text):
    return "".join(text[begin:end] for begin, end in passages(text)).split()


@pytest.mark.parametrize(
    "text",
    [
        "Een zin van gewone lengte, met een komma. " * 40,
        "Woord " * 500,
        "a" * 2_000,
        "Kop\n\nEen alinea.\nNog een alinea die wat langer is, en dan nog een stuk.\n" * 20,
        "Kort.",
    ],
)
def test_passages_cover_the_text_and_are_never_too_long(text):
    spans = passages(text)

    assert "".join(_cover(text)) == "".join(text.split())
    assert all(end - begin <= LONGEST * 4 / 3 for begin, end in spans)


def test_passages_end_where_sentences_end():
    text = "Dit is een zin die iets zegt over scholen. " * 30

    assert all(text[begin:end].strip().endswith(".") for begin, end in passages(text))
    assert all(end - begin >= 300 for begin, end in passages(text)[:-1])


@pytest.mark.parametrize("text", ["", "  \n ", "\n\n\n"])
def test_a_text_of_nothing_has_no_passages(text):
    assert passages(text) == []


def test_without_the_right_processor_there_is_no_meaning(monkeypatch, tmp_path):
    (tmp_path / "cpuinfo").write_text("flags: sse2 avx\n")
    monkeypatch.setattr(meaning, "CPU", tmp_path / "cpuinfo")

    assert available.__wrapped__() is False


def test_without_the_package_there_is_no_meaning(monkeypatch):
    monkeypatch.setattr(meaning, "find_spec", lambda name: None)

    assert available.__wrapped__() is False


@pytest.mark.skipif(not available(), reason="het model voor betekenis draait hier niet")
def test_a_question_lies_nearer_to_its_answer_than_to_something_else():
    asked = of_question("waar kan ik eten op school")
    answer, other = of_passages(["De kantine heeft soep en broodjes.", "De penvoerder stuurt de jaarrekening op.\0"])

    assert asked @ answer > asked @ other
    assert of_passages([]).shape == (0, meaning.SIZE)


def test_there_is_an_end_to_what_is_learned_of_one_text():
    assert MOST_PASSAGES * 300 > 50_000
