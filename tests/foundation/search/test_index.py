"""The index in its folder: many read it, and whatever is wrong with its files is said in one way."""

import threading

import pytest

from steunpunt.foundation.search.documents import PUBLIC, Document, Question
from steunpunt.foundation.search.index import Index, IndexUnavailable
from tests.factories.search import WRECKS, documents, needs_model, references, without_vectors


def test_another_reader_sees_what_was_written(index):
    other = Index(index.folder)
    assert other.count() == 4

    index.write([Document("item:d", "Nieuw", "zeilboot")])

    assert references(other, "zeilboot") == {"item:d"}


def test_a_rebuild_takes_over_in_other_readers_too(index):
    other = Index(index.folder)
    assert other.count() == 4

    index.rebuild([Document("item:z", "Alleen dit", "zeilboot")])

    assert (other.count(), references(other, "zeilboot")) == (1, {"item:z"})


def test_no_index_is_said_in_one_way(tmp_path):
    index = Index(tmp_path / "niets")

    for call in (
        lambda: index.search(Question("x")),
        lambda: index.suggest("abc", (PUBLIC,)),
        index.count,
        index.without_meaning,
        lambda: index.write([]),
        lambda: index.remove(["item:a"]),
        lambda: index.references("item"),
    ):
        with pytest.raises(IndexUnavailable):
            call()
    assert index.is_ready() is False


@pytest.mark.parametrize("wreck", WRECKS)
def test_a_broken_folder_is_said_in_one_way_and_a_rebuild_mends_it(index, wreck):
    wreck(index.folder)
    fresh = Index(index.folder)

    assert fresh.is_ready() is False
    with pytest.raises(IndexUnavailable):
        fresh.search(Question("begeleider"))

    fresh.rebuild(documents())
    assert references(fresh, "begeleider") == {"item:a", "item:b"}


def test_threads_share_one_index(index):
    problems = []

    def ask():
        try:
            for _ in range(20):
                assert references(index, "begeleider") == {"item:a", "item:b"}
        except Exception as problem:
            problems.append(problem)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(5):
        index.write([Document(f"item:n{number}", "Nieuw", "zeilboot")])
    for thread in threads:
        thread.join()

    assert problems == []


@needs_model
def test_without_its_vectors_words_answer_alone_and_a_rebuild_learns_again(index):
    while index.learn(5):
        pass
    assert index.search(Question("begeleider")).by_meaning
    without_vectors(index.folder)
    fresh = Index(index.folder)

    assert fresh.search(Question("begeleider")).by_meaning is False
    assert references(fresh, "begeleider") == {"item:a", "item:b"}
    assert fresh.is_ready() is False
    fresh.rebuild(documents())
    while fresh.learn(5):
        pass
    assert fresh.is_ready()
    assert fresh.search(Question("begeleider")).by_meaning
