"""Writing an item: beginning, keeping a draft, sending it in."""

import pytest
from django.urls import resolve

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.knowledge.actions.items import begin_item, free_slug, keep_draft, open_version, submit
from steunpunt.knowledge.models import ItemState, KnowledgeItem
from steunpunt.network.queries.people import person_of
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import ItemFileFactory, KnowledgeItemFactory
from tests.factories.network import (
    AffiliationFactory,
    PartnershipFactory,
    PersonFactory,
    RoleFactory,
    ThemeFactory,
)
from tests.knowledge.making import NOW, facts, member_of

pytestmark = pytest.mark.django_db


def test_a_member_begins_a_draft():
    actor = member_of()

    item = begin_item(facts(), by=actor, at=NOW)

    version = item.versions.get()
    assert (item.state, item.author, version.number, version.title) == (
        ItemState.DRAFT,
        actor.account,
        1,
        "Startgesprek",
    )
    assert LedgerEntry.objects.filter(deed="item-begun", subjects=[item.reference]).count() == 1


@pytest.mark.parametrize("actor", [Actor.visitor, lambda: Actor.of(UserFactory())])
def test_whoever_belongs_nowhere_cannot_share(actor):
    with pytest.raises(Refusal, match="rol heeft bij een partnerschap"):
        begin_item(facts(), by=actor(), at=NOW)
    assert not KnowledgeItem.objects.exists()


def test_two_items_of_one_title_get_two_addresses():
    first = KnowledgeItemFactory(slug="startgesprek")

    assert free_slug("Startgesprek") != first.slug
    assert free_slug("???") == "kennis"


@pytest.mark.parametrize("title", ["Delen", "Mijn", "Redactie"])
def test_an_item_never_takes_the_address_of_a_page(title):
    assert resolve(f"/kennisbank/{free_slug(title)}/").url_name == "item"


def test_a_draft_may_be_incomplete():
    actor = member_of()
    item = begin_item({"kind": "practice", "title": "Los idee"}, by=actor, at=NOW)

    version = keep_draft(item, {"outcome": ""}, by=actor, at=NOW)

    assert version.outcome == ""


def test_for_one_partnership_without_a_partnership_is_refused_and_changes_nothing():
    actor = member_of()
    item = begin_item(facts(partnership=None), by=actor, at=NOW)

    with pytest.raises(Refusal, match="partnerschap") as refused:
        keep_draft(item, {"audience": "partnership", "title": "Anders"}, by=actor, at=NOW)
    assert refused.value.field == "partnership"
    assert item.versions.get().title == "Startgesprek"


def test_a_stranger_keeps_nothing():
    item = KnowledgeItemFactory(state=ItemState.DRAFT)

    with pytest.raises(Refusal):
        keep_draft(item, {"title": "Anders"}, by=member_of(), at=NOW)


def test_who_looked_at_an_older_state_is_told():
    actor = member_of()
    item = begin_item(facts(), by=actor, at=NOW)
    keep_draft(item, {"title": "Nieuwer"}, by=actor, at=NOW, revision=item.revision)

    with pytest.raises(Outdated):
        keep_draft(item, {"title": "Ouder"}, by=actor, at=NOW, revision=1)
    assert item.versions.get().title == "Nieuwer"


def test_a_change_after_publication_makes_a_next_version_and_leaves_the_live_one():
    actor = member_of()
    item = KnowledgeItemFactory(author=actor.account, version__title="Zoals het was")
    item.live.files.add(ItemFileFactory(item=item))
    themes = [ThemeFactory(), ThemeFactory()]

    version = keep_draft(item, {"title": "Zoals het wordt", "themes": themes}, by=actor, at=NOW)

    item.refresh_from_db()
    assert (version.number, version.title, version.files.count()) == (2, "Zoals het wordt", 1)
    assert (item.live.number, item.live.title, item.live.themes.count()) == (1, "Zoals het was", 1)
    assert open_version(item, NOW) == version


@pytest.mark.parametrize(
    ("missing", "field"),
    [
        ({"outcome": " "}, "outcome"),
        ({"sectors": []}, "sectors"),
        ({"themes": []}, "themes"),
        ({"contact_role": None}, "contact_role"),
        ({"kind": "learning_task"}, "detail_goal"),
    ],
)
def test_sending_in_asks_for_what_readers_need(missing, field):
    actor = member_of()
    item = begin_item(facts(**missing), by=actor, at=NOW)

    with pytest.raises(Refusal) as refused:
        submit(item, by=actor, at=NOW)
    assert refused.value.field == field
    item.refresh_from_db()
    assert item.state == ItemState.DRAFT


def test_sending_in_refuses_a_role_that_nobody_can_find():
    actor = member_of()
    item = begin_item(facts(partnership=None), by=actor, at=NOW)

    with pytest.raises(Refusal, match="waar ze deze rol vinden") as refused:
        submit(item, by=actor, at=NOW)
    assert refused.value.field == "partnership"


def colleague(partnership, **given):
    person = PersonFactory(name_is_public=True, consent_at=NOW)
    return AffiliationFactory(person=person, partnership=partnership, organisation=None, **given)


def contact_of(item):
    row = item.contacts.get()
    return row.person, row.role


def test_a_person_alone_gets_the_role_held_there():
    partnership = PartnershipFactory()
    actor, held = member_of(partnership), colleague(partnership)
    AffiliationFactory(person=held.person, partnership=PartnershipFactory(), role__position=0)

    item = begin_item(facts(partnership=partnership, contact_role=None, contact_person=held.person), by=actor, at=NOW)

    assert contact_of(item) == (held.person, held.role)


def test_a_person_can_be_named_in_another_role():
    partnership = PartnershipFactory()
    actor, held, role = member_of(partnership), colleague(partnership), RoleFactory()

    item = begin_item(facts(partnership=partnership, contact_role=role, contact_person=held.person), by=actor, at=NOW)
    keep_draft(item, {"contact_role": role, "contact_person": held.person}, by=actor, at=NOW)

    assert contact_of(item) == (held.person, role)


def test_another_person_does_not_inherit_the_role_that_was_left_standing():
    partnership = PartnershipFactory()
    actor, held = member_of(partnership), colleague(partnership)
    own = person_of(actor.account)
    item = begin_item(facts(partnership=partnership, contact_role=None, contact_person=own), by=actor, at=NOW)

    keep_draft(item, {"contact_role": contact_of(item)[1], "contact_person": held.person}, by=actor, at=NOW)

    assert contact_of(item) == (held.person, held.role)


def test_a_stranger_is_never_named():
    partnership = PartnershipFactory()
    stranger = colleague(PartnershipFactory()).person

    with pytest.raises(Refusal) as refused:
        begin_item(facts(contact_person=stranger), by=member_of(partnership), at=NOW)
    assert refused.value.field == "contact_person"
    assert not KnowledgeItem.objects.exists()


def test_who_has_no_role_there_is_refused_and_nothing_is_kept():
    partnership, elsewhere = PartnershipFactory(), PartnershipFactory()
    actor = member_of(partnership)
    own = person_of(actor.account)
    item = begin_item(facts(partnership=partnership, contact_person=own), by=actor, at=NOW)

    with pytest.raises(Refusal, match="geen rol bij dit partnerschap") as refused:
        keep_draft(item, {"title": "Anders", "partnership": elsewhere, "contact_person": own}, by=actor, at=NOW)
    assert refused.value.field == "contact_person"
    item.refresh_from_db()
    assert (item.partnership, item.versions.get().title) == (partnership, "Startgesprek")


def test_a_draft_may_lose_its_contact_and_what_is_published_may_not():
    actor = member_of()
    draft = begin_item(facts(), by=actor, at=NOW)
    published = KnowledgeItemFactory(author=actor.account)
    nobody = {"contact_role": None, "contact_person": None}

    keep_draft(draft, nobody, by=actor, at=NOW)

    with pytest.raises(Refusal) as refused:
        keep_draft(published, nobody, by=actor, at=NOW)
    assert refused.value.field == "contact_role"
    assert (draft.contacts.count(), published.contacts.count()) == (0, 1)


def test_what_was_published_without_a_place_can_still_get_one():
    actor, partnership = member_of(), PartnershipFactory()
    item = KnowledgeItemFactory(author=actor.account)

    keep_draft(item, {"partnership": partnership, "audience": "staff"}, by=actor, at=NOW)
    keep_draft(item, {"partnership": PartnershipFactory()}, by=actor, at=NOW)

    item.refresh_from_db()
    assert (item.partnership, item.audience) == (partnership, "public")


def test_sending_in_makes_it_wait_for_an_editor():
    actor = member_of()
    item = begin_item(facts(), by=actor, at=NOW)

    version = submit(item, by=actor, at=NOW)

    item.refresh_from_db()
    assert (item.state, version.submitted_at) == (ItemState.IN_REVIEW, NOW)
    with pytest.raises(Refusal, match="al ingestuurd"):
        submit(item, by=actor, at=NOW)


def test_the_partnership_shows_nothing_of_a_draft():
    partnership = PartnershipFactory()
    actor = member_of(partnership)

    begin_item(facts(partnership=partnership), by=actor, at=NOW)

    assert not LedgerEntry.objects.filter(subjects__contains=[partnership.reference]).exists()
