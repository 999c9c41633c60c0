"""The agenda of the example: marked, made by the actions, around today, and built once."""

from datetime import UTC, datetime

import pytest

from steunpunt.examples.meetings import MEETINGS, build_meetings
from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Meeting, MeetingState, ProgrammeItem, Series
from steunpunt.meetings.queries.programme import programme_days
from steunpunt.network.actions.lists import load_lists
from tests.factories.foundation import EditorFactory
from tests.factories.network import PartnershipFactory

pytestmark = pytest.mark.django_db
SYSTEM = Actor.for_system("voorbeeld")
AUTUMN = datetime(2026, 9, 1, 12, tzinfo=UTC)


@pytest.fixture
def editor():
    """Whoever leads what the support point organises."""
    load_lists(at=AUTUMN)
    for slug in {example.organiser for example in MEETINGS} - {""}:
        PartnershipFactory(slug=slug, is_example=True)
    return EditorFactory(email="redacteur@example.nl")


def test_every_meeting_stands_there_once_and_is_marked(editor):
    assert build_meetings(by=SYSTEM, at=AUTUMN) == len(MEETINGS)
    assert build_meetings(by=SYSTEM, at=AUTUMN) == 0

    meetings = Meeting.objects.all()
    assert not meetings.filter(is_example=False).exists()
    assert Series.objects.get().is_example
    assert {meeting.state for meeting in meetings} == {MeetingState.PUBLISHED, MeetingState.CANCELLED}
    assert meetings.filter(ends_at__lt=AUTUMN).exists()
    assert meetings.filter(starts_at__gt=AUTUMN).exists()
    assert not meetings.filter(published_at__gt=AUTUMN).exists()
    assert {len(meeting.themes.all()) > 0 for meeting in meetings} == {True}


def test_a_series_of_three_and_two_rounds_side_by_side(editor):
    build_meetings(by=SYSTEM, at=AUTUMN)

    assert Series.objects.get().meetings.count() == 3
    congress = Meeting.objects.get(kind="congress")
    (day,) = programme_days(congress.items.all())
    assert [len(block.items) for block in day.blocks if block.is_choice] == [3, 2]
    assert congress.leads.get().account == editor
    assert ProgrammeItem.objects.count() == sum(len(example.parts) for example in MEETINGS)


@pytest.mark.parametrize("month", range(1, 13))
def test_nobody_meets_around_new_year_whenever_the_example_is_made(editor, month):
    build_meetings(by=SYSTEM, at=datetime(2026, month, 20, 12, tzinfo=UTC))

    days = [(day.month, day.day) for day in Meeting.objects.values_list("starts_at", flat=True)]
    assert not [day for day in days if day >= (12, 20) or day <= (1, 5)]
