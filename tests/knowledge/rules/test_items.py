"""Who may write, review and withdraw, and what a version needs."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import ItemState
from steunpunt.knowledge.rules.items import (
    can_be_replaced,
    can_bring_back,
    can_publish,
    can_replace,
    can_submit,
    can_withdraw,
    is_untouched,
    may_edit_item,
    may_name,
    may_point_to,
    may_review,
    may_share,
    missing_in,
)
from steunpunt.network.queries.people import person_of
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.knowledge import ItemContactFactory, ItemFileFactory, KnowledgeItemFactory
from tests.factories.network import AffiliationFactory, PartnershipFactory, PersonFactory, coordinator_of
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db


def test_sharing_is_for_members_and_staff():
    actors = [Actor.visitor(), Actor.of(UserFactory()), member_of(), staff_actor()]

    assert [may_share(actor) for actor in actors] == [False, False, True, True]


def test_author_coordinator_and_staff_edit():
    partnership = PartnershipFactory()
    item = KnowledgeItemFactory(partnership=partnership)
    actors = [Actor.of(item.author), coordinator_of(partnership), staff_actor(), member_of(partnership)]

    assert [may_edit_item(actor, item) for actor in actors] == [True, True, True, False]


def test_only_staff_review():
    assert [may_review(actor) for actor in (member_of(), staff_actor())] == [False, True]


@pytest.mark.parametrize(
    ("submitted", "published", "submit", "publish"),
    [(None, None, True, False), (NOW, None, False, True), (NOW, NOW, False, False)],
)
def test_a_version_goes_one_way(submitted, published, submit, publish):
    version = KnowledgeItemFactory(version__submitted_at=submitted, version__published_at=published).versions.get()

    assert (can_submit(version), can_publish(version)) == (submit, publish)


def test_what_is_published_can_go_and_come_back():
    shown, gone = KnowledgeItemFactory(), KnowledgeItemFactory(state=ItemState.WITHDRAWN)

    assert (can_withdraw(shown), can_withdraw(gone)) == (True, False)
    assert (can_bring_back(shown), can_bring_back(gone)) == (False, True)


def test_only_what_is_published_is_replaced_and_never_in_a_circle():
    item, draft = KnowledgeItemFactory(), KnowledgeItemFactory(state=ItemState.DRAFT)
    earlier = KnowledgeItemFactory(replaced_by=KnowledgeItemFactory(replaced_by=item))

    assert (can_be_replaced(item), can_be_replaced(draft)) == (True, False)
    assert (can_replace(earlier, item), can_replace(item, earlier), can_replace(item, item)) == (True, False, False)
    assert [may_point_to(Actor.visitor(), one) for one in (item, draft)] == [True, False]


def test_nothing_is_missing_in_a_whole_version():
    item = KnowledgeItemFactory(
        kind="instrument", partnership=PartnershipFactory(), version__details={"purpose": "Gesprek voeren"}
    )

    assert missing_in(item.live) == []


@pytest.mark.parametrize(
    ("person", "field"), [({}, "partnership"), ({"name_is_public": True, "consent_at": NOW}, None)]
)
def test_readers_have_to_know_where_to_ask(person, field):
    """A role alone says what to ask; without a partnership only a name on the site says whom."""
    item = KnowledgeItemFactory(contact=False)
    ItemContactFactory(item=item, person=PersonFactory(**person))

    assert [name for name, _sentence in missing_in(item.live)] == ([field] if field else [])


def test_a_role_without_a_partnership_is_not_enough():
    assert [name for name, _sentence in missing_in(KnowledgeItemFactory().live)] == ["partnership"]


def test_oneself_and_visible_colleagues_can_be_named():
    partnership = PartnershipFactory()
    actor = member_of(partnership)
    item = KnowledgeItemFactory(author=actor.account, partnership=partnership, contact=False)
    shy, open_one, stranger = PersonFactory(), *PersonFactory.create_batch(2, name_is_public=True, consent_at=NOW)
    for person in (shy, open_one):
        AffiliationFactory(person=person, partnership=partnership, organisation=None)

    people = [person_of(actor.account), shy, open_one, stranger]

    assert [may_name(actor, person, item) for person in people] == [True, False, True, False]
    assert [may_name(staff_actor(), person, item) for person in people] == [True, True, True, False]


def test_everything_missing_is_named_at_its_field():
    item = KnowledgeItemFactory(
        kind="instrument", contact=False, version__outcome="", version__sectors=[], version__themes=[]
    )

    fields = [field for field, _sentence in missing_in(item.live)]

    assert fields == ["outcome", "sectors", "themes", "contact_role", "detail_purpose"]


def test_a_version_is_untouched_while_it_only_holds_a_file():
    item = KnowledgeItemFactory(version__title="taak.docx", version__outcome="")
    before = is_untouched(item.live)
    item.live.files.add(ItemFileFactory(item=item, name="taak.docx"))

    assert (before, is_untouched(item.live)) == (False, True)
