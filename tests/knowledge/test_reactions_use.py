"""What follows by itself when an item is used or published: mail, once."""

import pytest

from steunpunt.foundation.events.jobs import deliver_due
from steunpunt.foundation.events.models import Delivery
from steunpunt.foundation.outbox.models import Mail
from steunpunt.knowledge import reactions
from steunpunt.knowledge.actions.items import begin_item, keep_draft, submit
from steunpunt.knowledge.actions.review import publish
from steunpunt.knowledge.actions.use import report_use
from steunpunt.knowledge.events import ItemPublished, ItemUsed
from tests.factories.foundation import staff_actor
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.knowledge_use import ItemUseFactory, ThemeFollowFactory
from tests.factories.network import PartnershipFactory
from tests.knowledge.making import NOW, facts, member_of

pytestmark = pytest.mark.django_db


def test_the_owner_hears_of_a_use_through_the_worker():
    alfa = PartnershipFactory(version__name="Alfa")
    item = KnowledgeItemFactory()

    report_use(item, {"partnership": alfa, "result": "Goed"}, by=member_of(alfa), at=NOW)
    deliver_due.call()

    assert "gebruikt door Alfa" in Mail.objects.get(to=item.author.email).subject
    assert not Delivery.objects.filter(done_at__isnull=True).exists()


def test_a_follower_hears_of_a_new_item_and_not_of_its_revision():
    follow = ThemeFollowFactory()
    author = member_of()
    item = begin_item(facts(themes=[follow.theme]), by=author, at=NOW)
    for title in ("Startgesprek", "Beter startgesprek"):
        keep_draft(item, {"title": title}, by=author, at=NOW)
        submit(item, by=author, at=NOW)
        publish(item, by=staff_actor(), at=NOW)
        deliver_due.call()

    assert "Startgesprek" in Mail.objects.get(to=follow.account.email).subject


def test_reacting_twice_mails_once():
    use, follow = ItemUseFactory(), ThemeFollowFactory()
    item = KnowledgeItemFactory(version__themes=[follow.theme])
    for _turn in range(2):
        reactions.thank_for_sharing(ItemUsed(use.item.public_id, use.public_id, NOW))
        reactions.tell_of_new_item(ItemPublished(item.public_id, 1, NOW, True))

    assert Mail.objects.filter(to=use.item.author.email).count() == 1
    assert Mail.objects.filter(to=follow.account.email).count() == 1
