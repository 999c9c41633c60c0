"""The page of a training institution."""

from datetime import date

import pytest

from tests.factories.network import InstitutionFactory, MembershipFactory, PartnershipFactory, ProgrammeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def hanze():
    return InstitutionFactory(code="25BE", version__name="Hanze")


@pytest.mark.parametrize(
    ("until", "words"),
    [(None, "onbekend"), (date(2030, 1, 1), "tot 01-01-2030"), (date(2021, 1, 1), "verlopen op 01-01-2021")],
)
def test_programme_with_its_accreditation(client, hanze, until, words):
    ProgrammeFactory(institution=hanze, name="Pabo", croho="34808", accredited_until=until)

    page = client.get("/opleiders/25BE/").content.decode()

    for text in ("Pabo", "34808", words):
        assert text in page


def test_same_programme_in_two_places_is_one_line(client, hanze):
    for place in ("Groningen", "Assen"):
        ProgrammeFactory(institution=hanze, croho="34808", place=place)

    assert "Assen, Groningen" in client.get("/opleiders/25BE/").content.decode()


def test_partnerships_of_the_institution(client, hanze):
    MembershipFactory(organisation=hanze, partnership=PartnershipFactory(version__name="Alfa"), institute=True)

    assert "Alfa" in client.get("/opleiders/25BE/").content.decode()


def test_address_as_organisation_leads_here(client, hanze):
    response = client.get("/organisaties/lerarenopleiding/25BE/")

    assert (response.status_code, response["Location"]) == (301, "/opleiders/25BE/")


def test_unknown_is_404(client):
    assert client.get("/opleiders/99ZZ/").status_code == 404
