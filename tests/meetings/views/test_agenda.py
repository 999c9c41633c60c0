"""The agenda on the site: what comes, what was, a series and the calendar feed."""

from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from steunpunt.meetings.models import Admission, Meeting, MeetingState
from tests.factories.meetings import MeetingFactory, SeriesFactory
from tests.factories.network import PartnershipFactory, ThemeFactory
from tests.meetings.making import coordinator_of, lead_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def text_of(response):
    return " ".join(response.content.decode().split())


def soon(**given):
    return MeetingFactory(starts_at=timezone.now() + 5 * DAY, **given)


def test_what_comes_stands_there_and_what_was_on_its_own_page(client):
    coming = soon(title="Straks", partnership=PartnershipFactory(version__name="Oost"))
    MeetingFactory(title="Toen", starts_at=timezone.now() - 50 * DAY)

    agenda, past = text_of(client.get("/bijeenkomsten/")), text_of(client.get("/bijeenkomsten/voorbij/"))

    assert f'href="/bijeenkomsten/{coming.slug}/"' in agenda
    assert "Oost" in agenda
    assert "Toen" not in agenda
    assert "Toen" in past
    assert "Straks" not in past


def test_filters_are_links_and_leave_what_fits(client):
    soon(title="Spiegel", kind="mirror", sectors=["po"])
    soon(title="Congresdag", kind="congress", sectors=["vo"])

    answer = text_of(client.get("/bijeenkomsten/?soort=mirror"))

    assert "Spiegel" in answer
    assert "Congresdag" not in answer
    assert '?soort=congress"' in answer
    assert "agenda.ics?soort=mirror" in answer
    assert "Geen bijeenkomst bij deze keuze" in text_of(client.get("/bijeenkomsten/?soort=mirror&sector=vo"))


def test_an_empty_agenda_says_what_you_can_do(client):
    assert "Zet de agenda in je kalender" in text_of(client.get("/bijeenkomsten/"))
    assert "Naar de agenda" in text_of(client.get("/bijeenkomsten/voorbij/"))
    client.force_login(coordinator_of().account)
    assert "Maak de eerste bijeenkomst" in text_of(client.get("/bijeenkomsten/"))


@pytest.mark.parametrize("query", ["?q=%00", "?periode=x&pagina=999", "?thema='--", "?sector=%F0%9F%98%80"])
def test_odd_addresses_do_no_harm(client, query):
    assert client.get(f"/bijeenkomsten/{query}").status_code == 200
    assert client.get(f"/bijeenkomsten/agenda.ics{query}").status_code == 200


def test_the_feed_holds_what_is_public_with_the_filter(client):
    mirror = soon(kind="mirror")
    cancelled = soon(kind="mirror", state=MeetingState.CANCELLED)
    soon(kind="congress")
    invited = soon(kind="mirror", admission=Admission.INVITED)
    client.force_login(lead_of(invited).account)

    answer = client.get("/bijeenkomsten/agenda.ics?soort=mirror")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    found = {str(one["uid"]): str(one["status"]) for one in Calendar.from_ical(answer.content).walk("VEVENT")}
    assert found == {
        f"bijeenkomst-{mirror.public_id}@steunpunt": "CONFIRMED",
        f"bijeenkomst-{cancelled.public_id}@steunpunt": "CANCELLED",
    }


def test_a_series_shows_its_meetings_in_order(client):
    series = SeriesFactory(title="Toekomst", summary="Steeds met andere mensen.")
    soon(series=series, title="Later")
    MeetingFactory(series=series, title="Eerder", starts_at=timezone.now() - 9 * DAY)
    soon(series=series, title="Geheim", state=MeetingState.DRAFT)

    answer = text_of(client.get(f"/bijeenkomsten/reeksen/{series.slug}/"))

    assert "Steeds met andere mensen." in answer
    assert answer.index("Eerder") < answer.index("Later")
    assert "Geheim" not in answer
    assert client.get("/bijeenkomsten/reeksen/bestaat-niet/").status_code == 404
    assert client.get(f"/bijeenkomsten/reeksen/{SeriesFactory().slug}/").status_code == 404


def test_constant_number_of_queries(client, django_assert_num_queries):
    for count in (1, 3):
        while Meeting.objects.count() < count:
            soon(partnership=PartnershipFactory(), themes=[ThemeFactory()], series=SeriesFactory())
        client.get("/bijeenkomsten/")
        with django_assert_num_queries(10):
            client.get("/bijeenkomsten/")
