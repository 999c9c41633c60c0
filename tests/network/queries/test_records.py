"""Records with the name by which other rooms show them."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.thread.queries import resolve
from steunpunt.network.queries.records import named_organisations, named_partnerships, record_title
from tests.factories.network import PartnershipFactory, PartnershipVersionFactory, SiteFactory

pytestmark = pytest.mark.django_db


def test_partnership_has_its_latest_name():
    made = PartnershipFactory(version__name="Oud", version__valid_until=date(2024, 8, 1))
    PartnershipVersionFactory(partnership=made, name="Nieuw", valid_from=date(2024, 8, 1))

    assert record_title(named_partnerships(Actor.visitor()).get()) == "Nieuw"


def test_organisation_without_facts_is_called_what_it_is():
    made = SiteFactory(version=False)

    assert record_title(named_organisations(Actor.visitor()).get()) == str(made)


def test_thread_finds_title_and_address():
    made = PartnershipFactory(slug="alfa", version__name="Alfa")

    found = resolve([made.reference], Actor.visitor())[made.reference]

    assert (found.title, found.url) == ("Alfa", "/partnerschappen/alfa/")
