"""What asks nearly the same, and what may hold an answer."""

import tomllib
from pathlib import Path

import pytest

from steunpunt import knowledge
from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Audience, QuestionStatus
from steunpunt.knowledge.queries.research_alike import alike, alike_for, items_that_may_tell, questions_to_merge_with
from tests.factories.knowledge import KnowledgeItemFactory, QuestionOriginFactory, ResearchQuestionFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()
SHIPPED = Path(knowledge.__file__).parent / "data" / "research_questions.toml"


@pytest.fixture
def agenda():
    """The shipped questions, by their text."""
    texts = [one["text"] for one in tomllib.loads(SHIPPED.read_text())["question"]]
    return {text: ResearchQuestionFactory(text=text, origin=False) for text in texts}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Waarom blijven starters na drie jaar op dezelfde school?", "Wat maakt dat starters na drie jaar"),
        ("Wat leren starters en studenten van elkaar?", "Hoe leren studenten en starters"),
        ("Hoeveel uur kost begeleiding van een eerstejaars student?", "Hoeveel uren kost het begeleiden"),
        ("Verschillen school en instituut in hun oordeel over dezelfde student?", "Hoe ver liggen oordelen"),
    ],
)
def test_the_same_in_other_words_comes_first(agenda, typed, meant):
    assert alike(VISITOR, typed)[0].question.text.startswith(meant)


@pytest.mark.parametrize(
    "typed",
    [
        "Hoe betrek je ouders bij de opleiding van leraren?",
        "Wat doet reistijd van studenten met hun motivatie?",
        "Welke digitale vaardigheden hebben leraren in opleiding nodig?",
    ],
)
def test_another_question_is_called_like_nothing(agenda, typed):
    assert alike(VISITOR, typed) == []


def test_the_words_of_an_origin_count_also_of_what_went_up_in_it():
    kept = ResearchQuestionFactory(text="Heel iets anders gezegd?")
    merged = ResearchQuestionFactory(text="X", merged_into=kept, merged_at=NOW, origin=False)
    QuestionOriginFactory(question=merged, wording="Wat doet reistijd met motivatie?")

    found = alike(VISITOR, "Wat doet reistijd met motivatie?")

    assert [(one.question, one.public_id, one.name) for one in found] == [(kept, kept.public_id, kept.text)]
    assert found[0].label == "Heel iets anders gezegd? (partnerschap · open)"


@pytest.mark.parametrize("state", [{"accepted_at": None}, {"status": QuestionStatus.RETIRED}])
def test_what_is_hidden_is_no_double(state):
    ResearchQuestionFactory(text="Wat doet reistijd?", **state)

    assert alike(VISITOR, "Wat doet reistijd?") == []


def test_merging_is_offered_with_the_most_alike_or_what_words_find():
    question = ResearchQuestionFactory(text="Wat doet reistijd met studenten?")
    near, far = ResearchQuestionFactory(text="Wat doet reistijd?"), ResearchQuestionFactory(text="Wie betaalt koffie?")

    assert [one.question for one in questions_to_merge_with(VISITOR, question, "")] == [near, far]
    assert [one.question for one in questions_to_merge_with(VISITOR, question, "koffie")] == [far]
    picked = questions_to_merge_with(VISITOR, question, "koffie", near.public_id)
    assert [one.question for one in picked] == [near, far]


def test_items_come_by_theme_or_by_words():
    theme = ThemeFactory()
    question = ResearchQuestionFactory(themes=[theme])
    same, other = KnowledgeItemFactory(version__themes=[theme]), KnowledgeItemFactory(version__title="Reistijd meten")
    KnowledgeItemFactory(version__themes=[theme], audience=Audience.STAFF)

    assert items_that_may_tell(VISITOR, question, "") == [(same.pk, same.live.title)]
    assert items_that_may_tell(VISITOR, question, "reistijd") == [(other.pk, other.live.title)]


def test_what_was_ticked_stays_in_sight_when_other_words_are_looked_for():
    question, ticked = ResearchQuestionFactory(), KnowledgeItemFactory()
    found = KnowledgeItemFactory(version__title="Reistijd meten")

    offered = items_that_may_tell(VISITOR, question, "reistijd", [str(ticked.pk), "x"])

    assert [key for key, _title in offered] == [ticked.pk, found.pk]


def test_each_of_many_texts_gets_its_own_in_their_order(agenda):
    texts = ["Wat doet reistijd met de motivatie?", "Iets heel anders over het weer?"]

    assert alike_for(VISITOR, texts) == [alike(VISITOR, text) for text in texts]
    assert alike_for(VISITOR, []) == []
