"""Projects: the list and the page of one."""

from datetime import date

import pytest

from tests.factories.network import PartnershipFactory, ProjectFactory, ProjectPartnershipFactory

from .editing_requests import as_staff, as_stranger

pytestmark = pytest.mark.django_db


def test_list_counts_partnerships(client):
    ProjectPartnershipFactory(project__title="Leren van elkaar")

    page = client.get("/projecten/").content.decode()

    assert "Leren van elkaar" in page
    assert "1 partnerschap" in page


def test_empty_list_says_what_comes(client):
    assert "Hier komen de projecten" in client.get("/projecten/").content.decode()


@pytest.mark.parametrize(
    ("period", "state"),
    [
        ({}, "loopt"),
        ({"valid_until": date(2024, 8, 1)}, "is afgelopen"),
        ({"valid_from": date(2090, 8, 1)}, "begint nog"),
    ],
)
def test_page_says_how_it_stands(client, period, state):
    ProjectFactory(slug="leren", **period)

    assert state in client.get("/projecten/leren/").content.decode()


def test_page_shows_the_partnerships(client):
    partnership = PartnershipFactory(version__name="Alfa")
    ProjectPartnershipFactory(project=ProjectFactory(slug="leren"), partnership=partnership)

    assert "Alfa" in client.get("/projecten/leren/").content.decode()


def test_staff_find_the_way_to_add_and_to_change(client):
    ProjectFactory(slug="leren")
    as_staff(client)

    assert "/projecten/nieuw/" in client.get("/projecten/").content.decode()
    assert "/projecten/leren/bewerken/" in client.get("/projecten/leren/").content.decode()


def test_others_see_no_way_to_change(client):
    ProjectFactory(slug="leren")
    as_stranger(client)

    assert "/projecten/nieuw/" not in client.get("/projecten/").content.decode()
    assert "/bewerken/" not in client.get("/projecten/leren/").content.decode()


def test_unknown_is_404(client):
    assert client.get("/projecten/niets/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_same_number_of_queries_for_any_number(client, django_assert_num_queries, number):
    for _turn in range(number):
        ProjectFactory()

    with django_assert_num_queries(4):
        client.get("/projecten/")
