"""Staff pages for organisations."""

from datetime import date

import pytest

from steunpunt.network.models import FieldOverride, Organisation, OrganisationVersion, RegionSite, Succession
from tests.factories.network import (
    BoardFactory,
    FieldOverrideFactory,
    OrganisationFactory,
    RegionFactory,
    RegionSiteFactory,
    SiteFactory,
    SuccessionFactory,
)

from .editing_requests import as_staff, as_stranger, text_of

pytestmark = pytest.mark.django_db
PAGES = ["", "gegevens/", "valt-onder/", "sluiten/", "heropenen/", "opvolging/", "regio/"]
FACTS = {"name": "De Linde", "place": "Ede", "sector": "po", "valid_from": "2026-01-01", "source": "De school"}


@pytest.fixture
def site():
    return SiteFactory(version__name="De Es")


def _at(organisation, rest=""):
    kind = {"school_site": "vestiging", "school_board": "bestuur"}.get(organisation.kind, "organisatie")
    return f"/organisaties/{kind}/{organisation.code or organisation.public_id}/bewerken/{rest}"


@pytest.mark.parametrize("rest", PAGES)
def test_staff_open_every_page(client, site, rest):
    assert as_staff(client).get(_at(site, rest)).status_code == 200


@pytest.mark.parametrize("rest", PAGES)
def test_others_open_none(client, site, rest):
    assert as_stranger(client).get(_at(site, rest)).status_code == 403


@pytest.mark.parametrize("way", ["/organisaties/vestiging/99ZZ99/bewerken/", "/organisaties/iets/1/bewerken/"])
def test_what_is_not_there_is_not_found(client, way):
    assert as_staff(client).get(way).status_code == 404


def test_a_change_holds_from_its_day_and_keeps_its_source(client, site):
    as_staff(client).post(_at(site, "gegevens/"), {**FACTS, "revision": 1})

    row = OrganisationVersion.objects.get(valid_from=date(2026, 1, 1))
    assert (row.name, row.place) == ("De Linde", "Ede")
    assert set(FieldOverride.objects.values_list("source", flat=True)) == {"De school"}


def test_a_change_without_a_source_is_told_at_the_field(client, site):
    response = as_staff(client).post(_at(site, "gegevens/"), {**FACTS, "source": "", "revision": 1})

    assert response.status_code == 422
    assert response.context["form"].errors["source"] == ["Vul in waar je dit van weet."]


@pytest.mark.parametrize(("typed", "kept"), [("1234 ab", "1234AB"), ("1234AB", "1234AB"), ("", "")])
def test_a_postcode_is_kept_in_one_way(client, site, typed, kept):
    as_staff(client).post(_at(site, "gegevens/"), {**FACTS, "postcode": typed, "revision": 1})

    assert OrganisationVersion.objects.get(valid_from=date(2026, 1, 1)).postcode == kept


def test_a_wrong_postcode_is_told(client, site):
    response = as_staff(client).post(_at(site, "gegevens/"), {**FACTS, "postcode": "12", "revision": 1})

    assert response.context["form"].errors["postcode"] == ["Schrijf de postcode zo: 1234 AB."]


def test_a_website_that_cannot_be_is_told_at_the_field(client, site):
    response = as_staff(client).post(_at(site, "gegevens/"), {**FACTS, "website": "0318 123456", "revision": 1})

    assert response.status_code == 422
    assert response.context["form"].errors["website"] == [
        "Dit is een telefoonnummer, geen webadres; het is niet overgenomen."
    ]


def test_a_strange_website_of_the_register_does_not_block_another_correction(client):
    site = SiteFactory(version__website="https://www.de_elzen.com")

    as_staff(client).post(_at(site, "gegevens/"), {**FACTS, "website": "https://www.de_elzen.com", "revision": 1})

    assert OrganisationVersion.objects.get(valid_from=date(2026, 1, 1)).place == "Ede"


def test_a_site_falls_under_another_board(client, site):
    board = BoardFactory(version__name="Het Veld")
    page = as_staff(client).get(_at(site, "valt-onder/"), {"zoek": "het veld"})

    client.post(
        _at(site, "valt-onder/"),
        {"organisation": board.public_id, "valid_from": "2026-01-01", "source": "KvK", "revision": 1},
    )

    assert "Het Veld" in text_of(page)
    assert OrganisationVersion.objects.get(valid_from=date(2026, 1, 1)).part_of == board


def test_a_circle_is_told_in_the_form(client):
    board = BoardFactory()

    response = as_staff(client).post(
        _at(board, "valt-onder/"),
        {"organisation": board.public_id, "valid_from": "2026-01-01", "source": "KvK", "revision": 1},
    )

    assert response.status_code == 422
    assert "omweg" in text_of(response)


@pytest.mark.parametrize("facts", [{}, {"none": "on", "organisation": "x"}], ids=["neither", "both"])
def test_a_parent_is_chosen_or_there_is_none(client, site, facts):
    if facts:
        facts = {**facts, "organisation": BoardFactory().public_id}

    response = as_staff(client).post(
        _at(site, "valt-onder/"), {**facts, "valid_from": "2026-01-01", "source": "KvK", "revision": 1}
    )

    assert response.context["form"].errors["organisation"] == [
        "Kies een organisatie, of kruis aan dat het nergens onder valt."
    ]


def test_an_organisation_is_closed_and_reopened(client):
    centre = OrganisationFactory()
    as_staff(client).post(_at(centre, "sluiten/"), {"on": "2026-01-01", "source": "Brief", "revision": 1})
    client.post(_at(centre, "heropenen/"), {"on": "2026-06-01", "source": "Brief", "revision": 2})

    periods = list(centre.versions.order_by("valid_from").values_list("valid_from", "valid_until"))
    assert periods == [(date(2020, 8, 1), date(2026, 1, 1)), (date(2026, 6, 1), None)]


def test_a_merger_is_entered_and_shown(client, site):
    other = SiteFactory(version__name="De Linde")
    facts = {"organisation": other.public_id, "kind": "merger", "on": "2026-08-01", "source": "Brief"}

    as_staff(client).post(_at(site, "opvolging/"), facts)

    assert "1 augustus 2026: De Es → De Linde (fusie)" in text_of(client.get(_at(site)))


def test_a_succession_is_taken_away(client):
    row = SuccessionFactory()

    as_staff(client).post(_at(row.successor, f"opvolging/{row.pk}/weghalen/"))

    assert not Succession.objects.exists()


def test_a_correction_by_hand_is_let_go(client):
    row = FieldOverrideFactory()

    as_staff(client).post(_at(row.organisation, f"correctie/{row.pk}/vervallen/"))

    assert FieldOverride.objects.get().ended_at is not None


def test_a_site_is_placed_in_a_region_and_leaves_it(client, site):
    as_staff(client).post(_at(site, "regio/"), {"region": RegionFactory().pk, "valid_from": "2024-08-01"})
    row = RegionSite.objects.get()

    client.post(_at(site, f"regio/{row.pk}/einde/"), {"valid_until": "2026-08-01"})

    assert RegionSite.objects.get().valid_until == date(2026, 8, 1)


def test_a_second_region_is_told_in_words(client):
    row = RegionSiteFactory()

    response = as_staff(client).post(
        _at(row.site, "regio/"), {"region": RegionFactory().pk, "valid_from": "2024-08-01"}
    )

    assert response.context["form"].errors["valid_from"] == [
        "Deze vestiging zit in deze periode al in een onderwijsregio."
    ]


def test_an_organisation_outside_the_register_is_added(client):
    facts = {"kind": "expertise_centre", "name": "Centrum Inductie", "valid_from": "2026-01-01", "source": "Website"}

    response = as_staff(client).post("/organisaties/nieuw/", facts)

    assert response["Location"] == f"/organisaties/expertisecentrum/{Organisation.objects.get().public_id}/"


def test_a_school_is_not_added_by_hand(client):
    response = as_staff(client).post("/organisaties/nieuw/", {**FACTS, "kind": "school_site"})

    assert (response.status_code, Organisation.objects.count()) == (422, 0)


def test_the_overview_takes_the_same_queries_for_one_and_for_three(client, site, django_assert_num_queries):
    as_staff(client)
    SuccessionFactory(successor=site)
    client.get(_at(site))
    with django_assert_num_queries(12):
        client.get(_at(site))
    SuccessionFactory.create_batch(2, successor=site)

    with django_assert_num_queries(12):
        client.get(_at(site))
