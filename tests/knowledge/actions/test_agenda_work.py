"""Working on a question and stopping: the status of the question follows."""

from datetime import timedelta

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.knowledge.actions.agenda_editing import set_status
from steunpunt.knowledge.actions.agenda_merging import merge
from steunpunt.knowledge.actions.agenda_work import follow_work, stop_working, take_on
from steunpunt.knowledge.models import QuestionStatus, ResearchWork
from steunpunt.network.models import Person
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.knowledge import ResearchQuestionFactory, ResearchWorkFactory
from tests.factories.network import AffiliationFactory, InstitutionFactory, PartnershipFactory
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
SYSTEM = Actor.for_system("onderzoeksagenda")


def work_on(question, partnership, **given):
    return ResearchWork(question=question, partnership=partnership, **{"valid_from": TODAY, **given})


@pytest.fixture
def partnership():
    return PartnershipFactory()


@pytest.fixture
def member(partnership):
    return member_of(partnership)


def test_an_open_question_that_somebody_takes_on_is_in_research(partnership, member):
    question = ResearchQuestionFactory()

    take_on(work_on(question, partnership, programme="Academische kop"), by=member, at=NOW)

    question.refresh_from_db()
    assert question.status == QuestionStatus.IN_RESEARCH
    assert question.work.get().account == member.account
    assert any(entry.deed == "question-taken-on" for entry in history_of(partnership.reference))


def test_when_the_last_one_stops_the_question_is_open_again(partnership, member):
    question = ResearchQuestionFactory()
    other = ResearchWorkFactory(question=question)
    work = take_on(work_on(question, partnership, valid_from=TODAY - timedelta(days=9)), by=member, at=NOW)

    stop_working(work, TODAY, by=member, at=NOW)
    question.refresh_from_db()
    meanwhile = question.status
    stop_working(other, TODAY + timedelta(days=1), by=staff_actor(), at=NOW + timedelta(days=1))
    question.refresh_from_db()

    assert (meanwhile, question.status) == (QuestionStatus.IN_RESEARCH, QuestionStatus.OPEN)


def test_an_answered_question_stays_answered_while_somebody_works_on_it(partnership, member):
    question = ResearchQuestionFactory(status=QuestionStatus.ANSWERED)

    work = take_on(work_on(question, partnership), by=member, at=NOW)
    stop_working(work, TODAY + timedelta(days=1), by=member, at=NOW)

    question.refresh_from_db()
    assert question.status == QuestionStatus.ANSWERED


def test_work_after_a_merge_counts_for_the_question_that_remains(partnership, member):
    kept, merged = ResearchQuestionFactory(), ResearchQuestionFactory()
    work = take_on(work_on(merged, partnership, valid_from=TODAY - timedelta(days=9)), by=member, at=NOW)
    merge(kept, merged, by=staff_actor(), at=NOW)
    follow_work(by=SYSTEM, at=NOW)
    kept.refresh_from_db()
    busy = kept.status

    stop_working(work, TODAY, by=member, at=NOW)

    kept.refresh_from_db()
    assert (busy, kept.status) == (QuestionStatus.IN_RESEARCH, QuestionStatus.OPEN)


def test_the_same_is_not_said_twice_for_the_same_time(partnership, member):
    question = ResearchQuestionFactory()
    take_on(work_on(question, partnership, valid_until=TODAY + timedelta(days=9)), by=member, at=NOW)

    with pytest.raises(Refusal, match="staat er al"):
        take_on(work_on(question, partnership), by=member, at=NOW)
    take_on(work_on(question, partnership, valid_from=TODAY + timedelta(days=9)), by=member, at=NOW)
    take_on(work_on(question, partnership, organisation=InstitutionFactory()), by=staff_actor(), at=NOW)


def test_an_end_before_the_begin_is_refused_at_its_field(partnership, member):
    with pytest.raises(Refusal) as refused:
        take_on(work_on(ResearchQuestionFactory(), partnership, valid_until=TODAY), by=member, at=NOW)
    assert refused.value.field == "valid_until"


def test_nobody_is_no_answer_to_who(member):
    with pytest.raises(Refusal) as refused:
        take_on(work_on(ResearchQuestionFactory(), None), by=member, at=NOW)
    assert refused.value.field == "partnership"


def test_who_does_not_belong_takes_nothing_on(partnership):
    question = ResearchQuestionFactory()

    for actor in (Actor.visitor(), signed_in_actor(), member_of()):
        with pytest.raises(Refusal):
            take_on(work_on(question, partnership), by=actor, at=NOW)
    assert not ResearchWork.objects.exists()


@pytest.mark.parametrize("state", [{"accepted_at": None}, {"status": QuestionStatus.RETIRED}])
def test_nobody_works_on_what_is_not_on_the_agenda(partnership, member, state):
    with pytest.raises(Refusal, match="niet op de agenda"):
        take_on(work_on(ResearchQuestionFactory(**state), partnership), by=member, at=NOW)


def test_who_has_nothing_to_do_with_it_stops_nothing():
    work = ResearchWorkFactory()

    with pytest.raises(Refusal):
        stop_working(work, TODAY + timedelta(days=1), by=member_of(), at=NOW)


def test_what_ended_already_does_not_end_again(partnership, member):
    work = ResearchWorkFactory(account=member.account, valid_from=None, valid_until=TODAY)

    with pytest.raises(Refusal) as refused:
        stop_working(work, TODAY, by=member, at=NOW)
    assert refused.value.field == "valid_until"


def test_the_days_themselves_change_the_status():
    begins = ResearchWorkFactory(valid_from=TODAY + timedelta(days=1), valid_until=TODAY + timedelta(days=3)).question
    by_hand = ResearchQuestionFactory(status=QuestionStatus.IN_RESEARCH)

    def status_after(days):
        changed = follow_work(by=SYSTEM, at=NOW + timedelta(days=days))
        begins.refresh_from_db()
        return changed, begins.status

    assert [status_after(days) for days in (0, 1, 2, 3)] == [
        (0, "open"),
        (1, "in_research"),
        (0, "in_research"),
        (1, "open"),
    ]
    by_hand.refresh_from_db()
    assert by_hand.status == QuestionStatus.IN_RESEARCH


def test_a_status_that_staff_set_by_hand_stays_until_work_begins_or_ends():
    running = ResearchWorkFactory(valid_from=TODAY - timedelta(days=9), valid_until=TODAY + timedelta(days=2)).question
    ended = ResearchWorkFactory(valid_from=None, valid_until=TODAY).question
    set_status(running, "answered", "Er is een antwoord.", by=staff_actor(), at=NOW)
    set_status(running, "open", "Er is een nieuwe kant.", by=staff_actor(), at=NOW)
    set_status(ended, "in_research", "Een ander onderzoekt dit.", by=staff_actor(), at=NOW)
    begins = ResearchWorkFactory(question=running, valid_from=TODAY + timedelta(days=1))

    changed = [follow_work(by=SYSTEM, at=NOW + timedelta(days=days)) for days in (0, 1, 2)]

    for row in (running, ended):
        row.refresh_from_db()
    assert (changed, running.status, ended.status) == ([0, 1, 0], "in_research", "in_research")
    assert running.status_on == begins.valid_from


def test_an_institution_is_taken_on_by_who_has_a_role_there_and_by_staff(member):
    own, other = InstitutionFactory(), InstitutionFactory()
    AffiliationFactory(person=Person.objects.get(account=member.account), organisation=own, partnership=None)
    question = ResearchQuestionFactory()

    take_on(work_on(question, None, organisation=own), by=member, at=NOW)
    with pytest.raises(Refusal) as refused:
        take_on(work_on(question, None, organisation=other), by=member, at=NOW)
    take_on(work_on(question, None, organisation=other), by=staff_actor(), at=NOW)

    assert refused.value.field == "organisation"
    assert question.work.count() == 2


@pytest.mark.parametrize(("begins", "stops"), [(0, 0), (0, -1), (3, 0), (3, 3)])
def test_what_never_began_leaves_no_work(partnership, member, begins, stops):
    question = ResearchQuestionFactory()
    work = take_on(work_on(question, partnership, valid_from=TODAY + timedelta(days=begins)), by=member, at=NOW)

    stop_working(work, TODAY + timedelta(days=stops), by=member, at=NOW)

    question.refresh_from_db()
    assert (question.status, question.work.exists()) == (QuestionStatus.OPEN, False)
    assert "Toch niet begonnen" in " ".join(str(entry.summary) for entry in history_of(partnership.reference))
