"""Writing in the index: what takes the place of what, and what is left when a writer fails or is killed."""

import multiprocessing
import os
import signal

import pytest

from steunpunt.foundation.search.documents import Document
from steunpunt.foundation.search.index import Index
from steunpunt.foundation.search.nearness import Nearness
from tests.factories.search import MEMBER, documents, needs_model, references


def test_writing_again_takes_the_place_of_the_old(index):
    index.write([Document("item:b", "Rooster", "Iets over zwemles.")])

    assert references(index, "zwemles") == {"item:b"}
    assert references(index, "begeleider") == {"item:a"}
    assert index.count() == 4


def test_a_changed_audience_counts_at_once(index):
    index.write([Document("item:b", "Rooster", "Het rooster van de begeleiders.", (MEMBER,))])

    assert references(index, "begeleider") == {"item:a"}


def test_removing_forgets(index):
    index.remove(["item:a", "item:onbekend"])

    assert references(index, "begeleider") == {"item:b"}
    assert index.references("item") == ["item:b", "item:geheim"]


def test_a_write_that_fails_shows_nothing_of_it(index):
    def broken():
        yield Document("item:z", "Half", "zeilboot")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        index.write(broken())

    assert (index.count(), references(index, "zeilboot")) == (4, set())
    index.write([Document("item:y", "Weer", "zeilboot")])
    assert references(index, "zeilboot") == {"item:y"}


def _write_without_end(folder, begun):
    index = Index(folder)

    def endless():
        for number in range(10**9):
            if number == 600:
                begun.set()
            yield Document(f"item:{number}", f"Tekst {number}", "Een tekst over de zeilboot.")

    index.write(endless())


def test_a_killed_writer_leaves_what_was_and_the_next_one_goes_on(index):
    context = multiprocessing.get_context("spawn")
    begun = context.Event()
    process = context.Process(target=_write_without_end, args=(index.folder, begun))
    process.start()
    assert begun.wait(60)
    os.kill(process.pid, signal.SIGKILL)
    process.join(10)

    assert (index.count(), references(index, "begeleider")) == (4, {"item:a", "item:b"})
    index.write([Document("item:y", "Weer", "zeilboot")])
    assert references(index, "zeilboot") == {"item:y"}
    assert references(Index(index.folder), "zeilboot") == {"item:y"}


def test_a_rebuild_that_fails_leaves_the_old(index):
    def broken():
        yield Document("item:z", "Half", "zeilboot")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        index.rebuild(broken())

    assert index.count() == 4
    assert len(list(index.folder.glob("build-*"))) == 1


def test_few_builds_are_kept(index):
    for _ in range(4):
        index.rebuild(documents())

    assert len(list(index.folder.glob("build-*"))) <= 2


@needs_model
def test_a_rebuild_takes_along_what_was_learned_of_the_same_text(index):
    while index.learn(5):
        pass

    index.rebuild([*documents()[:3], Document("item:geheim", "Anders", "Een andere tekst.", (MEMBER,))])

    assert index.without_meaning() == 1


@needs_model
def test_writing_the_same_text_again_keeps_its_meaning(index):
    while index.learn(5):
        pass

    index.write([Document("item:b", "Rooster", "Het rooster van de begeleiders.", (MEMBER,))])

    assert index.without_meaning() == 0


@needs_model
def test_a_rebuild_takes_along_what_was_learned_while_others_asked(index, monkeypatch):
    """Comparing works on an older state for a while when making it anew takes long."""
    late = Document("item:laat", "Zeilboot", "Een tekst over de zeilboot.")
    while index.learn(5):
        pass
    assert index._opened().catalogue.has_meaning()
    monkeypatch.setattr(Nearness, "is_worn", lambda self: False)
    index.write([late])
    while index.learn(5):
        pass
    before = _vectors(index)

    index.rebuild([*documents(), late])

    assert index.without_meaning() == 0
    assert _vectors(index) == before


def _vectors(index):
    catalogue = index._opened().catalogue
    entries = [catalogue.entries[reference] for reference in sorted(catalogue.entries)]
    return [rows.tolist() for rows in catalogue.vectors(entries)]
