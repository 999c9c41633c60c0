"""The visitor's form: what it asks, keeps and refuses."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.actions.partnership import set_website
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.network import MembershipFactory, PartnershipFactory, SiteFactory

from .editing_requests import as_coordinator, as_staff, text_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


@pytest.fixture
def partnership():
    return PartnershipFactory(slug="leerwerf", version__name="De Leerwerf")


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def _way(field=""):
    return f"/partnerschappen/leerwerf/verbetering/{f'?veld={field}' if field else ''}"


def _send(client, clock, way, seconds=20, **facts):
    """Open the form, take some time and send it."""
    stamp = client.get(way).context["form"]["opened"].value()
    clock.shift(timedelta(seconds=seconds))
    return client.post(way, {"reason": "Ik werk er.", "opened": stamp, **facts})


def test_the_first_page_asks_what_is_wrong(client, partnership):
    text = text_of(client.get(_way()))

    assert "Wat klopt er niet?" in text
    assert "?veld=lid-erbij" in text


@pytest.mark.parametrize(
    "field",
    ["naam", "werkgebied", "website", "lid-erbij", "lid-weg", "kern-schil", "penvoerder", "status", "anders"],
)
def test_every_answer_has_its_own_form(client, partnership, field):
    response = client.get(_way(field))

    assert (response.status_code, response.context["field"]) == (200, field)


def test_an_unknown_answer_asks_again(client, partnership):
    assert "Wat klopt er niet?" in text_of(client.get(_way("onzin")))


def test_the_form_says_what_stands_there(client, partnership):
    assert "Nu staat er: <strong>De Leerwerf</strong>" in text_of(client.get(_way("naam")))


def test_a_proposal_leads_to_the_page_to_follow_it(client, clock, partnership):
    response = _send(client, clock, _way("naam"), value="De Leerschool")

    item = WorkItem.objects.get()
    assert response["Location"] == reverse("foundation:work_item_followed", args=[item.token])
    assert (item.opened_by, item.reply_to) == ("bezoeker", "")


def test_a_visitor_may_leave_an_address(client, clock, partnership):
    _send(client, clock, _way("naam"), value="De Leerschool", reply_to="bo@voorbeeld.invalid")

    assert WorkItem.objects.get().reply_to == "bo@voorbeeld.invalid"


def test_who_is_signed_in_finds_the_own_address_filled_in(client, partnership):
    client.force_login(UserFactory(email="bo@voorbeeld.invalid"))

    assert client.get(_way("naam")).context["form"]["reply_to"].value() == "bo@voorbeeld.invalid"


def test_a_machine_that_fills_in_everything_is_stopped(client, clock, partnership):
    response = _send(client, clock, _way("naam"), value="De Leerschool", extra="koop nu")

    assert (response.status_code, WorkItem.objects.count()) == (422, 0)


def test_a_machine_that_is_too_fast_is_stopped(client, clock, partnership):
    response = _send(client, clock, _way("naam"), seconds=1, value="De Leerschool")

    assert "erg snel" in text_of(response)
    assert (response.status_code, WorkItem.objects.count()) == (422, 0)


def test_a_page_that_stood_open_all_day_can_be_sent_again(client, clock, partnership):
    late = _send(client, clock, _way("naam"), seconds=60 * 60 * 13, value="De Leerschool")
    clock.shift(timedelta(seconds=10))
    stamp = late.context["form"]["opened"].value()

    again = client.post(_way("naam"), {"reason": "Ik werk er.", "opened": stamp, "value": "De Leerschool"})

    assert (late.status_code, again.status_code) == (422, 302)


def test_a_forged_moment_is_refused(client, clock, partnership):
    response = client.post(_way("naam"), {"reason": "Ik werk er.", "opened": "open:nu:vals", "value": "X"})

    assert (response.status_code, WorkItem.objects.count()) == (422, 0)


def test_what_was_typed_stays(client, clock, partnership):
    response = _send(client, clock, _way("naam"), value="De Leerschool", reason="")

    assert 'value="De Leerschool"' in text_of(response)
    assert "Schrijf in een zin hoe je dit weet." in text_of(response)


def test_what_stands_there_already_is_told(client, clock, partnership):
    response = _send(client, clock, _way("naam"), value="De Leerwerf")

    assert response.context["form"].errors["value"] == ["Zo staat het er al."]


def test_a_missing_school_is_chosen_from_the_list(client, clock, partnership):
    site = SiteFactory(version__name="De Linde")
    found = client.get(_way("lid-erbij") + "&zoek=linde")

    _send(client, clock, _way("lid-erbij"), organisation=site.public_id, ring="shell")

    assert "De Linde" in text_of(found)
    assert WorkItem.objects.get().data["new_words"] == "De Linde"


def test_a_member_that_left_is_chosen_from_the_members(client, clock, partnership):
    row = MembershipFactory(partnership=partnership, organisation__version__name="De Linde")

    _send(client, clock, _way("lid-weg"), about=row.public_id)

    assert WorkItem.objects.get().data["new_words"] == "De Linde: doet niet meer mee"


def test_no_address_of_the_sender_is_kept(client, clock, partnership):
    _send(client, clock, _way("naam"), value="De Leerschool")

    assert "127.0.0.1" not in str(WorkItem.objects.values().get())


def test_a_fact_of_a_school_is_not_for_later(client, clock):
    site = SiteFactory(code="00AA00")
    way = f"/organisaties/vestiging/{site.code}/verbetering/?veld=place"

    response = _send(client, clock, way, value="Ede", on="2027-01-01")

    assert response.context["form"].errors["on"] == ["Vul vandaag of een eerdere dag in."]


def test_an_organisation_has_its_own_questions(client):
    SiteFactory(code="00AA00")

    assert "De postcode klopt niet" in text_of(client.get("/organisaties/vestiging/00AA00/verbetering/"))


@pytest.mark.parametrize("way", ["/partnerschappen/nooit/verbetering/", "/organisaties/vestiging/99ZZ99/verbetering/"])
def test_what_is_not_there_is_not_found(client, way):
    assert client.get(way).status_code == 404


def test_staff_are_told_when_the_field_changed_meanwhile(client, clock, partnership):
    _send(client, clock, _way("website"), value="https://voorstel.invalid")
    set_website(partnership, "https://intussen.invalid", by=staff_actor(), at=NOW)
    item = WorkItem.objects.get()

    text = text_of(as_staff(client).get(reverse("foundation:work_item", args=[item.public_id])))

    assert "Dit is intussen gewijzigd" in text
    assert "https://intussen.invalid" in text


def test_the_coordinator_finds_the_proposal_on_the_overview(client, clock, partnership):
    _send(client, clock, _way("naam"), value="De Leerschool")

    text = text_of(as_coordinator(client, partnership).get("/partnerschappen/leerwerf/bewerken/"))

    assert "Verbetering van De Leerwerf: naam" in text


@pytest.fixture
def school():
    return SiteFactory(code="18BR00", version__name="De Linde")


def _school(field):
    return f"/organisaties/vestiging/18BR00/verbetering/?veld={field}"


def test_a_postcode_is_proposed_as_it_is_kept(client, clock, school):
    _send(client, clock, _school("postcode"), value="1234 ab")

    assert WorkItem.objects.get().data["value"] == "1234AB"


@pytest.mark.parametrize(
    ("field", "value"),
    [("postcode", "12345"), ("house_number", "1" * 21), ("place", "x" * 61), ("street", "x" * 121)],
)
def test_what_does_not_fit_is_said_at_the_field(client, clock, school, field, value):
    response = _send(client, clock, _school(field), value=value)

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["value"])
    assert WorkItem.objects.count() == 0
