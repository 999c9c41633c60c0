"""What becomes of the programme when its meeting gets another time."""

from datetime import UTC, datetime, timedelta

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.meetings.actions.moving import move_items
from steunpunt.meetings.models import Meeting
from tests.factories.meetings import BEGINS, LASTS, MeetingFactory, ProgrammeItemFactory
from tests.meetings.making import HOUR

pytestmark = pytest.mark.django_db


def moved(part, begins, ends):
    """Where the part stands after its meeting was given these times."""
    held = part.meeting
    stood = Meeting.objects.get(pk=held.pk)
    held.starts_at, held.ends_at = begins, ends
    move_items(held, stood)
    part.refresh_from_db()
    return part.starts_at


def test_along_with_the_whole():
    assert moved(ProgrammeItemFactory(), BEGINS - HOUR, BEGINS + LASTS - HOUR) == BEGINS - HOUR


def test_to_another_day_also_when_the_meeting_gets_longer():
    day = timedelta(days=1)

    assert moved(ProgrammeItemFactory(), BEGINS + day - HOUR, BEGINS + LASTS + day) == BEGINS + day


def test_the_clock_on_the_wall_counts_when_the_clocks_change():
    begin = datetime(2026, 10, 22, 11, 30, tzinfo=UTC)
    part = ProgrammeItemFactory(meeting=MeetingFactory(starts_at=begin))
    after = datetime(2026, 10, 29, 12, 30, tzinfo=UTC)

    assert moved(part, after, after + LASTS) == after


def test_on_the_same_day_parts_stay_or_are_in_the_way():
    part = ProgrammeItemFactory(starts_at=BEGINS + 2 * HOUR)

    assert moved(part, BEGINS + HOUR, BEGINS + LASTS) == BEGINS + 2 * HOUR
    with pytest.raises(Refusal) as refused:
        moved(part, BEGINS + HOUR, BEGINS + 2 * HOUR)
    assert refused.value.field == "ends"
