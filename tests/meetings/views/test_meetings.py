"""One meeting on the site, and its calendar file."""

from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from steunpunt.foundation.boards import PanelPin, panels
from steunpunt.meetings.models import Admission, Meeting, MeetingState
from steunpunt.meetings.views.meetings import panels_of
from tests.factories.meetings import BEGINS, MeetingFactory, ProgrammeItemFactory, SeriesFactory
from tests.factories.network import PartnershipFactory, ThemeFactory
from tests.meetings.making import HOUR, lead_of

pytestmark = pytest.mark.django_db


def text_of(response):
    return " ".join(response.content.decode().split())


def shown(client, meeting):
    return text_of(client.get(f"/bijeenkomsten/{meeting.slug}/"))


def test_when_where_for_whom_and_what_happens(client):
    meeting = MeetingFactory(
        title="Starters",
        address="Voorbeeldplein 1, Utrecht",
        partnership=PartnershipFactory(slug="oost", version__name="Oost"),
        themes=[ThemeFactory(slug="begeleiden", title="Begeleiden")],
        online_link="https://voorbeeld.invalid/geheim",
    )
    for title in ("Oefenen", "Kijken"):
        ProgrammeItemFactory(meeting=meeting, title=title, round=1, starts_at=BEGINS + HOUR)

    answer = shown(client, meeting)

    for words in (
        "Donderdag 3 december 2026, 13:30 – 16:30 uur",
        "Voorbeeldplein 1, Utrecht",
        'href="/partnerschappen/oost/"',
        'href="/thema/begeleiden/"',
        "Ronde 1",
        "kies uit 2",
        "Je kunt ook online meedoen.",
        f"/bijeenkomsten/{meeting.slug}/agenda.ics",
        "application/ld+json",
    ):
        assert words.lower() in answer.lower(), words
    assert "geheim" not in answer


def test_a_cancelled_meeting_says_why(client):
    meeting = MeetingFactory(state=MeetingState.CANCELLED, cancel_reason="De zaal is dicht.")

    assert "De zaal is dicht." in shown(client, meeting)


@pytest.mark.parametrize(
    "given", [{"state": MeetingState.DRAFT}, {"admission": Admission.INVITED}, {"admission": Admission.UNLISTED}]
)
def test_what_is_not_for_everybody_is_only_there_for_who_leads_it(client, given):
    meeting = MeetingFactory(**given)
    pages = [f"/bijeenkomsten/{meeting.slug}/", f"/bijeenkomsten/{meeting.slug}/agenda.ics"]
    assert [client.get(page).status_code for page in pages] == [404, 404]

    client.force_login(lead_of(meeting).account)

    assert [client.get(page).status_code for page in pages] == [200, 200]
    assert "noindex" in shown(client, meeting)
    assert "ld+json" not in shown(client, meeting)


def test_the_series_shows_where_this_meeting_stands(client):
    series = SeriesFactory(title="Toekomst")
    meeting = MeetingFactory(series=series, title="Eerste")
    MeetingFactory(series=series, title="Tweede", starts_at=BEGINS + timedelta(days=30))

    answer = shown(client, meeting)

    assert "Reeks: Toekomst" in answer
    assert "Tweede" in answer
    assert "Reeks:" not in shown(client, MeetingFactory(series=SeriesFactory()))


def test_script_in_a_title_stays_text(client):
    answer = shown(client, MeetingFactory(title="<script>alert(1)</script>", summary="<img src=x onerror=alert(1)>"))

    assert "<script>alert(1)" not in answer
    assert "<img src=x" not in answer


def test_the_calendar_file_of_one_meeting(client):
    meeting = MeetingFactory(title="Starters")

    answer = client.get(f"/bijeenkomsten/{meeting.slug}/agenda.ics")

    assert answer["Content-Disposition"] == f'attachment; filename="{meeting.slug}.ics"'
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert (str(event["summary"]), event.decoded("dtstart")) == ("Starters", BEGINS)


def test_higher_rooms_show_something_with_a_meeting(monkeypatch):
    meeting, actor = MeetingFactory(title="Starters"), lead_of()
    monkeypatch.setattr(panels, "_pins", {})
    assert panels_of(meeting, actor, actor.day) == []

    for code, told in (("proef", {"title": "x"}), ("niets", None)):
        panels.pin(PanelPin(Meeting, code, "Proef", lambda subject, actor, day, told=told: told, "x.html"))

    assert panels_of(meeting, actor, actor.day) == [
        {"code": "proef", "title": "Proef", "template": "x.html", "context": {"title": "x"}}
    ]


def test_constant_number_of_queries(client, django_assert_num_queries):
    series = SeriesFactory()
    meeting = MeetingFactory(series=series, partnership=PartnershipFactory(), themes=[ThemeFactory()])
    MeetingFactory(series=series)
    ProgrammeItemFactory(meeting=meeting)
    shown(client, meeting)
    with django_assert_num_queries(12):
        shown(client, meeting)
    for _ in range(2):
        ProgrammeItemFactory(meeting=meeting)
        MeetingFactory(series=series, themes=[ThemeFactory()], partnership=PartnershipFactory())
    with django_assert_num_queries(12):
        shown(client, meeting)


def test_the_page_leads_to_registering_unless_nobody_can(client):
    coming = MeetingFactory(starts_at=timezone.now() + HOUR, ends_at=timezone.now() + 2 * HOUR)
    draft = MeetingFactory(state=MeetingState.DRAFT)
    client.force_login(lead_of(draft).account)

    assert f"/bijeenkomsten/{coming.slug}/aanmelden/" in shown(client, coming)
    assert f"/bijeenkomsten/{draft.slug}/aanmelden/" not in shown(client, draft)
