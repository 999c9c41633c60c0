"""The agenda in the API."""

import pytest

from steunpunt.meetings.models import Admission, Meeting, MeetingState
from tests.factories.meetings import MeetingFactory, ProgrammeItemFactory, SeriesFactory
from tests.factories.network import PartnershipFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def listed(client, query=""):
    return client.get(f"/api/v1/bijeenkomsten{query}").json()


def test_list_tells_in_short(client, settings):
    meeting = MeetingFactory(
        kind="mirror",
        sectors=["po"],
        partnership=PartnershipFactory(version__name="Oost"),
        series=SeriesFactory(title="Toekomst"),
        themes=[ThemeFactory(slug="begeleiden")],
        online_link="https://voorbeeld.invalid/geheim",
        is_example=True,
    )

    answer = listed(client)

    (row,) = answer["resultaten"]
    assert (row["id"], row["soort"], row["stand"], row["voorbeeld"]) == (
        meeting.public_id,
        "spiegelbijeenkomst",
        "gaat-door",
        True,
    )
    assert row["begint"].startswith("2026-12-03T13:30")
    assert (row["partnerschap"]["naam"], row["reeks"]["naam"], row["themas"][0]["id"]) == (
        "Oost",
        "Toekomst",
        "begeleiden",
    )
    assert row["_links"]["html"]["href"] == f"{settings.BASE_URL}/bijeenkomsten/{meeting.slug}/"
    assert row["online"] is True
    assert "geheim" not in str(answer)


def test_one_meeting_tells_everything(client):
    meeting = MeetingFactory(state=MeetingState.CANCELLED, cancel_reason="De zaal is dicht.", capacity=20)
    ProgrammeItemFactory(meeting=meeting, title="Opening", round=1, room="Zaal 1")

    row = client.get(f"/api/v1/bijeenkomsten/{meeting.slug}").json()

    assert (row["stand"], row["redenAfgelast"], row["plaatsen"]) == ("gaat-niet-door", "De zaal is dicht.", 20)
    (part,) = row["programma"]
    assert (part["titel"], part["ronde"], part["zaal"]) == ("Opening", 1, "Zaal 1")


@pytest.mark.parametrize("given", [{"admission": Admission.INVITED}, {"state": MeetingState.DRAFT}])
def test_what_is_not_for_everybody_is_not_there(client, given):
    meeting = MeetingFactory(**given)

    assert listed(client)["totaal"] == 0
    assert client.get(f"/api/v1/bijeenkomsten/{meeting.slug}").status_code == 404


def test_list_is_narrowed(client):
    ThemeFactory(slug="begeleiden")
    MeetingFactory(kind="mirror", sectors=["vo"], title="Spiegel")
    other = MeetingFactory(sectors=["po"])

    assert listed(client, "?soort=spiegelbijeenkomst")["totaal"] == 1
    assert [row["id"] for row in listed(client, "?sector=po")["resultaten"]] == [other.public_id]
    assert listed(client, "?q=spie%00gel")["totaal"] == 1
    assert listed(client, "?thema=begeleiden")["totaal"] == 0
    assert listed(client, "?vanaf=2026-12-04")["totaal"] == 0
    assert listed(client, "?vanaf=2026-12-03&totEnMet=2026-12-03")["totaal"] == 2


@pytest.mark.parametrize("query", ["?soort=feest", "?thema=onbekend", "?vanaf=morgen", "?wanneer=nu"])
def test_what_makes_no_sense_is_a_problem(client, query):
    answer = client.get(f"/api/v1/bijeenkomsten{query}")

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_constant_number_of_queries(client, django_assert_num_queries):
    for count in (1, 3):
        while Meeting.objects.count() < count:
            MeetingFactory(partnership=PartnershipFactory(), themes=[ThemeFactory()], series=SeriesFactory())
        listed(client)
        with django_assert_num_queries(4):
            assert listed(client)["totaal"] == count
