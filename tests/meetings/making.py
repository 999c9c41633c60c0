"""People and facts that the tests of the meetings room share."""

from datetime import UTC, datetime, timedelta
from typing import Any

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Meeting
from steunpunt.network.models import Partnership
from tests.factories.foundation import UserFactory
from tests.factories.meetings import BEGINS, LASTS, MeetingFactory, MeetingLeadFactory
from tests.factories.network import AffiliationFactory, CoordinatorRoleFactory, PartnershipFactory, PersonFactory

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def coordinator_of(partnership: Partnership | None = None) -> Actor:
    """Somebody with an account who coordinates a partnership."""
    person = PersonFactory(account=UserFactory())
    role = CoordinatorRoleFactory()
    AffiliationFactory(person=person, partnership=partnership or PartnershipFactory(), organisation=None, role=role)
    return Actor.of(person.account)


def lead_of(meeting: Meeting | None = None) -> Actor:
    """Somebody with an account who leads the meeting, and nothing else."""
    return Actor.of(MeetingLeadFactory(meeting=meeting or MeetingFactory()).account)


def facts(**given: Any) -> dict[str, Any]:
    """All that a meeting says of itself."""
    return {
        "title": "Starters begeleiden",
        "kind": "theme",
        "admission": "public",
        "summary": "Wat werkt bij de begeleiding van starters?",
        "starts_at": BEGINS,
        "ends_at": BEGINS + LASTS,
        "venue": "De Werkplaats, Utrecht",
        **given,
    }
