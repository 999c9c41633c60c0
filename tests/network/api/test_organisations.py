"""Organisations in the API."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.network import BoardFactory, MembershipFactory, PartnershipFactory, SchoolFactory, SiteFactory

pytestmark = pytest.mark.django_db
PATH = "/api/v1/organisaties"


def names(client, query=""):
    return {row["naam"] for row in client.get(f"{PATH}{query}").json()["resultaten"]}


def test_list_tells_the_facts_of_a_site(client):
    school = SchoolFactory(version__name="De Brug")
    site = SiteFactory(code="12AB00", version__name="De Brug Noord", version__part_of=school, version__pupils=210)

    row = client.get(f"{PATH}?code=12ab00").json()["resultaten"][0]

    assert (row["id"], row["soort"], row["code"], row["naam"]) == (
        site.public_id,
        "vestiging",
        "12AB00",
        "De Brug Noord",
    )
    assert (row["straat"], row["postcode"], row["plaats"]) == ("Voorbeeldstraat", "3511AA", "Utrecht")
    assert (row["breedtegraad"], row["lengtegraad"], row["aantalLeerlingen"]) == (52.09, 5.12, 210)
    assert row["valtOnder"] == {"id": school.public_id, "naam": "De Brug"}


def test_kinds_sectors_and_words_choose(client):
    SiteFactory(version__name="De Brug", version__sector="po")
    SiteFactory(version__name="De Brugklas", version__sector="vo")
    BoardFactory(version__name="Stichting De Brug")

    assert names(client, "?soort=vestiging&q=brug") == {"De Brug", "De Brugklas"}
    assert names(client, "?soort=vestiging&sector=vo") == {"De Brugklas"}
    assert names(client, "?soort=bestuur") == {"Stichting De Brug"}


def test_place_chooses(client):
    SiteFactory(version__name="Hier", version__municipality=None)

    assert names(client, "?gemeente=Elders") == set()
    assert names(client, "?provincie=Elders") == set()


def test_one_organisation_comes_with_its_memberships(client):
    site = SiteFactory()
    partnership = PartnershipFactory(version__name="Samen", is_example=True)
    MembershipFactory(partnership=partnership, organisation=site)

    found = client.get(f"{PATH}/{site.public_id}").json()

    assert [(one["partnerschap"]["naam"], one["rol"], one["ring"]) for one in found["lidmaatschappen"]] == [
        ("Samen", "school", "kern")
    ]
    assert found["lidmaatschappen"][0]["voorbeeld"] is True


def test_closed_organisation_is_found_on_an_earlier_day_only(client):
    site = SiteFactory(version__valid_until=date(2024, 8, 1))

    assert client.get(f"{PATH}/{site.public_id}?op=2024-07-31").status_code == 200
    assert client.get(f"{PATH}/{site.public_id}?op=2024-08-01").status_code == 404


def test_unknown_kind_says_which_there_are(client):
    detail = client.get(f"{PATH}?soort=winkel").json()["detail"]

    assert detail.startswith("soort: kies uit 'bestuur', 'school', 'vestiging'")


def test_list_takes_as_many_queries_for_three_as_for_one(client):
    counts = []
    for number in (1, 2):
        SiteFactory.create_batch(number)
        with CaptureQueriesContext(connection) as queries:
            client.get(PATH)
        counts.append(len(queries))

    assert counts[0] == counts[1]
