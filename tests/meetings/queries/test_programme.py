"""The programme as it is read: parts after each other, rounds side by side, day by day."""

from datetime import date, timedelta

import pytest

from steunpunt.meetings.queries.programme import programme_days
from tests.factories.meetings import BEGINS, MeetingFactory, ProgrammeItemFactory
from tests.meetings.making import HOUR

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(ends_at=BEGINS + timedelta(days=1, hours=4))


def part(meeting, begins, **given):
    return ProgrammeItemFactory(meeting=meeting, starts_at=BEGINS + begins, **given)


def test_parts_of_a_round_are_one_block(meeting):
    second = part(meeting, HOUR, round=1, room="Zaal 2")
    first = part(meeting, HOUR, round=1, room="Zaal 1")
    opening = part(meeting, 0 * HOUR)

    (day,) = programme_days(meeting.items.all())

    assert [block.items for block in day.blocks] == [(opening,), (first, second)]
    assert [block.is_choice for block in day.blocks] == [False, True]
    assert not day.blocks[1].has_own_times


def test_a_round_lasts_from_its_first_part_until_its_last(meeting):
    early = part(meeting, HOUR, round=1)
    late = part(meeting, HOUR + timedelta(minutes=30), round=1)

    (day,) = programme_days(meeting.items.all())

    assert (day.blocks[0].starts_at, day.blocks[0].ends_at) == (early.starts_at, late.ends_at)
    assert day.blocks[0].has_own_times


def test_a_round_of_one_part_is_nothing_to_choose(meeting):
    part(meeting, HOUR, round=1)

    assert not programme_days(meeting.items.all())[0].blocks[0].is_choice


def test_days_stand_apart(meeting):
    part(meeting, timedelta(days=1))
    part(meeting, 0 * HOUR)

    assert [day.on for day in programme_days(meeting.items.all())] == [date(2026, 12, 3), date(2026, 12, 4)]


def test_without_parts_there_is_no_day():
    assert programme_days([]) == []
