"""Where a deed shows, and what is known of it."""

import pytest

from steunpunt.foundation.ledger.queries import history_of
from steunpunt.meetings.actions.noting import is_known, note
from steunpunt.meetings.models import Admission, MeetingState
from tests.factories.foundation import staff_actor
from tests.factories.meetings import MeetingFactory
from tests.factories.network import PartnershipFactory
from tests.meetings.making import NOW

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("given", "shows"),
    [
        ({}, True),
        ({"state": MeetingState.CANCELLED}, True),
        ({"state": MeetingState.DRAFT}, False),
        ({"state": MeetingState.CANCELLED, "published_at": None}, False),
        ({"admission": Admission.INVITED}, False),
        ({"admission": Admission.UNLISTED}, False),
    ],
)
def test_the_public_history_of_a_partnership_tells_of_public_meetings_only(given, shows):
    meeting = MeetingFactory(partnership=PartnershipFactory(), **given)

    note(meeting, "meeting-changed", "Gewijzigd.", by=staff_actor(), at=NOW)

    assert len(history_of(meeting.reference)) == 1
    assert bool(history_of(meeting.partnership.reference)) is shows


def test_known_is_what_stood_on_the_agenda():
    assert is_known(MeetingFactory.build())
    assert not is_known(MeetingFactory.build(state=MeetingState.DRAFT))
