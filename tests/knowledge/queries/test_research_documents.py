"""What search may find of the agenda."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import search
from steunpunt.knowledge.models import QuestionStatus, ResearchQuestion
from steunpunt.knowledge.queries.research_documents import (
    question_documents,
    questions_touched,
    questions_with,
)
from tests.factories.knowledge import KnownAnswerFactory, ResearchQuestionFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db


def test_a_document_holds_every_wording_and_what_is_known():
    main = ThemeFactory(slug="begeleiden", title="Begeleiden")
    theme = ThemeFactory(slug="werkplek", title="Werkplek", parent=main)
    question = ResearchQuestionFactory(text="Wat helpt?", explanation="Omdat.", themes=[theme])
    merged = ResearchQuestionFactory(text="Hoe dan?", merged_into=question, merged_at=NOW)
    KnownAnswerFactory(question=merged, text="Iets hielp.")

    document = next(iter(question_documents(None)))

    assert (document.reference, document.title) == (question.reference, "Wat helpt?")
    assert document.text.split("\n") == ["Omdat.", "Iets hielp.", "Hoe dan?", "Werkplek"]
    assert document.facets == {"thema": ("begeleiden", "werkplek")}


@pytest.mark.parametrize("state", [{"accepted_at": None}, {"status": QuestionStatus.RETIRED}])
def test_what_is_not_on_the_agenda_is_no_document_and_no_result(state):
    hidden = ResearchQuestionFactory(**state)

    assert list(question_documents(None)) == list(question_documents({hidden.public_id})) == []
    assert not search.get("onderzoeksvraag").found(Actor.visitor(), {hidden.public_id})


def test_rows_of_a_result_are_those_that_were_asked_for():
    question = ResearchQuestionFactory()
    ResearchQuestionFactory()

    assert list(search.get("onderzoeksvraag").found(Actor.visitor(), {question.public_id})) == [question]


def test_a_change_of_themes_touches_everything():
    assert questions_touched(["thema:abc"]) is None
    assert questions_touched(["onderzoeksvraag:abc", "kennis:def"]) == {"abc"}


def test_without_the_index_every_word_is_looked_for():
    question = ResearchQuestionFactory(text="Wat doet reistijd?", explanation="Voor motivatie.")

    assert list(questions_with(ResearchQuestion.objects.all(), "reistijd motivatie")) == [question]
    assert not questions_with(ResearchQuestion.objects.all(), "reistijd koffie").exists()


def test_three_documents_ask_as_many_queries_as_one(django_assert_max_num_queries):
    KnownAnswerFactory()
    list(question_documents(None))
    with django_assert_max_num_queries(20) as one:
        list(question_documents(None))
    KnownAnswerFactory()
    KnownAnswerFactory()
    list(question_documents(None))  # the themes are gathered anew after a change

    with django_assert_max_num_queries(len(one)):
        list(question_documents(None))


def test_what_came_on_the_agenda_just_after_midnight_has_the_new_day():
    ResearchQuestionFactory(accepted_at=datetime(2026, 9, 1, 22, 30, tzinfo=UTC))

    assert next(iter(question_documents(None))).day == date(2026, 9, 2)
