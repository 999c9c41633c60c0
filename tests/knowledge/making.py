"""People and facts that the tests of the knowledge room share."""

from datetime import UTC, datetime
from typing import Any

from steunpunt.foundation.access import Actor
from steunpunt.network.models import Partnership
from tests.factories.foundation import UserFactory
from tests.factories.network import AffiliationFactory, PartnershipFactory, PersonFactory, RoleFactory, ThemeFactory

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)


def member_of(partnership: Partnership | None = None) -> Actor:
    """Somebody with an account who works for a partnership."""
    person = PersonFactory(account=UserFactory())
    AffiliationFactory(person=person, partnership=partnership or PartnershipFactory(), organisation=None)
    return Actor.of(person.account)


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
