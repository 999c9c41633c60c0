"""Making two questions one, with every origin kept, and taking that back in any order."""

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.outbox.models import Mail
from steunpunt.foundation.thread.actions import link
from steunpunt.foundation.thread.models import Relation
from steunpunt.foundation.thread.queries import thread_of
from steunpunt.knowledge.actions.agenda_merging import merge, undo_merge
from steunpunt.knowledge.models import QuestionStatus
from steunpunt.knowledge.queries.research import dossier, visible_questions
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.knowledge import (
    KnowledgeItemFactory,
    KnownAnswerFactory,
    ResearchQuestionFactory,
    ResearchWorkFactory,
)
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()


def wordings(question):
    return {origin.row.wording for origin in dossier(question, VISITOR, NOW.date()).origins}


def test_every_origin_answer_and_work_shows_with_the_one_that_remains():
    kept, merged = ResearchQuestionFactory(text="A?"), ResearchQuestionFactory(text="B?")
    KnownAnswerFactory(question=merged, text="Iets.")
    work = ResearchWorkFactory(question=merged)

    merge(kept, merged, by=staff_actor(), at=NOW)

    shown = dossier(kept, VISITOR, NOW.date())
    assert wordings(kept) == {"A?", "B?"}
    assert [one.row.text for one in shown.answers] == ["Iets."]
    assert [one.row for one in shown.running] == [work]
    assert list(visible_questions(VISITOR)) == [kept]


def test_a_merge_is_told_and_stands_in_the_history_of_both():
    asker = UserFactory()
    kept, merged = ResearchQuestionFactory(), ResearchQuestionFactory(origin__account=asker)

    merge(kept, merged, reason="Zelfde vraag", by=staff_actor(), at=NOW)

    assert Mail.objects.get().to == asker.email
    for row in (kept, merged):
        assert history_of(row.reference)[0].changes == {"reden": [None, "Zelfde vraag"]}


def test_taking_it_back_gives_everything_back_in_any_order():
    first, second, third = (ResearchQuestionFactory(text=text) for text in ("A?", "B?", "C?"))
    staff = staff_actor()
    merge(second, first, by=staff, at=NOW)
    merge(third, second, by=staff, at=NOW)
    together = wordings(third)

    undo_merge(first, by=staff, at=NOW)

    assert together == {"A?", "B?", "C?"}
    assert (wordings(first), wordings(third)) == ({"A?"}, {"B?", "C?"})
    undo_merge(second, by=staff, at=NOW)
    assert [wordings(row) for row in (first, second, third)] == [{"A?"}, {"B?"}, {"C?"}]
    assert visible_questions(VISITOR).count() == 3


def test_the_thread_moves_along_and_back():
    kept, merged, item = ResearchQuestionFactory(), ResearchQuestionFactory(), KnowledgeItemFactory()
    staff = staff_actor()
    link(merged.reference, item.reference, Relation.ANSWERED_BY, by=staff, at=NOW)

    merge(kept, merged, by=staff, at=NOW)
    moved = [step.record.reference for step in thread_of(kept.reference, VISITOR)]
    undo_merge(merged, by=staff, at=NOW)

    assert moved == [item.reference]
    assert thread_of(kept.reference, VISITOR) == []
    assert [step.record.reference for step in thread_of(merged.reference, VISITOR)] == [item.reference]


@pytest.mark.parametrize("state", [{"accepted_at": None}, {"status": QuestionStatus.RETIRED}])
def test_nothing_goes_up_in_what_is_not_on_the_agenda(state):
    with pytest.raises(Refusal, match="niet samen te voegen"):
        merge(ResearchQuestionFactory(**state), ResearchQuestionFactory(), by=staff_actor(), at=NOW)


def test_no_circle_and_nothing_twice():
    kept, merged = ResearchQuestionFactory(), ResearchQuestionFactory()
    staff = staff_actor()
    merge(kept, merged, by=staff, at=NOW)

    for pair in ((merged, kept), (kept, merged)):
        with pytest.raises(Refusal):
            merge(*pair, by=staff, at=NOW)
    with pytest.raises(Refusal, match="niet samengevoegd"):
        undo_merge(kept, by=staff, at=NOW)


def test_a_question_does_not_go_up_in_itself():
    question = ResearchQuestionFactory()

    with pytest.raises(Refusal):
        merge(question, question, by=staff_actor(), at=NOW)


def test_merging_is_for_editors():
    kept, merged = ResearchQuestionFactory(), ResearchQuestionFactory()

    with pytest.raises(Refusal, match="redactie"):
        merge(kept, merged, by=member_of(), at=NOW)
    merge(kept, merged, by=staff_actor(), at=NOW)
    with pytest.raises(Refusal, match="redactie"):
        undo_merge(merged, by=member_of(), at=NOW)


def test_the_status_follows_the_work_that_comes_along_and_goes_away():
    kept, merged, below = ResearchQuestionFactory(), ResearchQuestionFactory(), ResearchQuestionFactory()
    staff = staff_actor()
    ResearchWorkFactory(question=below)
    by_hand = ResearchQuestionFactory(status=QuestionStatus.IN_RESEARCH)

    def status(row):
        row.refresh_from_db()
        return row.status

    merge(merged, below, by=staff, at=NOW)
    merge(kept, merged, by=staff, at=NOW)
    together = status(kept)
    undo_merge(merged, by=staff, at=NOW)
    merge(by_hand, kept, by=staff, at=NOW)

    assert (together, status(kept), status(by_hand)) == ("in_research", "open", "in_research")
