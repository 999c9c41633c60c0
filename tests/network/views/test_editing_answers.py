"""Who gets into the editing pages of a partnership, and the way there."""

import pytest

from steunpunt.network.views.editing_answers import manage_crumbs
from tests.factories.network import PartnershipFactory

from .editing_requests import address, as_coordinator, as_stranger

pytestmark = pytest.mark.django_db


def test_only_who_manages_the_partnership_gets_in(client):
    partnership = PartnershipFactory()
    way = address(partnership)

    refused = as_stranger(client).get(way).status_code
    allowed = as_coordinator(client, partnership).get(way).status_code

    assert (refused, allowed) == (403, 200)


def test_the_way_leads_over_the_partnership_to_its_editing_page():
    partnership = PartnershipFactory(slug="de-linde")

    crumbs = manage_crumbs(partnership, ("Namen", ""))

    assert [address for _, address in crumbs] == [
        "/partnerschappen/",
        "/partnerschappen/de-linde/",
        "/partnerschappen/de-linde/bewerken/",
        "",
    ]
