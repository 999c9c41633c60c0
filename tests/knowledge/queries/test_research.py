"""Who sees which questions, and everything about one over what went up in it."""

from datetime import timedelta

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Audience, QuestionStatus
from steunpunt.knowledge.queries.research import (
    dossier,
    families,
    gone_up_in,
    origin_by_id,
    owner_of,
    put_away_questions,
    question_by_slug,
    readable_questions,
    running_work,
    visible_questions,
    waiting_for_editors,
    waiting_questions,
    work_by_id,
)
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.knowledge import (
    KnowledgeItemFactory,
    KnownAnswerFactory,
    QuestionOriginFactory,
    ResearchQuestionFactory,
    ResearchWorkFactory,
)
from tests.factories.network import (
    AcademicStrandFactory,
    InstitutionFactory,
    PartnershipFactory,
    PersonFactory,
)
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db
VISITOR, TODAY = Actor.visitor(), NOW.date()


def test_the_agenda_is_the_same_for_everybody_and_holds_nothing_hidden():
    shown = ResearchQuestionFactory()
    for state in ({"accepted_at": None}, {"status": QuestionStatus.RETIRED}, {"merged_into": shown, "merged_at": NOW}):
        ResearchQuestionFactory(**state)

    for actor in (VISITOR, member_of(), staff_actor()):
        assert list(visible_questions(actor)) == [shown]


def test_who_brought_a_proposal_reads_it_while_it_waits():
    account = UserFactory()
    waiting = ResearchQuestionFactory(accepted_at=None, origin__account=account)
    own, other, staff = Actor.of(account), member_of(), staff_actor()

    assert [waiting in readable_questions(actor) for actor in (own, other, VISITOR, staff)] == [
        True,
        False,
        False,
        True,
    ]
    assert question_by_slug(other, waiting.slug) is None


def test_who_brought_what_was_retired_still_reads_why_also_after_a_merge():
    account, other = UserFactory(), UserFactory()
    retired = ResearchQuestionFactory(status=QuestionStatus.RETIRED, origin__account=account)
    ResearchQuestionFactory(merged_into=retired, merged_at=NOW, origin__account=other)

    readers = [Actor.of(account), Actor.of(other), member_of(), VISITOR]
    assert [retired in readable_questions(actor) for actor in readers] == [True, True, False, False]


def test_what_waits_and_what_was_put_away_is_for_staff():
    shown = ResearchQuestionFactory()
    waiting = ResearchQuestionFactory(accepted_at=None)
    retired = ResearchQuestionFactory(status=QuestionStatus.RETIRED)
    declined = ResearchQuestionFactory(accepted_at=None, status=QuestionStatus.RETIRED)
    merged = ResearchQuestionFactory(merged_into=shown, merged_at=NOW)

    assert list(waiting_questions(staff_actor())) == [waiting]
    assert set(put_away_questions(staff_actor())) == {retired, declined, merged}
    assert not waiting_questions(member_of()).exists()
    assert not put_away_questions(member_of()).exists()


def test_an_old_address_leads_to_the_question_that_remains_when_that_may_be_read():
    root = ResearchQuestionFactory()
    middle = ResearchQuestionFactory(merged_into=root, merged_at=NOW)
    leaf = ResearchQuestionFactory(merged_into=middle, merged_at=NOW)
    retired = ResearchQuestionFactory(status=QuestionStatus.RETIRED)
    hidden = ResearchQuestionFactory(merged_into=retired, merged_at=NOW)

    assert families().of(root.pk) == {root.pk, middle.pk, leaf.pk}
    assert gone_up_in(VISITOR, leaf.slug) == root
    assert owner_of(VISITOR, leaf.pk) == owner_of(VISITOR, root.pk) == root
    assert [gone_up_in(VISITOR, slug) for slug in (hidden.slug, root.slug, "bestaat-niet")] == [None, None, None]


def test_items_that_the_reader_may_not_open_leave_no_trace():
    shown, hidden = KnowledgeItemFactory(), KnowledgeItemFactory(audience=Audience.MEMBERS)
    known = KnownAnswerFactory()
    known.items.set([shown, hidden])

    def seen(actor):
        return set(dossier(known.question, actor, TODAY).answers[0].items)

    assert seen(VISITOR) == {shown}
    assert seen(member_of()) == {shown, hidden}


def test_work_is_told_with_names_and_the_academic_strand_of_the_day():
    partnership = PartnershipFactory(version__name="Noordzijde")
    institution = InstitutionFactory(version__name="Hogeschool Oost")
    AcademicStrandFactory(partnership=partnership)
    named = PersonFactory(name_is_public=True, consent_at=NOW)
    question = ResearchQuestionFactory()
    ResearchWorkFactory(question=question, partnership=partnership, organisation=institution, person=named)
    ResearchWorkFactory(question=question, person=PersonFactory(), valid_from=None, valid_until=TODAY)

    shown = dossier(question, VISITOR, TODAY)

    running, ended = shown.running[0], shown.ended[0]
    assert (running.partnership[0], running.organisation[0]) == ("Noordzijde", "Hogeschool Oost")
    assert (running.person, running.is_academic) == (named.name, True)
    assert (ended.person, ended.is_academic) == ("", False)


def test_an_origin_tells_the_record_that_it_came_from_when_it_may_be_seen():
    shown, hidden = KnowledgeItemFactory(), KnowledgeItemFactory(audience=Audience.STAFF)
    question = ResearchQuestionFactory(origin__reference=shown.reference)
    QuestionOriginFactory(question=question, reference=hidden.reference)

    records = [one.record for one in dossier(question, VISITOR, TODAY).origins]

    assert [record.title if record else None for record in records] == [shown.live.title, None]


def test_an_origin_says_what_its_own_question_was_before_a_merge():
    question = ResearchQuestionFactory()
    merged = ResearchQuestionFactory(text="Eerst zo?", origin__wording="En zo?", merged_into=question, merged_at=NOW)

    shown = dossier(question, VISITOR, TODAY)

    assert [one.was for one in shown.origins] == ["", "Eerst zo?"]
    assert shown.merged == [merged]


def test_a_proposal_that_went_up_in_another_never_stood_on_the_agenda():
    question = ResearchQuestionFactory()
    ResearchQuestionFactory(
        text="Eerst zo?", merged_into=question, merged_at=NOW, accepted_at=None, origin__wording="?"
    )

    assert [one.was for one in dossier(question, VISITOR, TODAY).origins] == ["", ""]


def test_the_only_origin_of_its_own_question_is_not_removable():
    question = ResearchQuestionFactory()
    merged = ResearchQuestionFactory(merged_into=question, merged_at=NOW)
    QuestionOriginFactory(question=merged)

    shown = dossier(question, VISITOR, TODAY)

    assert [(one.row.question, one.is_removable) for one in shown.origins] == [
        (question, False),
        (merged, True),
        (merged, True),
    ]


def test_a_dossier_asks_as_many_queries_for_three_as_for_one(django_assert_max_num_queries):
    question = ResearchQuestionFactory()

    def more():
        QuestionOriginFactory(
            question=question, partnership=PartnershipFactory(), reference=KnowledgeItemFactory().reference
        )
        ResearchWorkFactory(question=question, organisation=InstitutionFactory(), person=PersonFactory())
        KnownAnswerFactory(question=question).items.set([KnowledgeItemFactory()])

    more()
    with django_assert_max_num_queries(50) as one:
        dossier(question, VISITOR, TODAY)
    more()
    more()
    with django_assert_max_num_queries(len(one)):
        dossier(question, VISITOR, TODAY)


def test_work_and_origins_are_found_by_their_id():
    work, origin = ResearchWorkFactory(valid_until=TODAY + timedelta(days=1)), QuestionOriginFactory()

    assert (work_by_id(work.public_id), origin_by_id(origin.public_id)) == (work, origin)
    assert (work_by_id("geen"), origin_by_id("geen")) == (None, None)
    assert [running_work(TODAY + timedelta(days=days)).count() for days in (-1, 0, 1)] == [0, 1, 0]


def test_staff_are_told_how_many_proposals_wait_and_since_when():
    ResearchQuestionFactory()
    ResearchQuestionFactory(accepted_at=None, status=QuestionStatus.RETIRED)
    assert waiting_for_editors(staff_actor()) is None
    ResearchQuestionFactory(accepted_at=None, created_at=NOW)
    ResearchQuestionFactory(accepted_at=None, created_at=NOW - timedelta(days=3))

    assert waiting_for_editors(staff_actor()) == {"count": 2, "oldest": NOW - timedelta(days=3)}
    assert waiting_for_editors(member_of()) is None
