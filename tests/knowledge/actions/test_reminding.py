"""Asking the owner whether an item still holds."""

from datetime import date

import pytest

from steunpunt.foundation.outbox.models import Mail
from steunpunt.knowledge.actions.reminding import remind_owners
from steunpunt.knowledge.models import ItemState
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.network import PartnershipFactory, coordinator_of
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db
PAST, FUTURE = date(2026, 8, 1), date(2027, 8, 1)


def test_the_author_is_asked_once():
    item = KnowledgeItemFactory(check_on=PAST)
    KnowledgeItemFactory(check_on=FUTURE)
    KnowledgeItemFactory(check_on=PAST, state=ItemState.WITHDRAWN)

    counts = remind_owners(at=NOW), remind_owners(at=NOW)

    mail = Mail.objects.get()
    assert counts == (1, 0)
    assert mail.to == item.author.email
    assert f"/kennisbank/mijn/{item.public_id}/" in mail.text


def test_without_an_author_the_coordinator_is_asked():
    partnership = PartnershipFactory()
    coordinator = coordinator_of(partnership)
    KnowledgeItemFactory(check_on=PAST, author=None, partnership=partnership)

    remind_owners(at=NOW)

    assert Mail.objects.get().to == coordinator.account.email
