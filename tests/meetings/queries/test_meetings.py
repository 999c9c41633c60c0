"""Who sees which meetings."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Admission, MeetingState
from steunpunt.meetings.queries import meetings as queries
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.meetings import BEGINS, MeetingFactory, MeetingLeadFactory, ProgrammeItemFactory, SeriesFactory
from tests.factories.meetings_registration import MeetingInvitationFactory
from tests.factories.network import PersonFactory
from tests.meetings.making import NOW, lead_of

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()


@pytest.fixture
def meetings():
    """One of every sort."""
    return {
        "public": MeetingFactory(),
        "invited": MeetingFactory(admission=Admission.INVITED),
        "unlisted": MeetingFactory(admission=Admission.UNLISTED),
        "draft": MeetingFactory(state=MeetingState.DRAFT),
        "cancelled": MeetingFactory(state=MeetingState.CANCELLED),
        "cancelled draft": MeetingFactory(state=MeetingState.CANCELLED, published_at=None),
    }


def names(meetings, rows):
    keys = set(rows.values_list("pk", flat=True))
    return {name for name, meeting in meetings.items() if meeting.pk in keys}


def test_everybody_sees_what_is_public_and_was_announced(meetings):
    for actor in (VISITOR, signed_in_actor()):
        assert names(meetings, queries.visible_meetings(actor)) == {"public", "cancelled"}
        assert names(meetings, queries.agenda_of(actor)) == {"public", "cancelled"}
        assert names(meetings, queries.led_meetings(actor)) == set()


@pytest.mark.parametrize("name", ["invited", "unlisted", "draft", "cancelled draft"])
def test_a_lead_sees_the_own_meeting_whatever_it_is(meetings, name):
    lead = lead_of(meetings[name])

    assert names(meetings, queries.visible_meetings(lead)) == {"public", "cancelled", name}
    assert names(meetings, queries.led_meetings(lead)) == {name}


def test_staff_see_everything_and_lead_it(meetings):
    staff = staff_actor()

    assert names(meetings, queries.visible_meetings(staff)) == set(meetings)
    assert names(meetings, queries.led_meetings(staff)) == set(meetings)
    assert names(meetings, queries.own_meetings(staff)) == set()


def test_drafts_and_what_needs_a_code_stand_in_no_list(meetings):
    assert names(meetings, queries.agenda_of(staff_actor())) == {"public", "invited", "cancelled"}
    assert names(meetings, queries.agenda_of(lead_of(meetings["draft"]))) == {"public", "cancelled"}


def test_one_meeting_by_its_address_only_for_who_may_see_it(meetings):
    draft = meetings["draft"]

    assert queries.visible_meeting(VISITOR, draft.slug) is None
    assert queries.visible_meeting(lead_of(draft), draft.slug) == draft
    assert queries.led_meeting(signed_in_actor(), draft.public_id) is None
    assert queries.led_meeting(lead_of(draft), draft.public_id) == draft


def test_a_part_only_for_who_leads_or_sees_its_meeting(meetings):
    part = ProgrammeItemFactory(meeting=meetings["draft"])

    assert queries.led_item(lead_of(meetings["public"]), part.public_id) is None
    assert queries.led_item(lead_of(meetings["draft"]), part.public_id) == part
    assert not queries.visible_items(VISITOR).filter(pk=part.pk).exists()
    assert queries.visible_items(staff_actor()).filter(pk=part.pk).exists()


def test_a_series_is_seen_by_who_sees_a_meeting_of_it():
    series, hidden = SeriesFactory(), SeriesFactory()
    MeetingFactory(series=series)
    draft = MeetingFactory(series=hidden, state=MeetingState.DRAFT)

    assert list(queries.visible_series(VISITOR)) == [series]
    assert set(queries.visible_series(lead_of(draft))) == {series, hidden}
    assert set(queries.visible_series(staff_actor())) == {series, hidden}


def test_the_meetings_of_a_series_in_the_order_in_which_they_are_held():
    series = SeriesFactory()
    later = MeetingFactory(series=series, starts_at=BEGINS.replace(day=20))
    first = MeetingFactory(series=series)
    draft = MeetingFactory(series=series, state=MeetingState.DRAFT)
    MeetingFactory()

    assert list(queries.meetings_in(series, VISITOR)) == [first, later]
    assert list(queries.meetings_in(series, lead_of(draft))) == [first, draft, later]


def test_leads_are_named_when_they_agreed(meetings):
    named, shy = (MeetingLeadFactory(meeting=meetings["public"]) for _ in range(2))
    PersonFactory(account=named.account, first_name="Ans", last_name="Jansen", name_is_public=True, consent_at=NOW)
    PersonFactory(account=shy.account)

    assert queries.public_leads(meetings["public"]) == ["Ans Jansen"]


def test_over_when_it_has_ended(meetings):
    meeting = meetings["public"]

    assert not queries.is_over(meeting, meeting.starts_at)
    assert queries.is_over(meeting, meeting.ends_at)


def test_who_was_invited_by_address_sees_that_meeting_and_no_other(meetings):
    actor = signed_in_actor()
    MeetingInvitationFactory(meeting=meetings["invited"], email=actor.account.email)
    MeetingInvitationFactory(meeting=meetings["unlisted"], email=actor.account.email)

    assert names(meetings, queries.agenda_of(actor)) == {"public", "cancelled", "invited"}
    assert names(meetings, queries.agenda_of(signed_in_actor())) == {"public", "cancelled"}
