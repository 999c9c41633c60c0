"""Making one bulletin of doubles, and taking them apart again."""

from datetime import timedelta

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.thread.actions import link
from steunpunt.foundation.thread.models import Link, Relation
from steunpunt.knowledge.actions import bulletins as actions
from steunpunt.knowledge.models import Bulletin, BulletinState
from steunpunt.knowledge.queries.bulletins import visible_bulletins
from tests.factories.foundation import staff_actor
from tests.factories.knowledge import BulletinFactory, SenderFactory
from tests.knowledge.making import NOW, poster_for, told

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def sender():
    return SenderFactory()


@pytest.fixture
def poster(sender):
    return poster_for(sender)


@pytest.fixture
def editor():
    return staff_actor()


def deeds(bulletin):
    return [entry.deed for entry in history_of(bulletin.reference)]


def seen():
    return set(visible_bulletins(staff_actor()))


def test_of_doubles_one_stays_with_all_senders(editor):
    kept, double = BulletinFactory(sectors=["po"]), BulletinFactory(sectors=["vo"])
    link("vraag:abc", double.reference, Relation.ANSWERED_BY, by=editor, at=NOW)

    actions.merge(double, kept, by=editor, at=LATER)

    kept.refresh_from_db()
    assert seen() == {kept}
    assert kept.senders == [kept.sender, double.sender]
    assert kept.reached_sectors == ["po", "vo"]
    assert kept.changed_at == LATER
    assert Link.objects.get().target == kept.reference
    assert (deeds(kept), deeds(double)) == (["bulletin-took-in"], ["bulletin-merged"])


def test_only_editors_merge(sender, poster):
    with pytest.raises(Refusal):
        actions.merge(BulletinFactory(sender=sender), BulletinFactory(sender=sender), by=poster, at=NOW)
    with pytest.raises(Refusal):
        actions.undo_merge(BulletinFactory(into=BulletinFactory()), by=poster, at=NOW)


@pytest.mark.parametrize("case", ["itself", "draft", "withdrawn", "merged"])
def test_what_cannot_be_merged(editor, case):
    kept = BulletinFactory()
    double = {
        "itself": lambda: kept,
        "draft": lambda: BulletinFactory(state=BulletinState.DRAFT),
        "withdrawn": lambda: BulletinFactory(state=BulletinState.WITHDRAWN),
        "merged": lambda: BulletinFactory(into=BulletinFactory()),
    }[case]()

    with pytest.raises(Refusal):
        actions.merge(double, kept, by=editor, at=NOW)


@pytest.mark.parametrize("first", ["inner", "outer"])
def test_merges_are_undone_in_any_order(editor, first):
    """C went into A, then A into B."""
    a, b, c = BulletinFactory(), BulletinFactory(), BulletinFactory()
    link("vraag:abc", c.reference, Relation.ANSWERED_BY, by=editor, at=NOW)
    actions.merge(c, a, by=editor, at=NOW)
    actions.merge(a, b, by=editor, at=NOW)
    assert set(b.parts) == {a, b, c}

    actions.undo_merge(c if first == "inner" else a, by=editor, at=LATER)
    after = {row.pk: row for row in Bulletin.objects.all()}
    parts = {row.pk: {part.pk for part in row.parts} for row in after.values() if row.merged_into_id is None}
    if first == "inner":
        assert parts == {b.pk: {a.pk, b.pk}, c.pk: {c.pk}}
    else:
        assert parts == {b.pk: {b.pk}, a.pk: {a.pk, c.pk}}
    actions.undo_merge(a if first == "inner" else c, by=editor, at=LATER)

    assert seen() == {a, b, c}
    assert all(row.parts == [row] for row in Bulletin.objects.all())
    assert Link.objects.get().target == c.reference


def test_what_is_not_merged_cannot_be_undone(editor):
    with pytest.raises(Refusal):
        actions.undo_merge(BulletinFactory(), by=editor, at=NOW)


def test_withdrawing_the_one_that_stays_gives_the_others_back(sender, poster):
    kept = BulletinFactory(sender=sender)
    double = BulletinFactory(into=kept)
    inner = BulletinFactory(into=double)
    assert inner.shown_in == kept

    actions.withdraw(kept, by=poster, at=NOW)

    double.refresh_from_db()
    assert seen() == {double}
    assert set(double.parts) == {double, inner}


def test_a_withdrawn_double_leaves_no_words_with_the_one_that_stays(sender, poster):
    kept = BulletinFactory()
    double = BulletinFactory(sender=sender, into=kept)
    actions.revise(double, told(sender, title="Geheim", roles=[], themes=[]), by=poster, at=NOW)

    actions.withdraw(double, by=poster, at=LATER)

    kept.refresh_from_db()
    assert kept.senders == [kept.sender]
    shown = history_of(kept.reference)
    assert {entry.deed for entry in shown} == {"bulletin-double-changed"}
    assert "Geheim" not in str([(entry.summary, entry.changes) for entry in shown])


@pytest.mark.parametrize("by_undoing", [True, False])
def test_what_a_withdrawn_double_took_in_comes_back_by_itself(by_undoing):
    staff = staff_actor()
    inner, middle, outer = BulletinFactory.create_batch(3)
    actions.merge(inner, middle, by=staff, at=NOW)
    actions.merge(middle, outer, by=staff, at=NOW)
    actions.withdraw(middle, by=staff, at=NOW)

    if by_undoing:
        actions.undo_merge(middle, by=staff, at=NOW)
    else:
        actions.withdraw(outer, by=staff, at=NOW)

    assert inner in visible_bulletins(staff)
