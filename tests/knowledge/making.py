"""People and facts that the tests of the knowledge room share."""

from datetime import UTC, date, datetime
from typing import Any

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Sender
from steunpunt.network.models import Partnership
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import SenderAllowanceFactory, SenderFactory
from tests.factories.network import AffiliationFactory, PartnershipFactory, PersonFactory, RoleFactory, ThemeFactory

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)


def member_of(partnership: Partnership | None = None) -> Actor:
    """Somebody with an account who works for a partnership."""
    person = PersonFactory(account=UserFactory())
    AffiliationFactory(person=person, partnership=partnership or PartnershipFactory(), organisation=None)
    return Actor.of(person.account)


def poster_for(sender: Sender | None = None) -> Actor:
    """Somebody with an account who may post for a sender."""
    return Actor.of(SenderAllowanceFactory(sender=sender or SenderFactory()).account)


def told(sender: Sender, **given: Any) -> dict[str, Any]:
    """Everything that a bulletin says."""
    return {
        "sender": sender,
        "title": "Andere penvoerder? Meld het uiterlijk 1 mei",
        "text": "Wil een partnerschap van penvoerder wisselen, dan meldt het dat uiterlijk 1 mei.",
        "sectors": ["vo"],
        "roles": [],
        "themes": [],
        "effective_on": date(2027, 8, 1),
        "expires_on": None,
        "source": "Staatscourant",
        "source_link": "",
        **given,
    }


def facts(**given: Any) -> dict[str, Any]:
    """Everything that readers need of an item."""
    return {
        "kind": "practice",
        "title": "Startgesprek",
        "outcome": "Studenten weten wat ze mogen verwachten.",
        "sectors": ["po"],
        "themes": [ThemeFactory()],
        "contact_role": RoleFactory(),
        "partnership": PartnershipFactory(),
        **given,
    }
