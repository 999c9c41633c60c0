"""What others take along."""

from datetime import date, timedelta

import pytest

from steunpunt.meetings.models import Admission, MeetingState
from steunpunt.meetings.queries import taking
from steunpunt.meetings.queries.taking import Wanted
from tests.factories.meetings import BEGINS, MeetingFactory, ProgrammeItemFactory
from tests.factories.network import ThemeFactory

pytestmark = pytest.mark.django_db


def found(**wanted):
    return list(taking.wanted_meetings(Wanted(**wanted)))


def test_public_meetings_only():
    public = MeetingFactory()
    cancelled = MeetingFactory(state=MeetingState.CANCELLED)
    MeetingFactory(admission=Admission.INVITED)
    MeetingFactory(state=MeetingState.DRAFT)

    assert found() == list(taking.all_public_meetings()) == [public, cancelled]


def test_each_wish_leaves_what_fits():
    theme = ThemeFactory(slug="begeleiding")
    below = ThemeFactory(slug="starters", parent=theme)
    mirror = MeetingFactory(kind="mirror", sectors=["po"], themes=[below], title="Spiegel")
    later = MeetingFactory(starts_at=BEGINS + timedelta(days=10), sectors=["vo"])

    assert found(kinds=["mirror"]) == found(sectors=["po"]) == found(themes=["begeleiding"]) == [mirror]
    assert found(text="spiegel") == [mirror]
    assert found(until=date(2026, 12, 3)) == [mirror]
    assert found(since=date(2026, 12, 4)) == [later]
    assert found(since=date(2026, 12, 3), until=date(2026, 12, 13)) == [mirror, later]
    assert found(themes=["onbekend"]) == []
    assert taking.theme_is_known("starters")
    assert not taking.theme_is_known("onbekend")


def test_in_the_order_that_was_asked():
    first, second = MeetingFactory(), MeetingFactory()
    hidden = MeetingFactory(state=MeetingState.DRAFT)

    assert taking.meetings_in_order([second.pk, hidden.pk, first.pk]) == [second, first]


def test_one_with_its_programme():
    part = ProgrammeItemFactory()

    assert list(taking.public_meeting(part.meeting.slug).items.all()) == [part]
    assert taking.public_meeting(MeetingFactory(admission=Admission.INVITED).slug) is None
