"""Putting together, ordering, showing and taking back."""

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.knowledge.actions import collections as deeds
from steunpunt.knowledge.models import Audience, CollectedItem, Collection
from tests.factories.foundation import EditorFactory, UserFactory, signed_in_actor
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.knowledge_use import CollectedItemFactory, CollectionFactory
from tests.factories.network import PartnershipFactory
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership():
    return PartnershipFactory()


@pytest.fixture
def by(partnership):
    return member_of(partnership)


@pytest.fixture
def mine(by):
    return CollectionFactory(account=by.account)


def order_of(collection):
    return list(collection.entries.order_by("place").values_list("item__slug", flat=True))


def test_a_new_one_is_of_its_maker_alone(by):
    made = deeds.make_collection({"title": " Beginnen ", "intro": "Voor nieuwe collega’s."}, by=by, at=NOW)

    assert (made.title, made.account, made.is_public) == ("Beginnen", by.account, False)
    assert LedgerEntry.objects.get().subjects == [made.reference]
    with pytest.raises(Refusal):
        deeds.make_collection({"title": "Beginnen"}, by=Actor.visitor(), at=NOW)


def test_showing_it_and_taking_that_back(by, mine, partnership):
    said = {"title": "Beginnen", "intro": "", "is_public": True, "partnership": partnership}
    deeds.revise_collection(mine, said, by=by, at=NOW, revision=1)
    mine.refresh_from_db()
    assert (mine.is_public, mine.partnership, mine.changed_at) == (True, partnership, NOW)

    deeds.revise_collection(mine, said | {"is_public": False}, by=by, at=NOW, revision=2)

    mine.refresh_from_db()
    assert not mine.is_public
    assert list(LedgerEntry.objects.order_by("pk").values_list("summary", flat=True)) == [
        "Verzameling te zien voor iedereen.",
        "Verzameling niet meer te zien voor anderen.",
    ]


def test_showing_it_needs_a_partnership_of_ones_own(by, mine):
    said = {"title": "Beginnen", "intro": "", "is_public": True}
    for speaker in (None, PartnershipFactory()):
        with pytest.raises(Refusal) as refusal:
            deeds.revise_collection(mine, said | {"partnership": speaker}, by=by, at=NOW)
        assert refusal.value.field == "partnership"

    stranger = CollectionFactory()
    with pytest.raises(Refusal) as refusal:
        deeds.revise_collection(stranger, said, by=Actor.of(stranger.account), at=NOW)
    assert refusal.value.field == "is_public"


def test_staff_tend_what_is_public_and_keep_its_name(partnership):
    shown = CollectionFactory(is_public=True, partnership=partnership)
    said = {"title": "Netter", "intro": "", "is_public": True, "partnership": partnership}

    deeds.revise_collection(shown, said, by=Actor.of(EditorFactory()), at=NOW)

    shown.refresh_from_db()
    assert (shown.title, shown.partnership) == ("Netter", partnership)


def test_two_tabs_do_not_overwrite_each_other(by, mine):
    deeds.collect(mine, KnowledgeItemFactory(), by=by, at=NOW)

    with pytest.raises(Outdated):
        deeds.revise_collection(
            mine, {"title": "Oud", "intro": "", "is_public": False}, by=by, at=NOW, revision=mine.revision - 1
        )


def test_an_item_goes_in_once_at_the_end(by, mine):
    first, second = KnowledgeItemFactory(slug="een"), KnowledgeItemFactory(slug="twee")
    for item in (first, second, first):
        deeds.collect(mine, item, "Begin hier.", by=by, at=NOW)

    assert order_of(mine) == ["een", "twee"]
    assert {entry.note for entry in mine.entries.all()} == {"Begin hier."}


def test_what_cannot_be_read_is_not_put_in(by, mine):
    with pytest.raises(Refusal):
        deeds.collect(mine, KnowledgeItemFactory(audience=Audience.STAFF), by=by, at=NOW)
    with pytest.raises(Refusal):
        deeds.collect(mine, KnowledgeItemFactory(), by=signed_in_actor(), at=NOW)
    assert not mine.entries.exists()


def test_there_is_an_end_to_it(by, mine, monkeypatch):
    monkeypatch.setattr(deeds, "MOST", 1)
    deeds.collect(mine, KnowledgeItemFactory(), by=by, at=NOW)

    with pytest.raises(Refusal):
        deeds.collect(mine, KnowledgeItemFactory(), by=by, at=NOW)


@pytest.mark.parametrize(
    ("moved", "steps", "order"),
    [("c", -1, "acb"), ("a", 1, "bac"), ("a", -1, "abc"), ("c", 5, "abc"), ("c", -9, "cab")],
)
def test_an_item_moves_and_never_falls_off(by, mine, moved, steps, order):
    entries = {slug: CollectedItemFactory(collection=mine, item__slug=slug) for slug in "abc"}

    deeds.move(entries[moved], steps, by=by, at=NOW)

    assert "".join(order_of(mine)) == order


def test_a_note_changes_and_an_item_goes_out(by, mine):
    entry = CollectedItemFactory(collection=mine)

    deeds.write_note(entry, " Lees dit eerst. ", by=by, at=NOW)
    entry.refresh_from_db()
    assert entry.note == "Lees dit eerst."
    deeds.drop(entry, by=by, at=NOW)

    assert not CollectedItem.objects.exists()
    with pytest.raises(Refusal):
        deeds.write_note(entry, "Te laat.", by=by, at=NOW)


def test_removing_it_leaves_the_items(by, mine):
    item = CollectedItemFactory(collection=mine).item
    with pytest.raises(Refusal):
        deeds.remove_collection(mine, by=signed_in_actor(), at=NOW)

    deeds.remove_collection(mine, by=by, at=NOW)

    assert not Collection.objects.exists()
    item.refresh_from_db()


def test_erasing_somebody_keeps_what_others_read():
    account = UserFactory()
    CollectionFactory(account=account)
    public = CollectionFactory(account=account, is_public=True)

    deeds.forget_collections(account, NOW)

    assert Collection.objects.get() == public
    public.refresh_from_db()
    assert public.account is None


def test_whoever_left_still_mends_the_words_of_what_is_public(partnership):
    mine = CollectionFactory(is_public=True, partnership=partnership)

    deeds.revise_collection(mine, {"title": "Beter", "intro": ""}, by=Actor.of(mine.account), at=NOW)

    mine.refresh_from_db()
    assert (mine.title, mine.is_public, mine.partnership) == ("Beter", True, partnership)


def test_what_is_of_nobody_any_more_is_removed_and_not_hidden():
    orphan = CollectionFactory(is_public=True, account=None)

    with pytest.raises(Refusal):
        deeds.revise_collection(
            orphan, {"title": "A", "intro": "", "is_public": False}, by=Actor.of(EditorFactory()), at=NOW
        )


def test_adding_it_again_without_words_keeps_the_note(by, mine):
    entry = CollectedItemFactory(collection=mine, note="Begin hier.")

    deeds.collect(mine, entry.item, by=by, at=NOW)

    entry.refresh_from_db()
    assert entry.note == "Begin hier."


def test_a_new_collection_with_an_item_that_cannot_be_read_is_not_made(by):
    with pytest.raises(Refusal):
        deeds.collect_in_new("Nieuw", KnowledgeItemFactory(audience=Audience.STAFF), by=by, at=NOW)
    assert not Collection.objects.exists()


def test_moving_steps_over_what_one_cannot_read(by, mine):
    first = CollectedItemFactory(collection=mine, item__slug="a")
    CollectedItemFactory(collection=mine, item__slug="stil", item__audience=Audience.STAFF)
    last = CollectedItemFactory(collection=mine, item__slug="c")

    deeds.move(last, -1, by=by, at=NOW)

    assert order_of(mine)[0] == "c"
    assert first.item.slug in order_of(mine)
