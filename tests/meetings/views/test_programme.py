"""The programme and who leads, on the site."""

import pytest

from steunpunt.meetings.models import ProgrammeItem
from tests.factories.foundation import UserFactory
from tests.factories.meetings import MeetingFactory, MeetingLeadFactory, ProgrammeItemFactory
from tests.meetings.making import lead_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(client):
    """The meeting that the client leads, on 3 December from 13:30 to 16:30."""
    meeting = MeetingFactory()
    client.force_login(lead_of(meeting).account)
    return meeting


def text_of(response):
    return " ".join(response.content.decode().split())


def part(meeting, **given):
    typed = {"title": "Opening", "on": "2026-12-03", "begins": "13:30", "ends": "14:00", "revision": meeting.revision}
    return {**typed, **given}


def test_a_part_is_added_changed_and_removed(client, meeting):
    answer = client.post(f"/bijeenkomsten/mijn/{meeting.public_id}/onderdeel/", part(meeting, round=1))
    item = ProgrammeItem.objects.get()
    assert answer["Location"] == f"/bijeenkomsten/mijn/{meeting.public_id}/#programma"
    assert (item.round, item.title) == (1, "Opening")

    client.post(f"/bijeenkomsten/mijn/onderdeel/{item.public_id}/", part(meeting, title="Welkom", revision=""))
    assert "Welkom" in text_of(client.get(f"/bijeenkomsten/{meeting.slug}/"))

    page = f"/bijeenkomsten/mijn/onderdeel/{item.public_id}/weg/"
    assert "‘Welkom’ verdwijnt" in text_of(client.get(page))
    client.post(page)
    assert not ProgrammeItem.objects.exists()


def test_a_part_outside_its_meeting_is_refused_at_its_field(client, meeting):
    answer = client.post(f"/bijeenkomsten/mijn/{meeting.public_id}/onderdeel/", part(meeting, begins="12:00"))

    assert answer.status_code == 422
    assert "binnen de tijd van de bijeenkomst: 3 december 2026 13:30 tot 3 december 2026 16:30" in text_of(answer)
    assert not ProgrammeItem.objects.exists()


def test_an_outdated_form_is_told(client, meeting):
    client.post(f"/bijeenkomsten/mijn/{meeting.public_id}/onderdeel/", part(meeting))

    answer = client.post(f"/bijeenkomsten/mijn/{meeting.public_id}/onderdeel/", part(meeting, title="Nog een"))

    assert answer.status_code == 422
    assert "Iemand anders heeft dit gewijzigd" in text_of(answer)
    assert ProgrammeItem.objects.count() == 1


def test_a_lead_is_added_by_address_and_removed(client, meeting):
    other = UserFactory(email="ans@voorbeeld.invalid", first_name="Ans", last_name="Jansen")
    page = f"/bijeenkomsten/mijn/{meeting.public_id}/leiden/"
    assert client.post(page, {"email": "niemand@voorbeeld.invalid"}).status_code == 422

    client.post(page, {"email": other.email})

    lead = meeting.leads.get(account=other)
    assert client.post(page, {"email": other.email}).status_code == 422, "somebody leads it once"
    assert "Ans Jansen kan de bijeenkomst" in text_of(client.get(f"{page}{lead.pk}/weg/"))
    client.post(f"{page}{lead.pk}/weg/")
    assert not meeting.leads.filter(account=other).exists()


def test_who_lets_themselves_go_comes_back_to_the_list(client, meeting):
    own = meeting.leads.get()
    MeetingLeadFactory(meeting=meeting)

    answer = client.post(f"/bijeenkomsten/mijn/{meeting.public_id}/leiden/{own.pk}/weg/")

    assert answer["Location"] == "/bijeenkomsten/mijn/"


def test_strangers_reach_no_part_and_no_lead(client, meeting):
    foreign = ProgrammeItemFactory()
    lead = MeetingLeadFactory(meeting=foreign.meeting)

    for page in (
        f"/bijeenkomsten/mijn/onderdeel/{foreign.public_id}/",
        f"/bijeenkomsten/mijn/onderdeel/{foreign.public_id}/weg/",
        f"/bijeenkomsten/mijn/{foreign.meeting.public_id}/onderdeel/",
        f"/bijeenkomsten/mijn/{foreign.meeting.public_id}/leiden/",
        f"/bijeenkomsten/mijn/{meeting.public_id}/leiden/{lead.pk}/weg/",
    ):
        assert client.post(page, {}).status_code == 404, page
