"""Partnerships in the API."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.network import (
    AcademicStrandFactory,
    InstitutionFactory,
    LeadOrganisationFactory,
    MembershipFactory,
    PartnershipFactory,
    SiteFactory,
    ThemeContactFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db
PATH = "/api/v1/partnerschappen"


def names(client, query=""):
    return [row["naam"] for row in client.get(f"{PATH}{query}").json()["resultaten"]]


def test_list_tells_the_facts_of_a_partnership(client):
    partnership = PartnershipFactory(version__name="De Brug", version__sectors=["po"], status__state="recognised")
    AcademicStrandFactory(partnership=partnership)
    LeadOrganisationFactory(partnership=partnership, organisation=None, name_as_published="Stichting Zuid")
    MembershipFactory(partnership=partnership)
    MembershipFactory(partnership=partnership, shell=True)
    MembershipFactory(partnership=partnership, institute=True)

    row = client.get(PATH).json()["resultaten"][0]

    assert row["id"] == partnership.public_id
    assert (row["naam"], row["sectoren"], row["status"], row["academischeKop"]) == ("De Brug", ["po"], "erkend", True)
    assert (row["aantalKernscholen"], row["aantalSchilscholen"], row["aantalLerarenopleidingen"]) == (1, 1, 1)
    assert (row["penvoerder"], row["sinds"], row["beginOnbekend"]) == ("Stichting Zuid", "2020-08-01", False)


def test_example_is_marked(client):
    PartnershipFactory(is_example=True)

    assert client.get(PATH).json()["resultaten"][0]["voorbeeld"] is True


def test_links_lead_to_itself_and_to_the_page_for_people(client, settings):
    partnership = PartnershipFactory()

    links = client.get(PATH).json()["resultaten"][0]["_links"]

    assert links == {
        "self": {"href": f"{settings.BASE_URL}{PATH}/{partnership.public_id}"},
        "html": {"href": f"{settings.BASE_URL}/partnerschappen/{partnership.slug}/"},
    }


def test_filters_choose_as_the_list_does(client):
    PartnershipFactory(version__name="Alfa", version__sectors=["po"])
    PartnershipFactory(version__name="Beta", version__sectors=["vo"])
    PartnershipFactory(version__name="Gamma", version__sectors=["mbo"])

    assert names(client, "?sector=po&sector=vo") == ["Alfa", "Beta"]


def test_state_is_that_of_the_day_asked(client):
    PartnershipFactory(
        version__name="Alfa", version__valid_from=date(2020, 8, 1), version__valid_until=date(2024, 8, 1)
    )

    assert (names(client, "?op=2024-07-31"), names(client, "?op=2024-08-01")) == (["Alfa"], [])


@pytest.mark.parametrize(
    "query", ["provincie=Nergens", "gemeente=Nergens", "instituut=99ZZ", "thema=nee", "postcode=0000"]
)
def test_value_that_nobody_knows_is_an_error(client, query):
    response = client.get(f"{PATH}?{query}")

    assert (response.status_code, response.json()["errors"][0]["code"]) == (400, "unknown_value")
    assert response.json()["errors"][0]["location"]["name"] == query.partition("=")[0]


def test_everything_that_is_wrong_is_told_at_once(client):
    found = client.get(f"{PATH}?op=1800-01-01&postcode=zz&provincie=Nergens&pagina=nul").json()["errors"]

    assert sorted(one["location"]["name"] for one in found) == ["op", "pagina", "postcode", "provincie"]


def test_one_partnership_comes_with_members_and_contacts(client):
    partnership = PartnershipFactory(vision="Samen leren.")
    site = SiteFactory(version__name="De Schakel", version__place="Ede")
    MembershipFactory(partnership=partnership, organisation=site, shell=True, valid_from=date(2023, 8, 1))
    theme = ThemeFactory(slug="begeleiden")
    ThemeContactFactory(partnership=partnership, theme=theme)

    found = client.get(f"{PATH}/{partnership.public_id}").json()

    assert found["visie"] == "Samen leren."
    assert [(one["organisatie"]["naam"], one["ring"], one["sinds"]) for one in found["leden"]] == [
        ("De Schakel", "schil", "2023-08-01")
    ]
    assert [one["thema"] for one in found["contacten"]] == ["begeleiden"]


def test_contact_without_consent_has_no_name(client):
    contact = ThemeContactFactory()

    found = client.get(f"{PATH}/{contact.partnership.public_id}").json()

    assert [one["naam"] for one in found["contacten"]] == [""]


def test_partnership_that_is_not_there_on_the_day_is_not_found(client):
    partnership = PartnershipFactory(version__valid_from=date(2024, 8, 1))

    response = client.get(f"{PATH}/{partnership.public_id}?op=2020-01-01")

    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


def test_list_takes_as_many_queries_for_three_as_for_one(client):
    counts = []
    for number in (1, 2):
        for partnership in PartnershipFactory.create_batch(number):
            MembershipFactory(partnership=partnership, organisation=InstitutionFactory(), institute=True)
        with CaptureQueriesContext(connection) as queries:
            client.get(PATH)
        counts.append(len(queries))

    assert counts[0] == counts[1]
