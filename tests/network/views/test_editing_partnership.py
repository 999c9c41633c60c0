"""The coordinator's own pages: who gets in, what a form keeps, and that one request makes one deed."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from steunpunt.foundation.ledger.queries import history_of
from steunpunt.network.actions.ambition import set_vision
from steunpunt.network.models import Partnership, PartnershipState
from tests.factories.foundation import WorkItemFactory, staff_actor
from tests.factories.network import (
    AcademicStrandFactory,
    BoardFactory,
    LeadOrganisationFactory,
    MembershipFactory,
    PartnershipFactory,
    PartnershipVersionFactory,
    RegionFactory,
    ThemeContactFactory,
)

from .editing_requests import address, as_coordinator, as_staff, as_stranger, text_of

pytestmark = pytest.mark.django_db
SIMPLE = [
    "",
    "gegevens/",
    "website/",
    "penvoerder/",
    "academische-kop/",
    "leden/",
    "leden/toevoegen/",
    "contacten/",
    "contacten/instellen/",
    "visie/",
    "doelen/",
    "doelen/toevoegen/",
    "projecten/",
]


@pytest.fixture
def partnership():
    return PartnershipFactory(version__name="De Leerwerf")


@pytest.mark.parametrize("rest", SIMPLE)
def test_the_coordinator_opens_every_page(client, partnership, rest):
    assert as_coordinator(client, partnership).get(address(partnership, rest)).status_code == 200


@pytest.mark.parametrize("rest", [*SIMPLE, "status/"])
def test_a_stranger_is_told_why_not(client, partnership, rest):
    response = as_stranger(client).get(address(partnership, rest))

    assert response.status_code == 403
    assert "Alleen de coördinator" in text_of(response)


@pytest.mark.parametrize("rest", SIMPLE)
def test_a_visitor_is_asked_to_sign_in_first(client, partnership, rest):
    response = client.get(address(partnership, rest))

    assert (response.status_code, "login" in response["Location"]) == (302, True)


def test_a_partnership_that_is_not_there_is_not_found(client, partnership):
    assert as_staff(client).get("/partnerschappen/bestaat-niet/bewerken/").status_code == 404


def test_the_overview_takes_the_same_queries_for_one_and_for_three(
    client, partnership, django_assert_num_queries, django_assert_max_num_queries
):
    as_staff(client)
    client.get(address(partnership))
    with django_assert_max_num_queries(60) as first:
        client.get(address(partnership))
    for _ in range(2):
        MembershipFactory(partnership=partnership)
        ThemeContactFactory(partnership=partnership)
        WorkItemFactory(subject=partnership.reference, data={"field": "naam"})

    with django_assert_num_queries(len(first)):
        client.get(address(partnership))


def test_the_overview_names_what_is_planned(client, partnership):
    PartnershipVersionFactory(partnership=PartnershipFactory(version=False), name="Anders")
    later = MembershipFactory(partnership=partnership, valid_from=date(2099, 8, 1))

    text = text_of(as_coordinator(client, partnership).get(address(partnership)))

    assert "1 augustus 2099" in text
    assert reverse("network:manage_withdraw", args=[partnership.slug, "lid", later.pk, "begin"]) in text


def test_one_click_confirms(client, partnership):
    response = as_coordinator(client, partnership).post(address(partnership, "bevestigen/"))

    assert response.status_code == 302
    assert Partnership.objects.get().confirmed_at.date() == timezone.now().date()


def test_confirming_is_a_post(client, partnership):
    assert as_coordinator(client, partnership).get(address(partnership, "bevestigen/")).status_code == 405


FACTS = {"name": "De Nieuwe Leerwerf", "sectors": ["po", "vo"], "area_text": "Twente", "way": "change"}


def test_a_change_holds_from_the_chosen_day(client, partnership):
    region = RegionFactory()
    facts = {**FACTS, "region": region.pk, "valid_from": "2099-08-01", "revision": 1}

    as_coordinator(client, partnership).post(address(partnership, "gegevens/"), facts)

    rows = partnership.versions.order_by("valid_from").values_list("name", "valid_from")
    assert list(rows)[1] == ("De Nieuwe Leerwerf", date(2099, 8, 1))


def test_a_correction_changes_what_stands(client, partnership):
    as_coordinator(client, partnership).post(
        address(partnership, "gegevens/"), {**FACTS, "way": "correct", "revision": 1}
    )

    assert [row.name for row in partnership.versions.all()] == ["De Nieuwe Leerwerf"]


def test_a_change_without_a_day_is_told_at_the_field_and_keeps_what_was_typed(client, partnership):
    response = as_coordinator(client, partnership).post(address(partnership, "gegevens/"), FACTS)

    assert response.status_code == 422
    assert response.context["form"].errors["valid_from"] == ["Vul in vanaf welke dag dit geldt."]
    assert 'value="De Nieuwe Leerwerf"' in text_of(response)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "31-02-2027", "morgen"])
def test_a_day_that_cannot_be_is_told(client, partnership, day):
    response = as_coordinator(client, partnership).post(address(partnership, "gegevens/"), {**FACTS, "valid_from": day})

    assert (response.status_code, "valid_from" in response.context["form"].errors) == (422, True)


def test_the_second_editor_is_told_and_may_save_after_that(client, partnership):
    as_coordinator(client, partnership)
    set_vision(partnership, vision="Eerst", cooperation_model="", scenario=None, by=staff_actor(), at=timezone.now())
    facts = {"vision": "Daarna", "cooperation_model": "", "scenario": "", "revision": 1}

    refused = client.post(address(partnership, "visie/"), facts)
    fresh = refused.context["form"]["revision"].value()
    accepted = client.post(address(partnership, "visie/"), {**facts, "revision": fresh})

    assert "Iemand anders heeft dit gewijzigd" in text_of(refused)
    assert "Daarna" in text_of(refused)
    assert (refused.status_code, fresh, accepted.status_code) == (422, "2", 302)
    assert Partnership.objects.get().vision == "Daarna"


def test_the_website_is_kept(client, partnership):
    as_coordinator(client, partnership).post(
        address(partnership, "website/"), {"website": "www.leerwerf.voorbeeld.invalid", "revision": 1}
    )

    assert Partnership.objects.get().website == "https://www.leerwerf.voorbeeld.invalid"


def test_staff_set_the_status(client, partnership):
    as_staff(client).post(
        address(partnership, "status/"),
        {"state": PartnershipState.ENDED, "source": "Besluit 7", "valid_from": "2026-08-01", "revision": 1},
    )

    assert partnership.statuses.get(valid_until=None).state == "ended"


def test_the_coordinator_reads_that_the_status_is_for_staff(client, partnership):
    response = as_coordinator(client, partnership).get(address(partnership, "status/"))

    assert response.status_code == 403


def test_a_strand_is_begun_and_the_next_visit_ends_it(client, partnership):
    as_coordinator(client, partnership)
    client.post(address(partnership, "academische-kop/"), {"valid_from": "2020-08-01", "revision": 1})
    client.post(address(partnership, "academische-kop/"), {"valid_until": "2099-08-01", "revision": 2})

    row = partnership.academic_strands.get()
    assert (row.valid_from, row.valid_until) == (date(2020, 8, 1), date(2099, 8, 1))


def test_an_end_before_the_begin_is_told_at_its_field(client, partnership):
    AcademicStrandFactory(partnership=partnership, valid_from=date(2020, 8, 1))

    response = as_coordinator(client, partnership).post(
        address(partnership, "academische-kop/"), {"valid_until": "2019-08-01", "revision": 1}
    )

    assert response.status_code == 422
    assert response.context["form"].errors["valid_until"] == ["De einddatum moet na de begindatum liggen."]


def test_the_lead_is_chosen_from_the_list(client, partnership):
    board = BoardFactory(version__name="Stichting Het Veld")
    LeadOrganisationFactory(partnership=partnership)
    page = as_coordinator(client, partnership).get(address(partnership, "penvoerder/"), {"zoek": "het veld"})

    client.post(
        address(partnership, "penvoerder/"),
        {"organisation": board.public_id, "valid_from": "2027-08-01", "zoek": "het veld", "revision": 1},
    )

    assert "Stichting Het Veld" in text_of(page)
    assert partnership.leads.get(valid_until=None).organisation == board


def test_a_lead_begins_on_the_first_of_august_unless_somebody_says_otherwise(client, partnership):
    page = as_coordinator(client, partnership).get(address(partnership, "penvoerder/"))

    day = page.context["form"]["valid_from"].value()
    assert (day.month, day.day, day > timezone.localdate()) == (8, 1, True)


def test_staff_start_a_partnership(client):
    facts = {"name": "Opleidingsschool Oost", "sectors": ["po"], "state": "candidate", "valid_from": "2026-08-01"}

    response = as_staff(client).post("/partnerschappen/nieuw/", facts)

    assert response["Location"] == "/partnerschappen/opleidingsschool-oost/bewerken/"
    assert history_of(Partnership.objects.get().reference)[0].deed == "partnership-started"


def test_others_start_none(client):
    assert as_stranger(client).get("/partnerschappen/nieuw/").status_code == 403
