"""What is held of an account."""

import pytest

from steunpunt.meetings.queries.held import held_leads
from tests.factories.meetings import WRITTEN, MeetingFactory, MeetingLeadFactory

pytestmark = pytest.mark.django_db


def test_the_meetings_that_somebody_leads():
    lead = MeetingLeadFactory(meeting=MeetingFactory(title="Starters"))
    MeetingLeadFactory()

    assert held_leads(lead.account) == [{"bijeenkomst": "Starters", "leidt sinds": WRITTEN}]
