"""Preparing meetings on the site."""

from datetime import timedelta

import pytest
from django.utils import timezone

from steunpunt.meetings.models import Meeting, MeetingState
from tests.factories.foundation import UserFactory, sign_in_staff
from tests.factories.meetings import MeetingFactory, MeetingLeadFactory, ProgrammeItemFactory
from tests.factories.network import PartnershipFactory
from tests.meetings.making import coordinator_of, lead_of

pytestmark = pytest.mark.django_db
TYPED = {
    "title": "Starters begeleiden",
    "kind": "regional",
    "summary": "Wat werkt?",
    "starts_on": "2030-12-03",
    "begins": "13:30",
    "ends": "16:30",
    "venue": "De Werkplaats, Utrecht",
    "admission": "public",
    "sectors": ["po"],
}


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def partnership(client):
    """The partnership that the client coordinates."""
    partnership = PartnershipFactory()
    client.force_login(coordinator_of(partnership).account)
    return partnership


@pytest.fixture
def own(client):
    """A meeting that the client leads."""
    meeting = MeetingFactory(starts_at=timezone.now() + timedelta(days=9))
    client.force_login(lead_of(meeting).account)
    return meeting


def work(meeting, deed=""):
    return f"/bijeenkomsten/mijn/{meeting.public_id}/{deed}"


def test_from_a_draft_to_the_agenda(client, partnership):
    answer = client.post("/bijeenkomsten/nieuw/", {**TYPED, "partnership": partnership.pk}, follow=True)
    meeting = Meeting.objects.get()
    assert answer.redirect_chain[-1][0] == work(meeting)
    assert (meeting.state, meeting.partnership, meeting.sectors) == (MeetingState.DRAFT, partnership, ["po"])
    assert "Starters begeleiden" in text_of(client.get("/bijeenkomsten/mijn/"))

    answer = client.post(work(meeting, "op-de-agenda/"), {"revision": meeting.revision}, follow=True)

    assert answer.redirect_chain[-1][0] == "/bijeenkomsten/starters-begeleiden/"
    assert Meeting.objects.get().state == MeetingState.PUBLISHED


def test_bad_input_keeps_what_was_typed_and_stores_nothing(client, partnership):
    answer = client.post("/bijeenkomsten/nieuw/", {**TYPED, "partnership": partnership.pk, "ends": "12:00"})

    assert answer.status_code == 422
    assert "Het einde moet na het begin liggen." in text_of(answer)
    assert 'value="Starters begeleiden"' in text_of(answer)
    assert not Meeting.objects.exists()


def test_what_is_still_needed_stands_on_the_page(client):
    draft = MeetingFactory(state=MeetingState.DRAFT, venue="")
    client.force_login(lead_of(draft).account)

    assert "Nog nodig voor de agenda" in text_of(client.get(work(draft)))
    answer = client.post(work(draft, "op-de-agenda/"), {})
    assert answer.status_code == 422
    assert "Vul in waar het is" in text_of(answer)
    assert Meeting.objects.get().state == MeetingState.DRAFT


def typed_of(meeting, **given):
    return {
        **TYPED,
        "kind": meeting.kind,
        "starts_on": f"{timezone.localtime(meeting.starts_at):%Y-%m-%d}",
        "begins": f"{timezone.localtime(meeting.starts_at):%H:%M}",
        "ends": f"{timezone.localtime(meeting.ends_at):%H:%M}",
        "ends_on": f"{timezone.localtime(meeting.ends_at):%Y-%m-%d}",
        "revision": meeting.revision,
        **given,
    }


def test_changing_is_seen_at_once_and_two_editors_are_told(client, own):
    client.post(work(own, "wijzigen/"), typed_of(own, title="Eerst"))
    assert "Eerst" in text_of(client.get(f"/bijeenkomsten/{own.slug}/"))

    answer = client.post(work(own, "wijzigen/"), typed_of(own, title="Daarna"))

    assert answer.status_code == 422
    assert "Iemand anders heeft dit gewijzigd" in text_of(answer)
    assert 'value="Daarna"' in text_of(answer)
    assert Meeting.objects.get().title == "Eerst"


def test_cancelling_asks_why(client, own):
    assert client.post(work(own, "afgelasten/"), {"reason": " "}).status_code == 422

    client.post(work(own, "afgelasten/"), {"reason": "De zaal is dicht.", "revision": own.revision})

    assert "De zaal is dicht." in text_of(client.get(f"/bijeenkomsten/{own.slug}/"))


def test_the_page_shows_programme_leads_and_history(client, own):
    ProgrammeItemFactory(meeting=own, title="Opening")
    MeetingLeadFactory(meeting=own, account=UserFactory(first_name="Ans", last_name="Jansen"))

    answer = text_of(client.get(work(own)))

    for words in ("Opening", "Ans Jansen", "Onderdeel toevoegen", "Afgelasten", "Wat er veranderde"):
        assert words in answer, words


def test_strangers_get_nothing(client, own):
    draft = MeetingFactory(state=MeetingState.DRAFT, title="Geheim")
    pages = [work(draft), *(work(draft, deed) for deed in ("wijzigen/", "op-de-agenda/", "afgelasten/"))]

    assert {client.get(page).status_code for page in pages} == {404}
    assert "Geheim" not in text_of(client.get("/bijeenkomsten/mijn/"))
    assert client.get("/bijeenkomsten/nieuw/").status_code == 403
    client.logout()
    assert client.get("/bijeenkomsten/mijn/").status_code == 302


def test_staff_see_their_own_and_all(client):
    sign_in_staff(client)
    MeetingFactory(state=MeetingState.DRAFT, title="Van een ander")

    assert "Van een ander" not in text_of(client.get("/bijeenkomsten/mijn/"))
    assert "Van een ander" in text_of(client.get("/bijeenkomsten/mijn/?alle"))


def test_constant_number_of_queries(client, django_assert_num_queries):
    account = UserFactory()
    client.force_login(account)
    for count in (1, 3):
        while Meeting.objects.count() < count:
            MeetingLeadFactory(account=account, meeting=MeetingFactory(partnership=PartnershipFactory()))
        client.get("/bijeenkomsten/mijn/")
        with django_assert_num_queries(6):
            client.get("/bijeenkomsten/mijn/")
