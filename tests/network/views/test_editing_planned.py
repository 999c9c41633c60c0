"""Withdrawing what is planned, and the projects of a partnership."""

from datetime import date

import pytest

from steunpunt.network.models import Membership, PartnershipVersion, ProjectPartnership
from tests.factories.network import (
    MembershipFactory,
    PartnershipFactory,
    PartnershipVersionFactory,
    ProjectFactory,
    ProjectPartnershipFactory,
)

from .editing_requests import address, as_coordinator, as_staff, as_stranger, text_of

pytestmark = pytest.mark.django_db
LATER = date(2099, 8, 1)


@pytest.fixture
def partnership():
    return PartnershipFactory(version__valid_until=LATER)


def test_a_planned_name_is_withdrawn(client, partnership):
    row = PartnershipVersionFactory(partnership=partnership, name="Straks", valid_from=LATER)
    way = address(partnership, f"gepland/gegevens/{row.pk}/begin/")
    asked = as_coordinator(client, partnership).get(way)

    client.post(way, {"revision": 1})

    assert "Gepland vanaf 1 augustus 2099: gegevens: Straks" in text_of(asked)
    assert list(PartnershipVersion.objects.values_list("valid_until", flat=True)) == [None]


def test_a_planned_end_is_withdrawn(client, partnership):
    row = MembershipFactory(partnership=partnership, valid_until=LATER)

    as_coordinator(client, partnership).post(address(partnership, f"gepland/lid/{row.pk}/einde/"), {"revision": 1})

    assert Membership.objects.get().valid_until is None


@pytest.mark.parametrize("rest", ["gepland/lid/{}/begin/", "gepland/onzin/{}/begin/", "gepland/lid/0/begin/"])
def test_what_is_not_planned_is_not_found(client, partnership, rest):
    row = MembershipFactory(partnership=partnership)

    assert as_staff(client).get(address(partnership, rest.format(row.pk))).status_code == 404


def test_a_plan_of_elsewhere_is_not_found(client, partnership):
    row = MembershipFactory(valid_from=LATER)

    assert as_staff(client).get(address(partnership, f"gepland/lid/{row.pk}/begin/")).status_code == 404


def test_a_stranger_withdraws_nothing(client, partnership):
    row = MembershipFactory(partnership=partnership, valid_from=LATER)

    response = as_stranger(client).post(address(partnership, f"gepland/lid/{row.pk}/begin/"))

    assert (response.status_code, Membership.objects.count()) == (403, 1)


def test_a_project_is_linked_and_unlinked(client, partnership):
    project = ProjectFactory(title="Samen sterker")
    as_coordinator(client, partnership).post(address(partnership, "projecten/"), {"project": project.pk})
    page = text_of(client.get(address(partnership, "projecten/")))
    link = ProjectPartnership.objects.get()

    client.post(address(partnership, f"projecten/{link.pk}/weghalen/"))

    assert "Samen sterker" in page
    assert not ProjectPartnership.objects.exists()


def test_a_project_that_is_linked_is_no_choice(client, partnership):
    link = ProjectPartnershipFactory(partnership=partnership)

    response = as_coordinator(client, partnership).post(
        address(partnership, "projecten/"), {"project": link.project.pk}
    )

    assert response.status_code == 422


def test_the_projects_take_the_same_queries_for_one_and_for_three(client, partnership, django_assert_num_queries):
    as_staff(client)
    ProjectPartnershipFactory(partnership=partnership)
    client.get(address(partnership, "projecten/"))
    with django_assert_num_queries(7):
        client.get(address(partnership, "projecten/"))
    ProjectPartnershipFactory.create_batch(2, partnership=partnership)

    with django_assert_num_queries(7):
        client.get(address(partnership, "projecten/"))
