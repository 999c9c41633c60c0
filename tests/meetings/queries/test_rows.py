"""A few meetings outside the agenda."""

from datetime import timedelta

import pytest
from django.utils import timezone

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Admission, MeetingState
from steunpunt.meetings.queries import rows
from tests.factories.meetings import MeetingFactory, MeetingLeadFactory
from tests.factories.network import PartnershipFactory, ThemeFactory

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()
SOON = timedelta(days=3)


@pytest.fixture
def soon():
    return timezone.now() + SOON


def test_what_comes_is_on_the_agenda_and_goes_through(soon):
    later, sooner = MeetingFactory(starts_at=soon + SOON), MeetingFactory(starts_at=soon)
    MeetingFactory(starts_at=soon - 2 * SOON)
    MeetingFactory(starts_at=soon, state=MeetingState.CANCELLED)
    MeetingFactory(starts_at=soon, state=MeetingState.DRAFT)
    MeetingFactory(starts_at=soon, admission=Admission.UNLISTED)

    assert list(rows.coming(VISITOR)) == [sooner, later]


def test_the_front_page_shows_what_is_for_a_sector_and_for_all(soon):
    for_po, for_all = MeetingFactory(starts_at=soon, sectors=["po"]), MeetingFactory(starts_at=soon + SOON)
    MeetingFactory(starts_at=soon, sectors=["vo"])

    assert rows.next_for_all(VISITOR, "po", VISITOR.day)["rows"] == [for_po, for_all]
    assert rows.next_for_all(VISITOR, "", VISITOR.day)["sector"] == ""


def test_a_partnership_and_a_theme_show_their_own(soon):
    partnership, theme = PartnershipFactory(), ThemeFactory(slug="begeleiding")
    meeting = MeetingFactory(
        starts_at=soon, partnership=partnership, themes=[ThemeFactory(slug="starters", parent=theme)]
    )
    MeetingFactory(starts_at=soon)

    assert rows.next_of_partnership(partnership, VISITOR, VISITOR.day)["rows"] == [meeting]
    assert rows.next_about_theme(theme, VISITOR, VISITOR.day)["rows"] == [meeting]


def test_nothing_to_show_is_no_box():
    assert rows.next_for_all(VISITOR, "", VISITOR.day) is None
    assert rows.next_of_partnership(PartnershipFactory(), VISITOR, VISITOR.day) is None
    assert rows.next_about_theme(ThemeFactory(), VISITOR, VISITOR.day) is None


def test_ones_own_page_shows_what_one_leads_drafts_too(soon):
    lead = MeetingLeadFactory(meeting=MeetingFactory(starts_at=soon, state=MeetingState.DRAFT))
    MeetingLeadFactory(account=lead.account, meeting=MeetingFactory(starts_at=soon, admission=Admission.UNLISTED))
    MeetingFactory(starts_at=soon)
    actor = Actor.of(lead.account)

    assert rows.own_panel(lead.account, actor, actor.day)["rows"] == [lead.meeting]
    assert rows.own_panel(lead.account, VISITOR, actor.day) is None
