"""A meeting that stands in a minute."""

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.meetings.actions.improvising import LASTS, improvise_meeting
from steunpunt.meetings.models import Admission, Meeting, MeetingKind, MeetingState
from steunpunt.meetings.queries.meetings import agenda_of, led_meetings, visible_meetings
from tests.factories.foundation import signed_in_actor
from tests.knowledge.making import member_of
from tests.meetings.making import NOW

pytestmark = pytest.mark.django_db


def test_one_part_of_three_hours_on_no_list():
    member = member_of()

    item = improvise_meeting(by=member, at=NOW, title="  Even prioriteren ")

    meeting = item.meeting
    assert (meeting.kind, meeting.admission, meeting.state) == (
        MeetingKind.IMPROVISED,
        Admission.UNLISTED,
        MeetingState.PUBLISHED,
    )
    assert (item.title, item.starts_at, item.ends_at) == ("Even prioriteren", NOW, NOW + LASTS)
    assert list(led_meetings(member)) == [meeting]
    assert not agenda_of(member).exists()
    assert not visible_meetings(Actor.visitor()).exists()


def test_not_without_a_title_or_a_role():
    with pytest.raises(Refusal) as refused:
        improvise_meeting(by=member_of(), at=NOW, title="  ")
    assert refused.value.field == "title"
    with pytest.raises(Refusal):
        improvise_meeting(by=signed_in_actor(), at=NOW, title="Even prioriteren")
    assert not Meeting.objects.exists()


def test_a_long_title_is_cut():
    item = improvise_meeting(by=member_of(), at=NOW, title="x" * 500)

    assert len(item.title) == 160
