"""Questions of a meeting, and looking back without names: nothing of fewer than five."""

from datetime import timedelta

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.meetings.actions.asking import MOST, add_question, look_back, remove_question
from steunpunt.meetings.models import MeetingAnswer, MeetingQuestion, QuestionKind, QuestionMoment
from steunpunt.meetings.queries.questions import evaluated, results_of
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.meetings_registration import (
    NOW,
    AttendedFactory,
    ComingMeetingFactory,
    QuestionFactory,
    RegistrationFactory,
    lead_of,
)

pytestmark = pytest.mark.django_db
FACTS = {
    "moment": "before",
    "kind": "choice",
    "text": "Kom je met de trein?",
    "options": ["ja", "nee"],
    "is_required": True,
}


def test_a_leader_asks_and_takes_it_back_until_somebody_answered():
    meeting = ComingMeetingFactory()
    leader = lead_of(meeting)
    question = add_question(meeting, FACTS, by=leader, at=NOW)
    MeetingAnswer.objects.create(question=question, registration=RegistrationFactory(meeting=meeting), text="ja")
    with pytest.raises(Refusal, match="al antwoorden"):
        remove_question(question, by=leader, at=NOW)
    MeetingAnswer.objects.all().delete()
    remove_question(question, by=leader, at=NOW)

    assert not MeetingQuestion.objects.exists()


def test_only_who_leads_and_not_without_end():
    meeting = ComingMeetingFactory()
    with pytest.raises(Refusal, match="leidt"):
        add_question(meeting, FACTS, by=signed_in_actor(), at=NOW)
    QuestionFactory.create_batch(MOST, meeting=meeting)

    with pytest.raises(Refusal, match="al twaalf vragen"):
        add_question(meeting, FACTS, by=staff_actor(), at=NOW)


def _evaluated(people: int, kind: str = QuestionKind.CHOICE) -> object:
    meeting = ComingMeetingFactory()
    question = QuestionFactory(meeting=meeting, moment=QuestionMoment.AFTER, kind=kind, options=["goed", "matig"])
    for _ in range(people):
        look_back(AttendedFactory(meeting=meeting), {question.pk: "goed"}, at=meeting.ends_at)
    return meeting


def test_four_answers_are_not_shown_and_five_are():
    few, enough = results_of(_evaluated(4))[0], results_of(_evaluated(5))[0]

    assert (few.is_shown, few.number, few.counts, few.texts) == (False, 4, [], [])
    assert (enough.is_shown, enough.counts) == (True, [("goed", 5), ("matig", 0)])


def test_open_answers_too():
    assert results_of(_evaluated(4, QuestionKind.OPEN))[0].texts == []
    assert results_of(_evaluated(5, QuestionKind.OPEN))[0].texts == ["goed"] * 5


def test_no_name_is_kept_with_an_answer():
    meeting = _evaluated(1)

    assert MeetingAnswer.objects.get().registration is None
    assert evaluated(meeting) == 1


def test_once_after_the_end_and_only_questions_of_this_meeting():
    row = AttendedFactory()
    elsewhere = QuestionFactory(moment=QuestionMoment.AFTER)
    end = row.meeting.ends_at
    with pytest.raises(Refusal):
        look_back(row, {}, at=end - timedelta(minutes=1))
    look_back(row, {elsewhere.pk: "x"}, at=end)

    assert not MeetingAnswer.objects.exists()
    with pytest.raises(Refusal, match="al teruggekeken"):
        look_back(row, {}, at=end)
