"""Memberships in the API."""

from datetime import date

import pytest

from tests.factories.network import MembershipFactory, PartnershipFactory, SiteFactory

pytestmark = pytest.mark.django_db
PATH = "/api/v1/lidmaatschappen"


def rows(client, query=""):
    return client.get(f"{PATH}{query}").json()["resultaten"]


def test_membership_tells_role_ring_and_since_when(client):
    MembershipFactory(shell=True, valid_from=date(2023, 8, 1), begin_unknown=True)

    row = rows(client)[0]

    assert (row["rol"], row["ring"], row["sinds"], row["beginOnbekend"]) == ("school", "schil", "2023-08-01", True)


def test_institute_has_no_ring(client):
    MembershipFactory(institute=True)

    assert (rows(client)[0]["rol"], rows(client)[0]["ring"]) == ("lerarenopleiding", None)


def test_choice_of_partnership_organisation_role_and_ring(client):
    partnership, site = PartnershipFactory(), SiteFactory(code="12AB00")
    MembershipFactory(partnership=partnership, organisation=site, shell=True)
    MembershipFactory(partnership=partnership, board=True)
    MembershipFactory()

    assert len(rows(client, f"?partnerschap={partnership.public_id}")) == 2
    assert len(rows(client, "?organisatie=12AB00")) == 1
    assert len(rows(client, f"?organisatie={site.public_id}")) == 1
    assert len(rows(client, "?rol=bestuur")) == 1
    assert len(rows(client, "?ring=schil")) == 1


def test_school_that_joins_later_is_there_from_that_day(client):
    MembershipFactory(valid_from=date(2027, 8, 1))

    assert (len(rows(client, "?op=2027-07-31")), len(rows(client, "?op=2027-08-01"))) == (0, 1)
