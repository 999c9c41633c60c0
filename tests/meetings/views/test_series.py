"""Making and changing a series on the site."""

import pytest

from steunpunt.meetings.models import Series
from tests.factories.foundation import UserFactory
from tests.factories.meetings import MeetingFactory, MeetingLeadFactory, SeriesFactory
from tests.meetings.making import coordinator_of

pytestmark = pytest.mark.django_db


def test_a_coordinator_makes_a_series_and_changes_it(client):
    coordinator = coordinator_of()
    client.force_login(coordinator.account)
    assert client.post("/bijeenkomsten/reeksen/nieuw/", {"title": ""}).status_code == 422

    client.post("/bijeenkomsten/reeksen/nieuw/", {"title": "Toekomst", "summary": ""})
    series = Series.objects.get()
    MeetingLeadFactory(meeting=MeetingFactory(series=series), account=coordinator.account)
    client.post(f"/bijeenkomsten/reeksen/{series.slug}/wijzigen/", {"title": "De toekomst"})

    assert (series.slug, Series.objects.get().title) == ("toekomst", "De toekomst")
    assert "De toekomst" in client.get("/bijeenkomsten/reeksen/toekomst/").text


def test_others_do_not(client):
    series = SeriesFactory()
    MeetingFactory(series=series)
    client.force_login(UserFactory())

    assert client.get("/bijeenkomsten/reeksen/nieuw/").status_code == 403
    assert client.post(f"/bijeenkomsten/reeksen/{series.slug}/wijzigen/", {"title": "Weg"}).status_code == 404
