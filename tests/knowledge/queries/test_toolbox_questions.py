"""Open questions: who sees which, in which order, and what we hold of somebody."""

from datetime import date, timedelta

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.matching import Need
from steunpunt.knowledge.models import Audience, QuestionState
from steunpunt.knowledge.queries.toolbox_questions import (
    alike_questions,
    answer_items,
    frequent_questions,
    held_following,
    held_questions,
    is_following,
    need_of,
    open_questions,
    origins_of,
    own_panel,
    questions_to_join,
    questions_waiting,
    taken_for,
    themes_of_questions,
    visible_open_questions,
    visible_question,
    waiting_for_staff,
    waiting_questions,
)
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import KnowledgeItemFactory, OpenQuestionFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db
VISITOR, STAFF = Actor.visitor(), Actor.for_system("test")


def answered(**facts):
    return OpenQuestionFactory(state=QuestionState.ANSWERED, answer="Zo.", decided_at=NOW, **facts)


def closed(**facts):
    return OpenQuestionFactory(state=QuestionState.CLOSED, reason="Dubbel.", decided_at=NOW, **facts)


def test_what_was_closed_is_for_staff_and_for_whoever_asked_or_follows():
    asker, follower, stranger = UserFactory(), UserFactory(), UserFactory()
    shown, done, gone = OpenQuestionFactory(), answered(), closed(asked_by=asker, followers=[follower])

    assert set(visible_open_questions(VISITOR)) == {shown, done}
    assert set(visible_open_questions(Actor.of(stranger))) == {shown, done}
    assert set(visible_open_questions(Actor.of(asker))) == {shown, done, gone}
    assert set(visible_open_questions(Actor.of(follower))) == {shown, done, gone}
    assert set(visible_open_questions(STAFF)) == {shown, done, gone}
    assert visible_question(VISITOR, gone.public_id) is None


def test_the_list_is_narrowed_by_a_main_theme_and_counted():
    main = ThemeFactory(slug="begeleiden")
    below = ThemeFactory(parent=main)
    question = OpenQuestionFactory(themes=[below, main], followers=[UserFactory(), UserFactory()])
    OpenQuestionFactory(themes=[ThemeFactory()])

    (found,) = open_questions(VISITOR, "begeleiden")

    assert found == question
    assert found.wanted_by == 2
    assert (main, 1) in themes_of_questions(VISITOR, QuestionState.OPEN)
    assert len(themes_of_questions(VISITOR, QuestionState.OPEN)) == 2
    assert themes_of_questions(VISITOR, QuestionState.ANSWERED) == []


def test_staff_see_what_most_people_want_to_know_first_and_then_the_oldest():
    young, old = OpenQuestionFactory(asked_at=NOW), OpenQuestionFactory(asked_at=NOW - timedelta(days=9))
    wanted = OpenQuestionFactory(asked_at=NOW, followers=[UserFactory()])

    assert list(waiting_questions(STAFF)) == [wanted, old, young]
    assert list(waiting_questions(VISITOR)) == []
    assert waiting_for_staff(STAFF) == {"count": 3, "oldest": old.asked_at}
    assert waiting_for_staff(VISITOR) is None


def test_without_questions_staff_have_no_tile():
    answered()

    assert waiting_for_staff(STAFF) is None


def test_answered_questions_that_many_want_to_know_are_frequent():
    few, many = answered(), answered(followers=[UserFactory()])
    OpenQuestionFactory(followers=[UserFactory(), UserFactory()])

    assert frequent_questions(VISITOR) == [many, few]


def test_alike_questions_are_found_by_their_letters():
    same = OpenQuestionFactory(text="hoe begeleid je een student met autisme?")
    OpenQuestionFactory(text="wat kost een peer review ons team?")
    closed(text="hoe begeleid je een student met autisme?")

    (found,) = alike_questions(VISITOR, "hoe begeleid ik een student met autisme?")

    assert found == same
    assert taken_for([found]) == same
    assert taken_for([]) is None
    assert taken_for(alike_questions(VISITOR, "hoe begeleid je een zij-instromer goed?")) is None
    assert alike_questions(VISITOR, " ") == []
    assert alike_questions(VISITOR, same.text, without=same) == []


def test_questions_to_join_are_the_most_alike_or_have_the_words():
    question = OpenQuestionFactory(text="student met autisme")
    near, far = OpenQuestionFactory(text="studenten met autisme"), OpenQuestionFactory(text="peer review")
    closed(text="student met autisme")

    assert questions_to_join(STAFF, question, "", "") == [near, far]
    assert questions_to_join(STAFF, question, "review", "") == [far]
    assert questions_to_join(STAFF, question, "review", near.public_id) == [near, far]


def test_a_question_tells_in_which_other_words_it_was_asked():
    question = OpenQuestionFactory()
    OpenQuestionFactory(text="Anders gevraagd", state=QuestionState.CLOSED, merged_into=question)

    assert origins_of(question) == ["Anders gevraagd"]


def test_items_of_an_answer_that_the_reader_may_not_see_are_left_out():
    question, shown = answered(), KnowledgeItemFactory()
    question.items.set([shown, KnowledgeItemFactory(audience=Audience.MEMBERS)])

    assert answer_items(VISITOR, question) == [shown]


def test_a_question_goes_back_into_the_toolbox_whole():
    theme = ThemeFactory()
    question = OpenQuestionFactory(
        text="hoe?",
        themes=[theme],
        phase="training",
        sector="po",
        for_whom="starters",
        setting="klas",
        group_size=3,
        hours=8,
    )

    assert need_of(question) == Need("hoe?", (theme.slug,), "training", "po", "starters", "klas", 3, 8)


def test_own_questions_are_those_asked_and_followed():
    account = UserFactory()
    asked, followed = OpenQuestionFactory(asked_by=account), OpenQuestionFactory(followers=[account])
    OpenQuestionFactory()

    panel = own_panel(account, Actor.of(account), date(2026, 9, 1))

    assert panel is not None
    assert set(panel["questions"]) == {asked, followed}
    assert own_panel(UserFactory(), VISITOR, date(2026, 9, 1)) is None
    assert is_following(Actor.of(account), followed)
    assert not is_following(Actor.of(account), asked)
    assert not is_following(VISITOR, followed)


def test_background_work_sees_every_open_question():
    question = OpenQuestionFactory()
    answered()

    assert list(questions_waiting()) == [question]


def test_one_can_have_what_one_asked_and_follows():
    account = UserFactory()
    asked, followed = OpenQuestionFactory(asked_by=account), OpenQuestionFactory(followers=[account])

    assert [row["vraag"] for row in held_questions(account)] == [asked.text]
    assert [row["vraag"] for row in held_following(account)] == [followed.text]
