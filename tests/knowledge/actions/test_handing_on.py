"""From a question that stays open to the research agenda."""

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.outbox.models import Mail
from steunpunt.foundation.thread.queries import thread_of
from steunpunt.knowledge.actions.handing_on import bring_to_agenda
from steunpunt.knowledge.actions.toolbox import close
from steunpunt.knowledge.models import QuestionState, ResearchQuestion
from tests.factories.foundation import EditorFactory, UserFactory, signed_in_actor
from tests.factories.knowledge import OpenQuestionFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return Actor.of(EditorFactory())


@pytest.fixture
def question():
    return OpenQuestionFactory(text="hoe leert een starter plannen?", followers=[UserFactory()])


def facts(**given):
    return {"text": "Wat helpt starters om te plannen?", "level": "nation", "themes": [ThemeFactory()], **given}


def test_it_stands_on_the_agenda_with_its_first_words_and_stays_open(staff, question):
    brought = bring_to_agenda(question, facts(), by=staff, at=NOW)

    origin = brought.origins.get()
    assert (brought.text, brought.accepted_at) == ("Wat helpt starters om te plannen?", NOW)
    assert (origin.wording, origin.reference, origin.account) == (question.text, question.reference, None)
    assert not Mail.objects.exists()
    question.refresh_from_db()
    assert question.state == QuestionState.OPEN
    assert question.followers.count() == 1
    assert [step.record.title for step in thread_of(question.reference, staff)] == [brought.text]


def test_it_goes_there_once(staff, question):
    bring_to_agenda(question, facts(), by=staff, at=NOW)

    with pytest.raises(Refusal):
        bring_to_agenda(question, facts(), by=staff, at=NOW)
    assert ResearchQuestion.objects.count() == 1


def test_only_staff_and_only_what_is_open(staff, question):
    with pytest.raises(Refusal):
        bring_to_agenda(question, facts(), by=signed_in_actor(), at=NOW)
    close(question, "Het ging over iets anders.", by=staff, at=NOW)
    with pytest.raises(Refusal):
        bring_to_agenda(question, facts(), by=staff, at=NOW)
    assert not ResearchQuestion.objects.exists()


def test_what_the_agenda_asks_for_is_said_at_the_field(staff, question):
    with pytest.raises(Refusal) as refusal:
        bring_to_agenda(question, facts(themes=[]), by=staff, at=NOW)
    assert refusal.value.field == "themes"
    assert not ResearchQuestion.objects.exists()
