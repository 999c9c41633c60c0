"""The people of a partnership on the pages of whoever manages it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from steunpunt.foundation.access import Actor
from steunpunt.foundation.outbox.models import Mail
from steunpunt.network.models import Affiliation, Invitation, Person
from tests.factories.foundation import UserFactory
from tests.factories.network import (
    AffiliationFactory,
    MembershipFactory,
    PartnershipFactory,
    PersonFactory,
    RoleFactory,
    coordinator_of,
)
from tests.foundation.accounts.proving import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership():
    return PartnershipFactory(slug="de-brug", version__name="De Brug")


@pytest.fixture
def coordinator(client, partnership) -> Actor:
    actor = coordinator_of(partnership)
    sign_in(client, actor.account)
    return actor


def test_page_tells_who_does_what_since_when(client, partnership, coordinator):
    AffiliationFactory(
        person=PersonFactory(first_name="Sanne", last_name="Bakker"), partnership=partnership, organisation=None
    )

    page = client.get("/partnerschappen/de-brug/mensen/").content.decode()

    assert "Sanne Bakker" in page
    assert "sinds 1 augustus 2020" in page


def test_page_takes_the_same_queries_with_one_row_and_with_three(client, partnership, coordinator):
    counts = []
    for rows in (1, 3):
        while Affiliation.objects.count() < rows + 1:
            AffiliationFactory(partnership=partnership)
        client.get("/partnerschappen/de-brug/mensen/")
        with CaptureQueriesContext(connection) as queries:
            assert len(client.get("/partnerschappen/de-brug/mensen/").context["now"]) == rows + 1
        counts.append(len(queries))

    assert counts[0] == counts[1]


@pytest.mark.parametrize("path", ["", "toevoegen/", "uitnodigen/"])
def test_stranger_does_not_get_in(client, partnership, path):
    sign_in(client, UserFactory())

    assert client.get(f"/partnerschappen/de-brug/mensen/{path}").status_code == 403


def test_coordinator_of_another_partnership_does_not_get_in(client, partnership):
    sign_in(client, coordinator_of(PartnershipFactory()).account)

    assert client.get("/partnerschappen/de-brug/mensen/").status_code == 403


def test_adding_somebody_at_a_member_organisation(client, partnership, coordinator):
    school = MembershipFactory(partnership=partnership).organisation
    facts = {"first_name": "Sanne", "last_name": "Bakker", "email": "", "role": RoleFactory().pk}

    client.post(
        "/partnerschappen/de-brug/mensen/toevoegen/",
        {**facts, "organisation": school.public_id, "valid_from": "2026-08-01"},
    )

    row = Affiliation.objects.get(person__last_name="Bakker")
    assert (row.organisation, str(row.valid_from)) == (school, "2026-08-01")


def test_address_alone_does_not_tell_whose_it_is(client, partnership, coordinator):
    known = PersonFactory(first_name="Geheime", last_name="Naam", email="bekend@school.invalid")
    facts = {"first_name": "Zomaar", "last_name": "Iets", "email": known.email, "role": RoleFactory().pk}

    client.post("/partnerschappen/de-brug/mensen/toevoegen/", {**facts, "organisation": "", "valid_from": "2026-08-01"})

    assert "Geheime" not in client.get("/partnerschappen/de-brug/mensen/").content.decode()
    assert Affiliation.objects.get(person__last_name="Iets").person != known


def test_organisation_that_takes_no_part_is_refused(client, partnership, coordinator):
    other = MembershipFactory().organisation
    facts = {"first_name": "Sanne", "last_name": "Bakker", "role": RoleFactory().pk, "valid_from": "2026-08-01"}

    answer = client.post("/partnerschappen/de-brug/mensen/toevoegen/", {**facts, "organisation": other.public_id})

    assert answer.status_code == 422
    assert not Person.objects.filter(last_name="Bakker").exists()


def test_refusal_of_the_role_leaves_no_half_person(client, partnership, coordinator):
    person = PersonFactory(email="sanne@school.invalid", first_name="Sanne", last_name="Bakker")
    AffiliationFactory(person=person, partnership=partnership, organisation=None)
    facts = {"first_name": "Sanne", "last_name": "Bakker", "email": "sanne@school.invalid"}

    answer = client.post(
        "/partnerschappen/de-brug/mensen/toevoegen/", {**facts, "role": RoleFactory().pk, "valid_from": "2026-08-01"}
    )

    assert "heeft deze rol hier in die periode al" in answer.content.decode()
    assert Person.objects.filter(last_name="Bakker").count() == 1


def test_inviting_mails_a_link_that_can_be_withdrawn(client, partnership, coordinator):
    client.post(
        "/partnerschappen/de-brug/mensen/uitnodigen/", {"email": "nina@school.invalid", "role": RoleFactory().pk}
    )
    row = Invitation.objects.get()
    token = re.search(r"/uitnodiging/([\w-]+)/", Mail.objects.get(to="nina@school.invalid").text).group(1)

    client.post(f"/partnerschappen/de-brug/mensen/uitnodiging/{row.public_id}/")

    assert client.get(f"/uitnodiging/{token}/").status_code == 410


def test_ending_a_role(client, partnership, coordinator):
    row = AffiliationFactory(partnership=partnership, organisation=None)

    client.post(f"/partnerschappen/de-brug/mensen/{row.pk}/stoppen/", {"valid_until": "2026-08-01"})

    assert str(Affiliation.objects.get(pk=row.pk).valid_until) == "2026-08-01"


def test_role_of_another_partnership_is_not_found(client, partnership, coordinator):
    row = AffiliationFactory(partnership=PartnershipFactory(), organisation=None)

    assert client.post(f"/partnerschappen/de-brug/mensen/{row.pk}/stoppen/").status_code == 404


def test_handing_over_to_a_colleague(client, partnership, coordinator):
    own = Affiliation.objects.get(person__account=coordinator.account)
    colleague = AffiliationFactory(partnership=partnership, organisation=None).person

    client.post(f"/partnerschappen/de-brug/mensen/{own.pk}/opvolgen/", {"incoming": colleague.pk, "on": "2026-12-01"})

    assert Affiliation.objects.get(person=colleague, role=own.role).valid_from.isoformat() == "2026-12-01"
