"""A new item is put to staff when it may answer an open question."""

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.worklist.actions import accept_item, decline_item
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.knowledge.actions.toolbox_proposals import propose_answers
from steunpunt.knowledge.models import ItemState, QuestionState
from tests.factories.foundation import EditorFactory
from tests.factories.knowledge import KnowledgeItemFactory, OpenQuestionFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme():
    return ThemeFactory()


@pytest.fixture
def question(theme):
    return OpenQuestionFactory(text="hoe begeleid je een student met autisme?", themes=[theme])


def new_item(theme, **facts):
    return KnowledgeItemFactory(version__title="Student met autisme begeleiden", version__themes=[theme], **facts)


def test_what_fits_is_put_on_the_work_list_once(theme, question):
    item = new_item(theme)

    counts = propose_answers(item.public_id, at=NOW), propose_answers(item.public_id, at=NOW)

    work = WorkItem.objects.get()
    assert counts == (1, 0)
    assert work.subject == question.reference
    assert work.data == {"item": item.public_id, "question": question.public_id}


def test_what_does_not_fit_or_is_not_published_is_not_put_to_anybody(theme, question):
    other = KnowledgeItemFactory(version__title="Peer review", version__themes=[theme])
    hidden = new_item(theme, state=ItemState.DRAFT)
    OpenQuestionFactory(text=question.text, themes=[theme], state=QuestionState.CLOSED, reason="x")

    assert propose_answers(other.public_id, at=NOW) == 0
    assert propose_answers(hidden.public_id, at=NOW) == 0
    assert propose_answers("bestaat-niet", at=NOW) == 0


def test_yes_answers_the_question_with_the_sentence_of_staff(theme, question):
    staff, item = Actor.of(EditorFactory()), new_item(theme)
    propose_answers(item.public_id, at=NOW)

    with pytest.raises(Refusal) as refused:
        accept_item(WorkItem.objects.get(), by=staff, at=NOW)
    accept_item(WorkItem.objects.get(), by=staff, at=NOW, answer="Zo doe je dat.")

    question.refresh_from_db()
    assert refused.value.field == "answer"
    assert (question.state, question.answer) == (QuestionState.ANSWERED, "Zo doe je dat.")
    assert list(question.items.all()) == [item]


def test_no_leaves_the_question_open(theme, question):
    propose_answers(new_item(theme).public_id, at=NOW)

    decline_item(WorkItem.objects.get(), by=Actor.of(EditorFactory()), at=NOW, answer="Gaat over iets anders.")

    question.refresh_from_db()
    assert question.state == QuestionState.OPEN


def test_yes_for_a_question_that_was_taken_away_is_refused(theme, question):
    propose_answers(new_item(theme).public_id, at=NOW)
    question.delete()

    with pytest.raises(Refusal):
        accept_item(WorkItem.objects.get(), by=Actor.of(EditorFactory()), at=NOW, answer="Zo.")
