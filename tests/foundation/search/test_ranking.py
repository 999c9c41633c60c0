"""One order out of words and meaning."""

import pytest

from steunpunt.foundation.search.ranking import combined


def _order(words, meaning, held=None):
    return [key for key, _ in combined(words, meaning, held or {})]


def test_without_meaning_the_words_decide():
    assert _order({1: 1.0, 2: 3.0, 3: 2.0}, {}) == [2, 3, 1]


def test_both_weigh_the_same_whatever_their_scale():
    assert _order({1: 900.0, 2: 0.0, 3: 450.0}, {1: 0.80, 2: 0.82, 3: 0.82}) == [3, 1, 2]


def test_what_was_not_learned_yet_counts_as_average():
    assert _order({1: 2.0, 2: 2.0, 3: 2.0}, {1: 0.9, 3: 0.7}) == [1, 2, 3]


def test_the_same_score_for_all_says_nothing():
    assert combined({1: 5.0, 2: 5.0}, {1: 0.5, 2: 0.5}) == [(1, 0.0), (2, 0.0)]
    assert combined({}, {}) == []


def test_what_has_a_name_only_counts_by_how_much_of_the_question_it_holds():
    words = {"near": 2.0, "middle": 2.0, "far": 2.0, "name": 2.0}
    meaning = {"near": 0.9, "middle": 0.8, "far": 0.7}

    scores = {part: dict(combined(words, meaning, {"name": part})) for part in (0.0, 0.4, 0.6, 1.0)}

    assert scores[0.0]["name"] == pytest.approx(scores[0.0]["far"])
    assert scores[0.4]["far"] < scores[0.4]["name"] < scores[0.4]["middle"]
    assert scores[0.6]["middle"] < scores[0.6]["name"] < scores[0.6]["near"]
    assert scores[1.0]["name"] == pytest.approx(scores[1.0]["near"])


def test_a_name_that_is_asked_for_stays_before_what_is_only_near():
    names, near = [f"name {number}" for number in range(50)], [f"near {number}" for number in range(50)]
    words = dict.fromkeys(names, 8.0) | dict.fromkeys(near, 0.0)
    meaning = {key: 0.83 + number / 1_000 for number, key in enumerate(near)}

    order = _order(words, meaning, dict.fromkeys(names, 1.0))

    assert order[0] == "name 0"
    assert all(key.startswith("name") for key in order[:10])


def test_names_with_one_word_of_the_question_do_not_push_away_what_means_it():
    names = [f"name {number}" for number in range(100)]
    words = dict.fromkeys(names, 6.0) | {"text": 5.0, "other": 4.0}

    order = _order(words, {"text": 0.88, "other": 0.80}, dict.fromkeys(names, 0.2))

    assert order[0] == "text"


def test_a_hundred_names_with_the_same_word_leave_room_for_texts():
    names, texts = [f"name {number}" for number in range(100)], [f"text {number}" for number in range(20)]
    words = dict.fromkeys([*names, *texts], 5.0)
    meaning = {key: 0.9 - number / 1_000 for number, key in enumerate(texts)}

    order = _order(words, meaning, dict.fromkeys(names, 1.0))

    assert {key[:4] for key in order[:2]} == {"name", "text"}
    assert sum(key.startswith("text") for key in order[:10]) >= 4
