"""Which question of the agenda came from one in the toolbox."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.queries.handing_on import agenda_question, is_on_agenda
from tests.factories.knowledge import OpenQuestionFactory, QuestionOriginFactory, ResearchQuestionFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()


def test_nothing_came_of_it():
    question = OpenQuestionFactory()

    assert not is_on_agenda(question)
    assert agenda_question(question, VISITOR) is None


def test_the_question_is_found_by_its_origin_wherever_it_went():
    question, origin = OpenQuestionFactory(), QuestionOriginFactory()
    origin.reference = question.reference
    origin.save()
    assert is_on_agenda(question)
    assert agenda_question(question, VISITOR) == origin.question

    kept = ResearchQuestionFactory()
    origin.question.merged_into, origin.question.merged_at = kept, NOW
    origin.question.save()

    assert agenda_question(question, VISITOR) == kept


def test_what_waits_for_an_editor_is_not_shown():
    question = OpenQuestionFactory()
    QuestionOriginFactory(question=ResearchQuestionFactory(accepted_at=None), reference=question.reference)

    assert is_on_agenda(question)
    assert agenda_question(question, VISITOR) is None


def test_what_a_joined_question_came_to_counts_too():
    kept, origin = OpenQuestionFactory(), QuestionOriginFactory()
    joined = OpenQuestionFactory(state="closed", merged_into=kept)
    origin.reference = joined.reference
    origin.save()

    assert is_on_agenda(kept)
    assert agenda_question(kept, VISITOR) == origin.question
