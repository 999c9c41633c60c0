"""Give and take of a partnership."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Audience, ItemState, QuestionState
from steunpunt.knowledge.queries.balance import Balance, balance_of, balance_panel, give_and_take
from tests.factories.foundation import staff_actor
from tests.factories.knowledge import (
    KnowledgeItemFactory,
    KnownAnswerFactory,
    OpenQuestionFactory,
    ResearchQuestionFactory,
)
from tests.factories.knowledge_use import ItemUseFactory
from tests.factories.network import PartnershipFactory, RoleFactory, coordinator_of
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()
DAY = date(2026, 10, 1)


@pytest.fixture
def alfa():
    return PartnershipFactory(slug="alfa", version__name="Alfa")


@pytest.fixture
def shared(alfa):
    return KnowledgeItemFactory(partnership=alfa)


def test_nothing_yet(alfa):
    assert balance_of(alfa, VISITOR, DAY) == Balance(0, 0, 0)


def test_what_was_shared_counts_once_published(alfa, shared):
    KnowledgeItemFactory(partnership=alfa, state=ItemState.DRAFT)
    KnowledgeItemFactory(partnership=alfa, state=ItemState.WITHDRAWN)
    KnowledgeItemFactory()

    assert balance_of(alfa, VISITOR, DAY).shared == 1


def test_other_partnerships_count_once_each(alfa, shared):
    other = PartnershipFactory()
    ItemUseFactory(item=shared, partnership=other)
    ItemUseFactory(item=KnowledgeItemFactory(partnership=alfa), partnership=other)
    ItemUseFactory(item=shared)
    ItemUseFactory(item=shared, partnership=alfa)
    ItemUseFactory(item=shared, partnership=None, role=RoleFactory())
    ItemUseFactory(item=shared, withdrawn_at=NOW)

    assert balance_of(alfa, VISITOR, DAY) == Balance(shared=2, users=2, took=0)


def test_what_was_used_of_others_counts_once_per_item(alfa, shared):
    item = KnowledgeItemFactory()
    ItemUseFactory(item=item, partnership=alfa)
    ItemUseFactory(item=item, partnership=alfa)
    ItemUseFactory(item=KnowledgeItemFactory(partnership=PartnershipFactory()), partnership=alfa)
    ItemUseFactory(item=shared, partnership=alfa)

    assert balance_of(alfa, VISITOR, DAY).took == 2


def test_the_public_sees_public_items_only(alfa):
    hidden = KnowledgeItemFactory(partnership=alfa, audience=Audience.PARTNERSHIP)
    ItemUseFactory(item=hidden)
    ItemUseFactory(item=KnowledgeItemFactory(audience=Audience.MEMBERS), partnership=alfa)

    assert balance_of(alfa, VISITOR, DAY) == Balance(0, 0, 0)
    assert balance_of(alfa, coordinator_of(alfa), DAY) == Balance(1, 1, 1)


def test_an_earlier_day_shows_what_there_was_then(alfa, shared):
    ItemUseFactory(item=shared)

    assert balance_of(alfa, VISITOR, date(2026, 8, 31)) == Balance(0, 0, 0)
    assert balance_of(alfa, VISITOR, date(2026, 9, 1)) == Balance(1, 1, 0)


def test_four_queries_for_any_number(alfa, shared, django_assert_num_queries):
    for number in (1, 3):
        for _turn in range(number):
            ItemUseFactory(item=shared)
            ItemUseFactory(partnership=alfa)
        with django_assert_num_queries(4):
            balance_of(alfa, VISITOR, DAY)


def test_in_full_with_the_words(alfa, shared):
    used = ItemUseFactory(item=shared)
    by_role = ItemUseFactory(item=shared, partnership=None, role=RoleFactory())
    ItemUseFactory(item=shared, withdrawn_at=NOW)
    took = ItemUseFactory(partnership=alfa)

    both = give_and_take(alfa, coordinator_of(alfa), DAY)

    assert [(row, row.users) for row in both.shared] == [(shared, 1)]
    assert {one.use for one in both.given} == {used, by_role}
    assert [one.use for one in both.taken] == [took]


def test_the_panel_is_left_out_when_there_is_nothing_to_tell(alfa):
    assert balance_panel(alfa, VISITOR, DAY) is None


def test_whoever_manages_the_partnership_sees_the_invitation(alfa):
    for actor in (coordinator_of(alfa), staff_actor()):
        panel = balance_panel(alfa, actor, DAY)
        assert panel is not None
        assert panel["manages"]


def test_the_panel_for_the_public_has_no_way_to_the_whole(alfa, shared):
    panel = balance_panel(alfa, VISITOR, DAY)

    assert panel is not None
    assert not panel["manages"]


def test_questions_that_its_items_answered_count_once_each(alfa):
    item = KnowledgeItemFactory(partnership=alfa)
    for state in (QuestionState.ANSWERED, QuestionState.OPEN):
        question = OpenQuestionFactory(state=state, answer="Zo.", decided_at=item.published_at)
        question.items.set([item, KnowledgeItemFactory(partnership=alfa)])
    KnownAnswerFactory(added_at=item.published_at).items.set([item])
    KnownAnswerFactory(question=ResearchQuestionFactory(accepted_at=None), added_at=item.published_at).items.set([item])

    assert balance_of(alfa, Actor.visitor(), DAY).answered == 2
