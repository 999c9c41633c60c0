"""Erasing somebody: what was shared stays, the name goes."""

import pytest

from steunpunt.foundation.intake.storing import stored_path
from steunpunt.knowledge.actions.forgetting import (
    forget_allowances,
    forget_author,
    forget_bulletins,
    forget_contacts,
    forget_remarks,
)
from steunpunt.knowledge.models import Bulletin, BulletinState, ItemContact, ItemState, KnowledgeItem
from steunpunt.knowledge.queries.held import (
    held_allowances,
    held_bulletins,
    held_contacts,
    held_items,
    held_remarks,
)
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import (
    BulletinFactory,
    ItemContactFactory,
    ItemFileFactory,
    KnowledgeItemFactory,
    RemarkFactory,
    SenderAllowanceFactory,
)
from tests.factories.network import PersonFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    return UserFactory()


def test_a_draft_goes_and_what_was_published_stays_without_a_name(account):
    KnowledgeItemFactory(author=account, state=ItemState.DRAFT)
    shown = KnowledgeItemFactory(author=account)
    assert len(held_items(account)) == 2

    forget_author(account, NOW)

    assert list(KnowledgeItem.objects.values_list("pk", "author")) == [(shown.pk, None)]
    assert held_items(account) == []


def test_a_remark_keeps_its_words(account):
    remark = RemarkFactory(author=account)
    assert held_remarks(account) == [{"tekst": remark.text, "op": remark.at}]

    forget_remarks(account, NOW)

    remark.refresh_from_db()
    assert remark.author is None


def test_the_role_remains_to_be_called(account):
    item, elsewhere = KnowledgeItemFactory(contact=False), KnowledgeItemFactory(contact=False)
    row = ItemContactFactory(item=item, person=PersonFactory(account=account))
    double = ItemContactFactory(item=item, role=row.role)
    other = ItemContactFactory(item=elsewhere, person=row.person)
    assert len(held_contacts(account)) == 2

    forget_contacts(account, NOW)

    rows = ItemContact.objects.filter(pk__in=[row.pk, double.pk, other.pk]).values_list("pk", "person")
    assert sorted(rows) == [(double.pk, None), (other.pk, None)]


def test_a_draft_bulletin_goes_and_what_was_posted_stays_without_a_name(account):
    BulletinFactory(author=account, state=BulletinState.DRAFT)
    shown = BulletinFactory(author=account)
    assert len(held_bulletins(account)) == 2

    forget_bulletins(account, NOW)

    assert list(Bulletin.objects.values_list("pk", "author")) == [(shown.pk, None)]
    assert held_bulletins(account) == []


def test_who_is_gone_posts_no_more(account):
    row = SenderAllowanceFactory(account=account)
    assert held_allowances(account) == [{"afzender": row.sender.name, "vanaf": row.valid_from, "tot": None}]

    forget_allowances(account, NOW)

    assert held_allowances(account) == []


def test_the_files_of_a_forgotten_draft_go_from_the_disk(
    account, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.FILES_DIR = tmp_path
    row = ItemFileFactory(item=KnowledgeItemFactory(author=account, state=ItemState.DRAFT))
    path = stored_path(row.stored_as, tmp_path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"tekst")

    with django_capture_on_commit_callbacks(execute=True):
        forget_author(account, NOW)

    assert not path.exists()


def test_a_contact_that_was_merged_into_somebody_is_theirs(account):
    kept = PersonFactory(account=account)
    ItemContactFactory(person=PersonFactory(merged_into=kept))
    assert len(held_contacts(account)) == 1

    forget_contacts(account, NOW)

    assert ItemContact.objects.get().person is None


def test_a_draft_that_a_colleague_can_see_stays(account):
    draft = BulletinFactory(author=account, state=BulletinState.DRAFT)
    SenderAllowanceFactory(sender=draft.sender)

    forget_bulletins(account, NOW)

    draft.refresh_from_db()
    assert draft.author is None
