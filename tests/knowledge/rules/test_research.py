"""Who may bring, judge and join questions of the agenda, and what can be done with one now."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import QuestionStatus, ResearchWork
from steunpunt.knowledge.rules.research import (
    can_accept,
    can_change,
    can_merge,
    is_on_agenda,
    may_edit_agenda,
    may_propose,
    may_speak_for,
    may_stop,
    may_take_out,
    may_work_for,
    stoppable,
)
from tests.factories.foundation import UserFactory, signed_in_actor, staff_actor
from tests.factories.knowledge import QuestionOriginFactory, ResearchQuestionFactory, ResearchWorkFactory
from tests.factories.network import (
    AffiliationFactory,
    InstitutionFactory,
    PartnershipFactory,
    PersonFactory,
    coordinator_of,
)
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db


def test_proposing_is_for_members_and_staff():
    actors = [Actor.visitor(), signed_in_actor(), member_of(), staff_actor()]

    assert [may_propose(actor) for actor in actors] == [False, False, True, True]
    assert [may_edit_agenda(actor) for actor in actors] == [False, False, False, True]


def test_a_member_speaks_for_the_own_partnership_only():
    own, other = PartnershipFactory(), PartnershipFactory()
    member = member_of(own)

    assert [may_speak_for(member, one) for one in (own, other, None)] == [True, False, True]
    assert may_speak_for(staff_actor(), other)
    assert not may_speak_for(Actor.visitor(), None)


def test_a_member_works_for_the_own_institution_only():
    person = PersonFactory(account=UserFactory())
    own, other = InstitutionFactory(), InstitutionFactory()
    AffiliationFactory(person=person, organisation=own, partnership=None)
    member = Actor.of(person.account)

    assert [may_work_for(member, one) for one in (own, other, None)] == [True, False, True]
    assert may_work_for(staff_actor(), other)
    assert not may_work_for(Actor.visitor(), own)


def test_who_said_so_the_coordinator_and_staff_stop():
    work = ResearchWorkFactory(account=UserFactory())
    actors = [
        Actor.of(work.account),
        coordinator_of(work.partnership),
        staff_actor(),
        member_of(work.partnership),
        Actor.visitor(),
    ]

    assert [may_stop(actor, work) for actor in actors] == [True, True, True, False, False]


def test_which_of_many_lines_of_work_somebody_stops(django_assert_max_num_queries):
    own = ResearchWorkFactory(account=UserFactory())
    coordinator = coordinator_of(own.partnership)
    rows = [own, ResearchWorkFactory(), ResearchWorkFactory(partnership=None, organisation=InstitutionFactory())]
    rows = list(ResearchWork.objects.filter(pk__in=[row.pk for row in rows]))

    assert stoppable(Actor.of(own.account), rows) == {own.pk}
    assert stoppable(staff_actor(), rows) == {row.pk for row in rows}
    assert stoppable(Actor.visitor(), rows) == set()
    with django_assert_max_num_queries(1):
        assert stoppable(coordinator, rows) == {own.pk}


def test_who_brought_it_and_staff_take_an_origin_out():
    origin, nobodys = QuestionOriginFactory(account=UserFactory()), QuestionOriginFactory()
    actors = [Actor.of(origin.account), staff_actor(), member_of(), Actor.visitor()]

    assert [may_take_out(actor, origin) for actor in actors] == [True, True, False, False]
    assert [may_take_out(actor, nobodys) for actor in actors] == [False, True, False, False]


def test_a_question_is_on_the_agenda_while_accepted_standing_and_not_retired():
    shown = ResearchQuestionFactory()
    waiting = ResearchQuestionFactory(accepted_at=None)
    retired = ResearchQuestionFactory(status=QuestionStatus.RETIRED)
    merged = ResearchQuestionFactory(merged_into=shown, merged_at=NOW)
    rows = [shown, waiting, retired, merged]

    assert [is_on_agenda(row) for row in rows] == [True, False, False, False]
    assert [can_accept(row) for row in rows] == [False, True, False, False]
    assert [can_change(row) for row in rows] == [True, True, True, False]
    assert [can_merge(shown, row) for row in rows] == [False, True, True, False]
    assert not can_merge(waiting, shown)
