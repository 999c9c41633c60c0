"""Meetings as plain values."""

import pytest

from steunpunt.meetings.formats.record import records_of
from steunpunt.meetings.models import Admission, Meeting, MeetingKind, MeetingState
from steunpunt.meetings.queries.meetings import with_card
from tests.factories.meetings import BEGINS, MeetingFactory, SeriesFactory
from tests.factories.network import PartnershipFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_everything_that_everybody_may_know(settings):
    meeting = MeetingFactory(
        kind=MeetingKind.CONGRESS,
        state=MeetingState.CANCELLED,
        admission=Admission.INVITED,
        partnership=PartnershipFactory(slug="oost", version__name="Oost"),
        series=SeriesFactory(slug="toekomst"),
        themes=[ThemeFactory(slug="begeleiden")],
        online_link="https://voorbeeld.invalid/geheim",
    )

    (record,) = records_of([meeting], BEGINS.date())

    assert record.url == f"{settings.BASE_URL}/bijeenkomsten/{meeting.slug}/"
    assert (record.kind, record.is_cancelled, record.is_public, record.is_online) == ("congres", True, False, True)
    assert (record.partnership.name, record.partnership.url) == ("Oost", f"{settings.BASE_URL}/partnerschappen/oost/")
    assert record.series.url == f"{settings.BASE_URL}/bijeenkomsten/reeksen/toekomst/"
    assert [theme.code for theme in record.themes] == ["begeleiden"]
    assert "geheim" not in str(record)
    assert f"{record.starts_at:%H:%M}" == "13:30"


def test_of_a_meeting_by_the_support_point():
    (record,) = records_of([MeetingFactory(venue="Zaal", address="")], BEGINS.date())

    assert (record.partnership, record.place, record.organiser) == (None, "Zaal", "Steunpunt Opleidingsscholen")


def test_constant_number_of_queries(django_assert_num_queries):
    for count in (1, 3):
        while Meeting.objects.count() < count:
            MeetingFactory(partnership=PartnershipFactory(), themes=[ThemeFactory()], series=SeriesFactory())
        with django_assert_num_queries(3):
            assert len(records_of(with_card(Meeting.objects.all()), BEGINS.date())) == count
