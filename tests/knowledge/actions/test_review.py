"""The editor's side: talking, publishing, sending back, withdrawing, bringing back."""

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.events import announcing
from steunpunt.foundation.events.models import Announcement
from steunpunt.foundation.outbox.models import Mail
from steunpunt.foundation.search.models import WaitingReference
from steunpunt.foundation.thread.models import Link
from steunpunt.knowledge.actions import review
from steunpunt.knowledge.actions.items import begin_item, keep_draft, submit
from steunpunt.knowledge.events import ItemReplaced
from steunpunt.knowledge.models import ItemState
from tests.factories.foundation import staff_actor
from tests.factories.knowledge import KnowledgeItemFactory
from tests.knowledge.making import NOW, facts, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def author():
    return member_of()


@pytest.fixture
def waiting(author):
    """An item that waits for an editor."""
    item = begin_item(facts(), by=author, at=NOW)
    submit(item, by=author, at=NOW)
    item.refresh_from_db()
    return item


def test_a_question_of_the_editor_reaches_the_author_by_mail(waiting, author):
    said = review.remark(waiting, "Voor welk leerjaar?", by=staff_actor(), at=NOW)

    mail = Mail.objects.get()
    assert said.from_editor
    assert mail.to == author.account.email
    assert "Voor welk leerjaar?" in mail.text
    assert f"/kennisbank/mijn/{waiting.public_id}/" in mail.text


def test_an_answer_of_the_author_stands_in_the_conversation(waiting, author):
    said = review.remark(waiting, "Leerjaar twee.", by=author, at=NOW)

    assert (said.from_editor, list(waiting.remarks.all())) == (False, [said])


def test_an_empty_remark_is_refused_at_its_field(waiting, author):
    with pytest.raises(Refusal) as refused:
        review.remark(waiting, "  ", by=author, at=NOW)
    assert refused.value.field == "text"


def test_what_lost_something_meanwhile_is_not_published(waiting, author):
    keep_draft(waiting, {"outcome": ""}, by=author, at=NOW)

    with pytest.raises(Refusal) as refused:
        review.publish(waiting, by=staff_actor(), at=NOW)
    assert refused.value.field == "outcome"
    waiting.refresh_from_db()
    assert waiting.live is None


def test_publishing_shows_the_version_and_sets_a_day_to_look_again(waiting):
    version = review.publish(waiting, by=staff_actor(), at=NOW)

    waiting.refresh_from_db()
    assert (waiting.state, waiting.live, waiting.published_at) == (ItemState.PUBLISHED, version, NOW)
    assert waiting.check_on.year == NOW.year + 2
    assert "is gepubliceerd" in Mail.objects.get().subject


def test_an_author_does_not_publish(waiting, author):
    with pytest.raises(Refusal, match="redactie"):
        review.publish(waiting, by=author, at=NOW)


def test_what_was_not_sent_in_is_not_published(author):
    item = begin_item(facts(), by=author, at=NOW)

    with pytest.raises(Refusal, match="nog niet ingestuurd"):
        review.publish(item, by=staff_actor(), at=NOW)


def test_sending_back_gives_the_draft_to_its_author_with_a_reason(waiting, author):
    review.send_back(waiting, "Schrijf erbij wat het kost.", by=staff_actor(), at=NOW)

    waiting.refresh_from_db()
    assert waiting.state == ItemState.DRAFT
    assert waiting.remarks.get().text == "Schrijf erbij wat het kost."
    submit(waiting, by=author, at=NOW)


def test_a_revision_is_published_over_the_version_before(waiting, author):
    review.publish(waiting, by=staff_actor(), at=NOW)
    keep_draft(waiting, {"title": "Beter"}, by=author, at=NOW)
    submit(waiting, by=author, at=NOW)

    review.publish(waiting, by=staff_actor(), at=NOW)

    waiting.refresh_from_db()
    assert (waiting.live.number, waiting.live.title) == (2, "Beter")
    assert waiting.versions.filter(published_at__isnull=False).count() == 2


def test_what_is_withdrawn_can_be_brought_back(author):
    item = KnowledgeItemFactory(author=author.account)

    review.withdraw(item, "Klopt niet meer", by=author, at=NOW)
    item.refresh_from_db()
    withdrawn = item.state
    review.bring_back(item, by=staff_actor(), at=NOW)
    item.refresh_from_db()

    assert (withdrawn, item.state) == (ItemState.WITHDRAWN, ItemState.PUBLISHED)


def test_an_author_does_not_bring_back(author):
    item = KnowledgeItemFactory(author=author.account, state=ItemState.WITHDRAWN)

    with pytest.raises(Refusal):
        review.bring_back(item, by=author, at=NOW)


def test_a_replacement_is_a_link_of_the_thread_and_can_be_taken_back(author):
    item, newer = KnowledgeItemFactory(author=author.account), KnowledgeItemFactory()

    review.replace(item, newer, by=author, at=NOW)
    linked = list(Link.objects.values_list("source", "target", "relation"))
    item.refresh_from_db()
    review.replace(item, None, by=author, at=NOW)

    assert linked == [(item.reference, newer.reference, "replaced_by")]
    assert not Link.objects.exists()


def test_an_item_does_not_replace_itself(author):
    item = KnowledgeItemFactory(author=author.account)

    with pytest.raises(Refusal, match="zichzelf"):
        review.replace(item, item, by=author, at=NOW)


def test_saying_that_it_still_holds_moves_the_day(author):
    item = KnowledgeItemFactory(author=author.account, reminded_on=NOW.date())

    review.confirm_valid(item, by=author, at=NOW)

    item.refresh_from_db()
    assert (item.reminded_on, item.check_on.year) == (None, NOW.year + 2)


def _notice(event: ItemReplaced) -> None:
    """A subscriber; announcements are only kept for those."""


def test_a_replacement_is_announced_and_looked_at_again_by_search(author, monkeypatch):
    for register in ("_subscribers", "_reactions", "_events"):
        monkeypatch.setattr(announcing, register, {})
    announcing.subscribe(ItemReplaced, _notice)
    item, newer = KnowledgeItemFactory(author=author.account), KnowledgeItemFactory()

    review.replace(item, newer, by=author, at=NOW)
    review.replace(item, None, by=author, at=NOW)

    told = [event.payload for event in Announcement.objects.order_by("pk")]
    assert [(one["item"], one["by_item"]) for one in told] == [
        (item.public_id, newer.public_id),
        (item.public_id, ""),
    ]
    assert WaitingReference.objects.filter(reference=item.reference).count() == 2


def test_items_never_replace_each_other_in_a_circle(author):
    first, second, third = KnowledgeItemFactory.create_batch(3, author=author.account)
    review.replace(first, second, by=author, at=NOW)
    review.replace(second, third, by=author, at=NOW)

    with pytest.raises(Refusal, match="naar zichzelf") as refused:
        review.replace(third, first, by=author, at=NOW)
    assert refused.value.field == "successor"
    third.refresh_from_db()
    assert third.replaced_by is None


def test_nobody_points_to_what_they_may_not_read(author):
    item = KnowledgeItemFactory(author=author.account)

    for other in (KnowledgeItemFactory(audience="staff"), KnowledgeItemFactory(state=ItemState.WITHDRAWN)):
        with pytest.raises(Refusal, match="mag haar niet lezen"):
            review.replace(item, other, by=author, at=NOW)


def test_only_what_is_published_is_replaced(author):
    item = KnowledgeItemFactory(author=author.account, state=ItemState.DRAFT)

    with pytest.raises(Refusal, match="is gepubliceerd"):
        review.replace(item, KnowledgeItemFactory(), by=author, at=NOW)
