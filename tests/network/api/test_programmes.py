"""Teacher-training programmes in the API."""

from datetime import date

import pytest

from tests.factories.network import InstitutionFactory, ProgrammeFactory

pytestmark = pytest.mark.django_db
PATH = "/api/v1/opleidingen"


def rows(client, query=""):
    return client.get(f"{PATH}{query}").json()["resultaten"]


def test_programme_stands_with_its_institution(client):
    institution = InstitutionFactory(code="25KB", version__name="Hogeschool Zuid")
    ProgrammeFactory(institution=institution, croho="34808", place="Arnhem", accredited_until=date(2029, 1, 1))

    row = rows(client)[0]

    assert (row["instelling"]["code"], row["instelling"]["naam"]) == ("25KB", "Hogeschool Zuid")
    assert (row["croho"], row["soort"], row["plaats"]) == ("34808", "pabo", "Arnhem")
    assert (row["geaccrediteerdTot"], row["voorbeeld"]) == ("2029-01-01", False)


def test_choice_of_institution_kind_and_place(client):
    ProgrammeFactory(institution=InstitutionFactory(code="25KB"), place="Arnhem")
    ProgrammeFactory(kind="second_degree", place="Tilburg")

    assert len(rows(client, "?instelling=25KB")) == 1
    assert len(rows(client, "?soort=tweede-graad")) == 1
    assert len(rows(client, "?plaats=arnhem")) == 1
    assert len(rows(client)) == 2
