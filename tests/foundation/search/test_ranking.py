"""One order out of words and meaning."""

from steunpunt.foundation.search.ranking import combined


def _order(words, meaning):
    return [key for key, _ in combined(words, meaning)]


def test_without_meaning_the_words_decide():
    assert _order({1: 1.0, 2: 3.0, 3: 2.0}, {}) == [2, 3, 1]


def test_both_weigh_the_same_whatever_their_scale():
    assert _order({1: 900.0, 2: 0.0, 3: 450.0}, {1: 0.80, 2: 0.82, 3: 0.82}) == [3, 1, 2]


def test_what_was_not_learned_yet_counts_as_average():
    assert _order({1: 2.0, 2: 2.0, 3: 2.0}, {1: 0.9, 3: 0.7}) == [1, 2, 3]


def test_the_same_score_for_all_says_nothing():
    assert combined({1: 5.0, 2: 5.0}, {1: 0.5, 2: 0.5}) == [(1, 0.0), (2, 0.0)]
    assert combined({}, {}) == []
