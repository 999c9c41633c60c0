import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.meetings.actions.improvising import improvise_meeting
from steunpunt.meetings.models import Meeting, MeetingLead
from tests.factories.activities import MOMENT
from tests.factories.foundation import signed_in_actor

pytestmark = pytest.mark.django_db


def test_an_improvised_meeting_is_published_unlisted_and_led_by_its_maker():
    leader = signed_in_actor()

    item = improvise_meeting(by=leader, at=MOMENT, title="Wie zit hier?")

    meeting = item.meeting
    assert (meeting.kind, meeting.state, meeting.admission) == ("improvised", "published", "unlisted")
    assert MeetingLead.objects.get(meeting=meeting).account == leader.account


def test_two_with_one_title_both_have_an_address():
    leader = signed_in_actor()

    slugs = {improvise_meeting(by=leader, at=MOMENT, title="!").meeting.slug for _ in range(2)}

    assert len(slugs) == 2


def test_a_visitor_improvises_nothing():
    with pytest.raises(Refusal):
        improvise_meeting(by=Actor.visitor(), at=MOMENT, title="Wie?")

    assert Meeting.objects.count() == 0
