"""The agenda: what comes and what has been, and what each choice leaves."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Admission, Meeting, MeetingKind, MeetingState
from steunpunt.meetings.queries.agenda import Agenda, Choice, calendar_meetings, meetings_with, upcoming
from tests.factories.foundation import staff_actor
from tests.factories.meetings import BEGINS, MeetingFactory
from tests.factories.network import PartnershipFactory, ThemeFactory
from tests.meetings.making import NOW

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()
LONG_AGO = datetime(2026, 3, 5, 13, tzinfo=UTC)


def found(**chosen):
    return list(upcoming(VISITOR, Choice(**chosen), at=NOW))


def options(name, **chosen):
    shown = Agenda(VISITOR, Choice(**chosen), at=NOW).options()
    return [(option.value, option.count) for option in shown[name]]


def test_what_comes_stands_soonest_first_and_what_was_held_latest_first():
    later, sooner = MeetingFactory(starts_at=BEGINS + timedelta(days=9)), MeetingFactory()
    old, older = MeetingFactory(starts_at=LONG_AGO), MeetingFactory(starts_at=LONG_AGO - timedelta(days=9))

    assert found() == [sooner, later]
    assert list(Agenda(VISITOR, Choice(), at=NOW, past=True).meetings()) == [old, older]


def test_what_goes_on_now_still_stands_among_what_comes():
    busy = MeetingFactory(starts_at=NOW - timedelta(hours=1))

    assert found() == [busy]


def test_only_what_may_stand_in_a_list_is_there():
    cancelled = MeetingFactory(state=MeetingState.CANCELLED)
    MeetingFactory(state=MeetingState.DRAFT)
    MeetingFactory(admission=Admission.UNLISTED)
    invited = MeetingFactory(admission=Admission.INVITED)

    assert found() == [cancelled]
    assert list(upcoming(staff_actor(), Choice(), at=NOW)) == [cancelled, invited]


def test_each_filter_leaves_what_fits():
    partnership = PartnershipFactory(slug="noordzijde")
    main = ThemeFactory(slug="begeleiding")
    below = ThemeFactory(slug="starters", parent=main)
    fits = MeetingFactory(
        kind=MeetingKind.MIRROR,
        sectors=["po"],
        partnership=partnership,
        themes=[below],
        starts_at=BEGINS + timedelta(days=40),
    )
    for_all = MeetingFactory()

    assert found(kind="mirror") == [fits]
    assert found(sector="po") == [for_all, fits], "who names no sector speaks to all"
    assert found(sector="vo") == [for_all]
    assert found(theme="begeleiding") == found(theme="starters") == [fits]
    assert found(partnership="noordzijde") == [fits]
    assert found(partnership="steunpunt") == [for_all]
    assert found(period="2027-01") == found(period="2027") == [fits]
    assert found(kind="mirror", sector="vo") == []
    assert found(theme="bestaat-niet") == []


def test_a_month_is_that_of_the_clock_in_the_netherlands():
    new_year = MeetingFactory(starts_at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC))

    assert found(period="2027-01") == [new_year]
    assert found(period="2026-12") == []


def test_words_are_sought_in_title_text_and_place_however_they_are_accented():
    fits = MeetingFactory(title="Een idee over begeleiding", venue="Café De Zaak")
    MeetingFactory()

    assert found(text="cafe idee") == [fits]
    assert found(text="cafe afwezig") == []
    assert list(meetings_with(Meeting.objects.all(), "zaak")) == [fits]


def test_options_count_what_the_other_filters_leave():
    MeetingFactory(kind=MeetingKind.MIRROR, sectors=["po"])
    MeetingFactory(kind=MeetingKind.MIRROR, sectors=["vo"])
    MeetingFactory(kind=MeetingKind.CONGRESS, sectors=["vo"], starts_at=BEGINS + timedelta(days=40))

    assert options("kind") == [("mirror", 2), ("congress", 1)]
    assert options("kind", kind="congress") == [("mirror", 2), ("congress", 1)]
    assert options("kind", sector="po") == [("mirror", 1)]
    assert options("sector", kind="mirror") == [("po", 1), ("vo", 1)]
    assert options("period") == [("2026-12", 2), ("2027-01", 1)]


def test_organisers_stand_by_their_name_after_the_support_point():
    second, first = PartnershipFactory(version__name="Zuid"), PartnershipFactory(version__name="Noord")
    for partnership in (second, first, None):
        MeetingFactory(partnership=partnership)

    labels = [option.label for option in Agenda(VISITOR, Choice(), at=NOW).options()["partnership"]]

    assert labels == ["Steunpunt", "Noord", "Zuid"]


def test_a_calendar_keeps_what_was_held_not_long_ago():
    kept = MeetingFactory(starts_at=NOW - timedelta(days=80))
    MeetingFactory(starts_at=NOW - timedelta(days=100))
    coming = MeetingFactory(kind=MeetingKind.CONGRESS)

    assert calendar_meetings(VISITOR, Choice(), at=NOW) == [kept, coming]
    assert calendar_meetings(VISITOR, Choice(kind="congress"), at=NOW) == [coming]


def test_nothing_chosen_is_no_choice():
    assert not Choice().is_any
    assert replace(Choice(), text="x").is_any


def test_constant_number_of_queries(django_assert_num_queries):
    def read():
        shown = Agenda(VISITOR, Choice(theme="begeleiding"), at=NOW)
        return [([str(theme) for theme in row.themes.all()], str(row.series)) for row in shown.meetings()], (
            shown.options()
        )

    theme = ThemeFactory(slug="begeleiding")
    MeetingFactory(themes=[theme], partnership=PartnershipFactory())
    read()
    with django_assert_num_queries(8):
        read()
    for _ in range(2):
        MeetingFactory(themes=[theme], partnership=PartnershipFactory())
    read()
    with django_assert_num_queries(8):
        assert len(read()[0]) == 3
