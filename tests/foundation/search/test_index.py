"""The index in its folder: who finds what, what is counted, and what happens when files or writers fail."""

import multiprocessing
import os
import signal
import threading
import time

import pytest

from steunpunt.foundation.search import engine, meaning
from steunpunt.foundation.search.documents import PUBLIC, Document, Question
from steunpunt.foundation.search.index import CURRENT, Index, IndexUnavailable

MEMBER = "lid:1"
needs_model = pytest.mark.skipif(not meaning.available(), reason="het model voor betekenis draait hier niet")


def _documents():
    return [
        Document(
            "item:a",
            "Startgesprek in de eerste week",
            "Alle werkplekbegeleiders voeren een gesprek met hun student.",
            facets={"sector": ("po", "vo"), "thema": ("begeleiding",)},
        ),
        Document("item:b", "Rooster", "Het rooster van de begeleiders.", facets={"sector": ("vo",)}),
        Document("org:c", "Pabo Zuid", "Een lerarenopleiding.", facets={"sector": ("po",)}),
        Document("item:geheim", "Proeftuin inductie", "Begeleiders oefenen zwemles.", (MEMBER,), {"sector": ("mbo",)}),
    ]


@pytest.fixture
def index(tmp_path):
    made = Index(tmp_path / "search")
    made.rebuild(_documents())
    return made


def _references(index, text, audience=(PUBLIC,), **more):
    return {hit.reference for hit in index.search(Question(text, audience, **more), with_meaning=False).hits}


def test_a_word_finds_the_compound_that_ends_with_it(index):
    assert _references(index, "begeleider") == {"item:a", "item:b"}


def test_a_compound_in_the_question_puts_the_whole_word_first(index):
    hits = index.search(Question("werkplekbegeleider"), with_meaning=False).hits

    assert [hit.reference for hit in hits] == ["item:a", "item:b"]


def test_one_word_of_the_question_is_enough(index):
    assert _references(index, "zeilboot rooster") == {"item:b"}


def test_found_words_are_marked_in_title_and_snippet(index):
    hit = index.search(Question("gesprek begeleider"), with_meaning=False).hits[0]

    assert [piece.text for piece in hit.title if piece.marked] == ["Startgesprek"]
    assert [piece.text for piece in hit.snippet if piece.marked] == ["werkplekbegeleiders", "gesprek"]
    assert "".join(piece.text for piece in hit.title) == "Startgesprek in de eerste week"


def test_facets_are_counted_without_their_own_choice(index):
    answer = index.search(Question("begeleider", chosen={"sector": ("po",)}), with_meaning=False)

    assert answer.total == 1
    assert answer.counts["sector"] == (("vo", 2), ("po", 1))
    assert answer.counts["thema"] == (("begeleiding", 1),)
    assert answer.counts["soort"] == (("item", 1),)


def test_within_a_facet_one_value_is_enough_and_between_facets_all_must_hold(index):
    assert _references(index, "begeleider", chosen={"sector": ("po", "vo")}) == {"item:a", "item:b"}
    assert _references(index, "begeleider", chosen={"sector": ("vo",), "thema": ("begeleiding",)}) == {"item:a"}
    assert _references(index, "begeleider", chosen={"soort": ("org",)}) == set()


def test_what_a_reader_may_not_see_is_nowhere(index):
    answer = index.search(Question("begeleider inductie zwemles"))

    assert {hit.reference for hit in answer.hits} == {"item:a", "item:b"}
    assert answer.total == 2
    assert "mbo" not in dict(answer.counts["sector"])
    assert index.search(Question("zwemlus")).did_you_mean == ""
    assert index.suggest("proef", (PUBLIC,)) == []
    assert index.suggest("zwem", (PUBLIC,)) == []
    assert index.suggest("rooster zwem", (PUBLIC,)) == []


def test_who_holds_the_token_finds_it(index):
    assert "item:geheim" in _references(index, "zwemles", (PUBLIC, MEMBER))
    assert index.search(Question("zwemlus", (PUBLIC, MEMBER))).did_you_mean == "zwemles"
    assert "Proeftuin inductie" in index.suggest("proef", (MEMBER,))


def test_without_a_token_nothing_is_found(index):
    assert index.search(Question("begeleider", ())).total == 0


def test_pages_follow_each_other(tmp_path):
    index = Index(tmp_path)
    index.rebuild(Document(f"item:{number}", "School", f"Een school met nummer {number}.") for number in range(130))

    found = [
        hit.reference
        for offset in range(0, 130, 20)
        for hit in index.search(Question("school", offset=offset, limit=20)).hits
    ]

    assert len(found) == len(set(found)) == 130


def test_a_word_that_is_everywhere_does_not_make_something_found(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "COMMON_FROM", 3)
    index = Index(tmp_path)
    index.rebuild(Document(f"item:{number}", "School", "rooster" if number == 5 else "plein") for number in range(9))

    assert index.search(Question("school rooster")).total == 1
    assert index.search(Question("school")).total == 9


def test_a_question_of_nothing_finds_nothing(index):
    for text in ("", "  ", "de het een", '"(', "+ - && :", "*", "x" * 500):
        answer = index.search(Question(text))
        assert (answer.total, answer.hits) == (0, ())


def test_a_mistyped_word_is_mended(index):
    assert index.search(Question("begelieder")).did_you_mean == "begeleider"
    assert index.search(Question("het rooter")).did_you_mean == "het rooster"
    assert index.search(Question("rooster")).did_you_mean == ""
    assert index.search(Question("qqqqqq")).did_you_mean == ""


def test_typing_help_gives_titles_and_words(index):
    assert index.suggest("roo", (PUBLIC,)) == ["Rooster"]
    assert "werkplekbegeleiders" in index.suggest("werkpl", (PUBLIC,))
    assert index.suggest("het gesp", (PUBLIC,)) == ["het gesprek"]
    assert index.suggest("r", (PUBLIC,)) == []
    assert index.suggest("", (PUBLIC,)) == []
    assert index.suggest("a.*(", (PUBLIC,)) == []


def test_writing_again_takes_the_place_of_the_old(index):
    index.write([Document("item:b", "Rooster", "Iets over zwemles.")])

    assert _references(index, "zwemles") == {"item:b"}
    assert _references(index, "begeleider") == {"item:a"}
    assert index.count() == 4


def test_a_changed_audience_counts_at_once(index):
    index.write([Document("item:b", "Rooster", "Het rooster van de begeleiders.", (MEMBER,))])

    assert _references(index, "begeleider") == {"item:a"}


def test_removing_forgets(index):
    index.remove(["item:a", "item:onbekend"])

    assert _references(index, "begeleider") == {"item:b"}
    assert index.references("item") == ["item:b", "item:geheim"]


def test_another_reader_sees_what_was_written(index):
    other = Index(index.folder)
    assert other.count() == 4

    index.write([Document("item:d", "Nieuw", "zeilboot")])

    assert _references(other, "zeilboot") == {"item:d"}


def test_a_rebuild_takes_over_in_other_readers_too(index):
    other = Index(index.folder)
    assert other.count() == 4

    index.rebuild([Document("item:z", "Alleen dit", "zeilboot")])

    assert (other.count(), _references(other, "zeilboot")) == (1, {"item:z"})


def test_a_rebuild_that_fails_leaves_the_old(index):
    def broken():
        yield Document("item:z", "Half", "zeilboot")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        index.rebuild(broken())

    assert index.count() == 4
    assert len(list(index.folder.glob("build-*"))) == 1


def test_a_write_that_fails_shows_nothing_of_it(index):
    def broken():
        yield Document("item:z", "Half", "zeilboot")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        index.write(broken())

    assert (index.count(), _references(index, "zeilboot")) == (4, set())
    index.write([Document("item:y", "Weer", "zeilboot")])
    assert _references(index, "zeilboot") == {"item:y"}


def test_few_builds_are_kept(index):
    for _ in range(4):
        index.rebuild(_documents())

    assert len(list(index.folder.glob("build-*"))) <= 2


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

    assert (index.count(), _references(index, "begeleider")) == (4, {"item:a", "item:b"})
    index.write([Document("item:y", "Weer", "zeilboot")])
    assert _references(index, "zeilboot") == {"item:y"}
    assert _references(Index(index.folder), "zeilboot") == {"item:y"}


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


def _wreck_pointer(folder):
    (folder / CURRENT).write_text("../../etc")


def _wreck_words(folder):
    for path in folder.glob("build-*/words/*"):
        path.write_bytes(b"\0" * 40)


def _wreck_list(folder):
    for path in folder.glob("build-*/documents.jsonl"):
        path.write_text("{ this is no line\n" * 30)


def _wreck_all(folder):
    for path in folder.glob("build-*/*.jsonl"):
        path.unlink()


@pytest.mark.parametrize("wreck", [_wreck_pointer, _wreck_words, _wreck_list, _wreck_all])
def test_a_broken_folder_is_said_in_one_way_and_a_rebuild_mends_it(index, wreck):
    wreck(index.folder)
    fresh = Index(index.folder)

    assert fresh.is_ready() is False
    with pytest.raises(IndexUnavailable):
        fresh.search(Question("begeleider"))

    fresh.rebuild(_documents())
    assert _references(fresh, "begeleider") == {"item:a", "item:b"}


def test_threads_share_one_index(index):
    problems = []

    def ask():
        try:
            for _ in range(20):
                assert _references(index, "begeleider") == {"item:a", "item:b"}
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
def test_meaning_is_learned_bit_by_bit_and_finds_other_words(index):
    index.write([Document("item:l", "Lunchpauze", "De kantine heeft soep en broodjes voor het personeel.")])
    waiting = index.without_meaning()

    assert index.learn(0) is True
    assert index.without_meaning() == waiting == 5
    assert index.search(Question("rooster")).by_meaning is False
    while index.learn(1):
        pass

    answer = index.search(Question("waar kunnen docenten tussen de middag eten"))
    assert index.without_meaning() == 0
    assert answer.by_meaning is True
    assert answer.hits[0].reference == "item:l"
    assert answer.total == len(answer.hits)


@needs_model
def test_meaning_shows_no_one_what_they_may_not_see(index):
    while index.learn(5):
        pass

    answer = index.search(Question("kinderen leren drijven in het zwembad"))

    assert "item:geheim" not in {hit.reference for hit in answer.hits}
    assert "mbo" not in dict(answer.counts.get("sector", ()))


@needs_model
def test_filters_hold_for_what_is_found_by_meaning(index):
    while index.learn(5):
        pass
    text = "kennismaken met je stagiair"

    everything = index.search(Question(text))
    chosen = index.search(Question(text, chosen={"sector": ("po",)}))

    assert chosen.total == dict(everything.counts.get("sector", ())).get("po", 0)
    assert len(chosen.hits) == chosen.total


@needs_model
def test_a_rebuild_takes_along_what_was_learned_of_the_same_text(index):
    while index.learn(5):
        pass

    index.rebuild([*_documents()[:3], Document("item:geheim", "Anders", "Een andere tekst.", (MEMBER,))])

    assert index.without_meaning() == 1


@needs_model
def test_writing_the_same_text_again_keeps_its_meaning(index):
    while index.learn(5):
        pass

    index.write([Document("item:b", "Rooster", "Het rooster van de begeleiders.", (MEMBER,))])

    assert index.without_meaning() == 0


def test_without_the_model_words_alone_answer(index, monkeypatch):
    monkeypatch.setattr(meaning, "available", lambda: False)

    assert index.learn(1) is False
    assert index.search(Question("begeleider")).by_meaning is False


@pytest.mark.slow
def test_a_long_document_does_not_hold_up_an_answer(tmp_path):
    index = Index(tmp_path)
    index.rebuild([Document("item:lang", "Lang", "Een zin over de werkplekbegeleider. " * 20_000)])
    index.search(Question("rooster"))
    started = time.perf_counter()

    assert index.search(Question("begeleider"), with_meaning=False).total == 1
    assert time.perf_counter() - started < 1
