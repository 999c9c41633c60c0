"""The page of an organisation: facts, history, chain, partnerships and what became of it."""

from datetime import date

import pytest

from tests.factories.network import (
    BoardFactory,
    FieldOverrideFactory,
    MembershipFactory,
    OrganisationFactory,
    OrganisationVersionFactory,
    PartnershipFactory,
    SchoolFactory,
    SiteFactory,
    SuccessionFactory,
)

pytestmark = pytest.mark.django_db
ADDRESS = "/organisaties/vestiging/00AH00/"


def get(client, address=ADDRESS):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_site_with_its_chain_and_partnership(client):
    board = BoardFactory(version__name="Stichting Samen")
    school = SchoolFactory(version__name="Het Lyceum", version__part_of=board)
    site = SiteFactory(code="00AH00", version__name="Locatie Zuid", version__part_of=school)
    MembershipFactory(organisation=site, partnership=PartnershipFactory(version__name="Alfa"), shell=True)

    page = get(client)

    for text in ("Locatie Zuid", "Het Lyceum", "Stichting Samen", "Alfa", "schilschool", "sinds 1 augustus 2020"):
        assert text in page


def test_earlier_name_is_told(client):
    site = SiteFactory(code="00AH00", version__name="Oud", version__valid_until=date(2024, 8, 1))
    OrganisationVersionFactory(organisation=site, name="Nieuw", valid_from=date(2024, 8, 1))

    page = get(client)

    assert "tot 1 augustus 2024" in page
    assert "<del>Oud</del>" in page
    assert "<h1>Oud</h1>" in get(client, f"{ADDRESS}?op=2024-07-31")


def test_closed_school_says_so_and_where_it_went(client):
    site = SiteFactory(code="00AH00", version__valid_until=date(2025, 8, 1))
    SuccessionFactory(predecessor=site, successor=SiteFactory(version__name="De Nieuwe"), on=date(2025, 8, 1))

    page = get(client)

    for text in ("Gesloten per 1 augustus 2025", "Opgegaan in", "De Nieuwe", "fusie"):
        assert text in page


def test_other_spelling_of_the_code_leads_to_the_page_of_the_same_day(client):
    SiteFactory(code="00AH00")

    response = client.get("/organisaties/vestiging/00ah00/?op=2024-07-31")

    assert (response.status_code, response["Location"]) == (301, f"{ADDRESS}?op=2024-07-31")
    assert client.get("/organisaties/vestiging/00ah00/")["Location"] == ADDRESS


def test_override_is_marked(client):
    FieldOverrideFactory(organisation=SiteFactory(code="00AH00"))

    page = get(client)

    assert "met de hand verbeterd" in page
    assert "de school zelf" in page


def test_school_without_a_partnership_shows_what_is_near(client):
    SiteFactory(code="00AH00")
    MembershipFactory(partnership=PartnershipFactory(version__name="Dichtbij"))

    page = get(client)

    assert "Partnerschappen in de buurt" in page
    assert "Dichtbij" in page


def test_school_lists_its_sites(client):
    school = SchoolFactory(code="00AH")
    SiteFactory(version__name="Locatie Zuid", version__part_of=school)

    assert "Locatie Zuid" in get(client, "/organisaties/school/00AH/")


def test_website_that_is_no_address_is_no_link(client):
    SiteFactory(code="00AH00", version__website="javascript:alert(1)")

    assert 'href="javascript' not in get(client)


def test_way_to_a_correction(client):
    SiteFactory(code="00AH00")

    assert 'href="/organisaties/vestiging/00AH00/verbetering/"' in get(client)


def test_lower_case_code_leads_to_the_own_address(client):
    SiteFactory(code="00AH00")

    response = client.get("/organisaties/vestiging/00ah00/")

    assert (response.status_code, response["Location"]) == (301, ADDRESS)


def test_organisation_outside_the_register_by_its_public_id(client):
    made = OrganisationFactory(version__name="Platform")

    assert "Platform" in get(client, f"/organisaties/organisatie/{made.public_id}/")


@pytest.mark.parametrize("address", ["/organisaties/vestiging/99ZZ99/", "/organisaties/onzin/00AH00/"])
def test_unknown_is_404(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_same_number_of_queries_for_any_number_of_sites(client, django_assert_num_queries, number):
    school = SchoolFactory(code="00AH")
    for _turn in range(number):
        MembershipFactory(organisation=SiteFactory(version__part_of=school))
    get(client, "/organisaties/school/00AH/")

    with django_assert_num_queries(11):
        get(client, "/organisaties/school/00AH/")
