"""Deeds on open questions, and the mail that they bring."""

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.events.announcing import subscribe
from steunpunt.foundation.events.models import Announcement
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.outbox.models import Mail
from steunpunt.foundation.thread.models import Link, Relation
from steunpunt.knowledge.actions.toolbox import (
    answer,
    ask,
    close,
    follow,
    forget_asker,
    forget_following,
    merge,
    unfollow,
)
from steunpunt.knowledge.events import OpenQuestionAnswered, OpenQuestionAsked
from steunpunt.knowledge.models import OpenQuestion, QuestionFollower, QuestionState
from tests.factories.foundation import EditorFactory, UserFactory
from tests.factories.knowledge import KnowledgeItemFactory, OpenQuestionFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    return UserFactory()


@pytest.fixture
def person(account):
    return Actor.of(account)


@pytest.fixture
def staff():
    return Actor.of(EditorFactory())


def mailed() -> set[str]:
    return set(Mail.objects.values_list("to", flat=True))


def deeds(question) -> list[str]:
    return list(LedgerEntry.objects.filter(subjects__contains=[question.reference]).values_list("deed", flat=True))


def test_whoever_asks_follows_from_the_start(person, account):
    theme = ThemeFactory()

    question = ask("  hoe begeleid je\n een student? ", [theme], {"phase": "training", "hours": 4}, by=person, at=NOW)

    question.refresh_from_db()
    assert question.text == "hoe begeleid je een student?"
    assert (question.phase, question.hours, question.asked_by) == ("training", 4, account)
    assert list(question.themes.all()) == [theme]
    assert question.followers.get().account == account
    assert deeds(question) == ["question-asked"]


def test_a_visitor_and_an_empty_question_are_refused(person):
    with pytest.raises(Refusal):
        ask("hoe?", [], {}, by=Actor.visitor(), at=NOW)
    with pytest.raises(Refusal) as refused:
        ask("  ", [], {}, by=person, at=NOW)

    assert refused.value.field == "q"
    assert not OpenQuestion.objects.exists()


def test_asking_and_answering_are_announced(person, staff):
    subscribe(OpenQuestionAsked, _hear)
    subscribe(OpenQuestionAnswered, _hear)
    item = KnowledgeItemFactory()

    question = ask("hoe?", [], {}, by=person, at=NOW)
    answer(question, [item], "Zo.", by=staff, at=NOW)

    payloads = [row.payload for row in Announcement.objects.filter(event__contains="OpenQuestion").order_by("pk")]
    assert [payload["question"] for payload in payloads] == [question.public_id] * 2
    assert payloads[1]["items"] == [item.public_id]


def _hear(event: object) -> None:
    """Somebody listens, so that it is written down."""


def test_following_twice_is_following_once(person):
    question = OpenQuestionFactory()

    follow(question, by=person, at=NOW)
    follow(question, by=person, at=NOW)

    assert question.followers.count() == 1
    assert deeds(question) == ["question-followed"]


def test_stopping_takes_only_the_own_following(person, account):
    question = OpenQuestionFactory(followers=[account, UserFactory()])

    unfollow(question, by=person, at=NOW)
    unfollow(question, by=person, at=NOW)

    assert not question.followers.filter(account=account).exists()
    assert question.followers.count() == 1
    assert deeds(question) == ["question-unfollowed"]


def test_a_visitor_cannot_follow_and_a_decided_question_cannot_be_followed(person):
    question = OpenQuestionFactory(state=QuestionState.CLOSED, reason="x")

    for who in (Actor.visitor(), person):
        with pytest.raises(Refusal):
            follow(question, by=who, at=NOW)


def test_an_answer_tells_everybody_who_follows(person, account, staff):
    other, gone = UserFactory(), UserFactory(is_active=False)
    question = ask("hoe?", [], {}, by=person, at=NOW)
    for one in (other, gone):
        QuestionFollower.objects.create(question=question, account=one, since=NOW)
    items = [KnowledgeItemFactory(), KnowledgeItemFactory()]

    answer(question, items, " Begin klein. ", by=staff, at=NOW)

    question.refresh_from_db()
    assert (question.state, question.answer, question.decided_at) == (QuestionState.ANSWERED, "Begin klein.", NOW)
    assert set(question.items.all()) == set(items)
    assert mailed() == {account.email, other.email}
    mail = Mail.objects.get(to=account.email)
    assert "Begin klein." in mail.text
    assert f"/gereedschapskist/open-vragen/{question.public_id}/" in mail.text
    assert Link.objects.filter(source=question.reference, relation=Relation.ANSWERED_BY).count() == 2


def test_an_answer_needs_staff_an_item_a_sentence_and_an_open_question(person, staff):
    question, item = OpenQuestionFactory(), KnowledgeItemFactory()

    refused = []
    for items, sentence, who in (([item], "Zo.", person), ([], "Zo.", staff), ([item], " ", staff)):
        with pytest.raises(Refusal) as refusal:
            answer(question, items, sentence, by=who, at=NOW)
        refused.append(refusal.value.field)
    answer(question, [item], "Zo.", by=staff, at=NOW)
    with pytest.raises(Refusal):
        answer(question, [item], "Nog eens.", by=staff, at=NOW)

    assert refused == ["", "items", "sentence"]
    question.refresh_from_db()
    assert question.answer == "Zo."


def test_a_merge_takes_followers_and_origins_along(staff):
    both, one = UserFactory(), UserFactory()
    target = OpenQuestionFactory(text="Blijft", followers=[both])
    double = OpenQuestionFactory(followers=[both, one])
    earlier = OpenQuestionFactory(state=QuestionState.CLOSED, merged_into=double)

    merge(double, target, by=staff, at=NOW)

    double.refresh_from_db()
    assert (double.state, double.merged_into) == (QuestionState.CLOSED, target)
    assert set(target.followers.values_list("account", flat=True)) == {both.pk, one.pk}
    assert not double.followers.exists()
    assert set(target.origins.all()) == {double, earlier}
    assert Link.objects.filter(source=double.reference, target=target.reference, relation=Relation.MERGED_INTO).exists()
    assert mailed() == {both.email, one.email}
    assert "Blijft" in Mail.objects.first().text


def test_whoever_followed_a_double_of_an_answered_question_gets_the_answer(staff):
    account, heard_it = UserFactory(), UserFactory()
    target = OpenQuestionFactory(
        state=QuestionState.ANSWERED, answer="Begin klein.", decided_at=NOW, followers=[heard_it]
    )
    double = OpenQuestionFactory(followers=[account, heard_it])

    merge(double, target, by=staff, at=NOW)

    assert mailed() == {account.email}
    assert "Begin klein." in Mail.objects.get().text


def test_joining_with_itself_or_with_what_is_closed_is_refused(staff, person):
    question = OpenQuestionFactory()
    shut = OpenQuestionFactory(state=QuestionState.CLOSED, reason="x")

    for into, who in ((question, staff), (shut, staff), (OpenQuestionFactory(), person)):
        with pytest.raises(Refusal):
            merge(question, into, by=who, at=NOW)

    question.refresh_from_db()
    assert question.state == QuestionState.OPEN


def test_a_reason_goes_to_whoever_follows(staff, person, account):
    question = OpenQuestionFactory(followers=[account])

    with pytest.raises(Refusal) as refused:
        close(question, " ", by=staff, at=NOW)
    with pytest.raises(Refusal):
        close(question, "Gaat niet over samen opleiden.", by=person, at=NOW)
    close(question, "Gaat niet over samen opleiden.", by=staff, at=NOW)

    question.refresh_from_db()
    assert refused.value.field == "reason"
    assert question.state == QuestionState.CLOSED
    assert "Gaat niet over samen opleiden." in Mail.objects.get(to=account.email).text


def test_erasing_removes_what_nobody_else_follows_and_the_name_from_the_rest(account):
    alone = OpenQuestionFactory(asked_by=account, followers=[account])
    shared = OpenQuestionFactory(asked_by=account, followers=[account, UserFactory()])
    done = OpenQuestionFactory(asked_by=account, state=QuestionState.ANSWERED, answer="Zo.", decided_at=NOW)
    joined = OpenQuestionFactory(asked_by=account)
    OpenQuestionFactory(state=QuestionState.CLOSED, merged_into=joined)

    forget_following(account, NOW)
    forget_asker(account, NOW)

    assert not OpenQuestion.objects.filter(pk=alone.pk).exists()
    assert set(OpenQuestion.objects.filter(pk__in=[shared.pk, done.pk, joined.pk], asked_by=None)) == {
        shared,
        done,
        joined,
    }
    assert not QuestionFollower.objects.filter(account=account).exists()
    assert shared.followers.count() == 1
