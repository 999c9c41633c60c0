"""Writing an item: beginning, keeping a draft, sending it in."""

import pytest
from django.urls import resolve

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.knowledge.actions.items import begin_item, free_slug, keep_draft, open_version, submit
from steunpunt.knowledge.models import ItemState, KnowledgeItem
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import ItemFileFactory, KnowledgeItemFactory
from tests.factories.network import PartnershipFactory, ThemeFactory
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
    item = begin_item(facts(), by=actor, at=NOW)

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
