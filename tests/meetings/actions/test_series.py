"""Series of meetings."""

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.meetings.actions import series as actions
from tests.factories.foundation import signed_in_actor
from tests.factories.meetings import MeetingFactory, MeetingLeadFactory, SeriesFactory
from tests.meetings.making import NOW, coordinator_of

pytestmark = pytest.mark.django_db


def test_a_series_is_made_and_said_differently():
    coordinator = coordinator_of()
    series = actions.plan_series({"title": "Toekomst", "summary": ""}, by=coordinator, at=NOW)
    MeetingLeadFactory(meeting=MeetingFactory(series=series), account=coordinator.account)

    actions.change_series(series, {"title": "Toekomst van samen opleiden"}, by=coordinator, at=NOW)

    series.refresh_from_db()
    assert (series.slug, series.title) == ("toekomst", "Toekomst van samen opleiden")
    assert [entry.deed for entry in history_of(series.reference)] == ["series-changed", "series-planned"]


@pytest.mark.parametrize("title", ["Toekomst", "Nieuw"])
def test_no_two_series_have_one_address(title):
    coordinator = coordinator_of()

    slugs = {actions.plan_series({"title": title}, by=coordinator, at=NOW).slug for _ in range(2)}

    assert len(slugs) == 2
    assert "nieuw" not in slugs


def test_others_make_and_change_nothing():
    series = SeriesFactory()
    MeetingFactory(series=series)

    with pytest.raises(Refusal):
        actions.plan_series({"title": "Toekomst"}, by=signed_in_actor(), at=NOW)
    with pytest.raises(Refusal):
        actions.change_series(series, {"title": "Weg"}, by=coordinator_of(), at=NOW)
