"""Who leads a meeting."""

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.meetings.actions import leads as actions
from steunpunt.meetings.models import MeetingLead
from tests.factories.foundation import UserFactory, signed_in_actor, staff_actor
from tests.factories.meetings import MeetingFactory, MeetingLeadFactory
from tests.meetings.making import NOW, lead_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory()


def test_a_lead_adds_another_once(meeting):
    lead, other = lead_of(meeting), UserFactory(last_name="Onbekend")

    actions.add_lead(meeting, other, by=lead, at=NOW)

    assert {one.account for one in meeting.leads.all()} == {lead.account, other}
    assert "Onbekend" not in str(LedgerEntry.objects.values_list("summary", "changes"))
    with pytest.raises(Refusal) as refused:
        actions.add_lead(meeting, other, by=lead, at=NOW)
    assert refused.value.field == "email"


def test_the_last_lead_stays(meeting):
    first = MeetingLeadFactory(meeting=meeting)
    second = MeetingLeadFactory(meeting=meeting)

    actions.remove_lead(first, by=staff_actor(), at=NOW)

    with pytest.raises(Refusal):
        actions.remove_lead(second, by=staff_actor(), at=NOW)
    assert list(meeting.leads.all()) == [second]


def test_others_change_nothing(meeting):
    lead, stranger = MeetingLeadFactory(meeting=meeting), signed_in_actor()

    with pytest.raises(Refusal):
        actions.add_lead(meeting, stranger.account, by=stranger, at=NOW)
    with pytest.raises(Refusal):
        actions.remove_lead(lead, by=stranger, at=NOW)
    assert list(meeting.leads.all()) == [lead]


def test_an_erased_account_leads_nothing_any_more(meeting):
    lead, other = MeetingLeadFactory(meeting=meeting), MeetingLeadFactory()

    actions.forget_leads(lead.account, NOW)

    assert list(MeetingLead.objects.all()) == [other]
