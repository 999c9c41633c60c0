"""From a question to an answer: who finds what, what is counted, and what meaning adds."""

import time

import pytest

from steunpunt.foundation.search import engine, meaning
from steunpunt.foundation.search.documents import PUBLIC, Document, Question
from steunpunt.foundation.search.index import Index
from tests.factories.search import MEMBER, needs_model, references


def test_a_word_finds_the_compound_that_ends_with_it(index):
    assert references(index, "begeleider") == {"item:a", "item:b"}


def test_a_compound_in_the_question_puts_the_whole_word_first(index):
    hits = index.search(Question("werkplekbegeleider"), with_meaning=False).hits

    assert [hit.reference for hit in hits] == ["item:a", "item:b"]


def test_one_word_of_the_question_is_enough(index):
    assert references(index, "zeilboot rooster") == {"item:b"}


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
    assert references(index, "begeleider", chosen={"sector": ("po", "vo")}) == {"item:a", "item:b"}
    assert references(index, "begeleider", chosen={"sector": ("vo",), "thema": ("begeleiding",)}) == {"item:a"}
    assert references(index, "begeleider", chosen={"soort": ("org",)}) == set()


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
    assert "item:geheim" in references(index, "zwemles", (PUBLIC, MEMBER))
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


@pytest.fixture
def schools(tmp_path):
    """Texts with meaning among many names, as the register brings them along."""
    index = Index(tmp_path / "schools")
    index.rebuild(_texts_and_schools())
    while index.learn(5):
        pass
    return index


def _texts_and_schools():
    for number in range(40):
        yield Document(
            f"school:{number}", f"Basisschool De Regenboog {number}", "Kerkstraat 1, Assen.", words_only=True
        )
    yield Document("school:bron", "De Bron", "Startbaan 2, Delft.", words_only=True)
    yield Document(
        "item:start", "Wegwijs in het eerste jaar", "Hoe je beginnende leraren begeleidt en hun werk verlicht."
    )
    yield Document("item:regen", "Kleuren", "Kinderen tekenen een regenboog na de regen.")
    yield Document("item:geld", "Bekostiging", "De penvoerder vraagt de subsidie aan.")


@needs_model
def test_of_names_no_meaning_is_learned(schools):
    assert schools.without_meaning() == 0
    assert schools._opened().catalogue.nearness().numbers.size == 3

    schools.write([Document("school:bron", "De Bron", "Een lange tekst.")])
    assert schools.without_meaning() == 1


@needs_model
@pytest.mark.parametrize("text", ["de bron", "De Bron Delft", "bron in Delft"])
def test_a_school_is_found_first_by_its_name(schools, text):
    assert schools.search(Question(text)).hits[0].reference == "school:bron"


@needs_model
def test_schools_with_one_word_of_the_question_come_behind_what_answers_it(schools):
    answer = schools.search(Question("begeleiding van startende leraren op een basisschool"))

    assert answer.by_meaning
    assert answer.hits[0].reference == "item:start"


@needs_model
def test_every_result_stands_on_one_page_only_with_names_among_them(schools):
    pages = [schools.search(Question("regenboog", offset=offset, limit=7)) for offset in range(0, 49, 7)]
    found = [hit.reference for page in pages for hit in page.hits]

    assert len(found) == len(set(found)) == pages[0].total
