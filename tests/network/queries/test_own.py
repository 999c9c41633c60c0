"""What one's own page shows of the network."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.own import own_place
from tests.factories.foundation import UserFactory
from tests.factories.network import AffiliationFactory, PartnershipFactory, PersonFactory, coordinator_of

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 1)


def test_roles_of_today_stand_apart_from_those_of_before():
    account = UserFactory()
    where = {"partnership": PartnershipFactory(version__name="De Brug"), "organisation": None}
    person = PersonFactory(account=account)
    AffiliationFactory(person=person, valid_until=date(2022, 8, 1), **where)
    AffiliationFactory(person=person, valid_from=date(2024, 8, 1), **where)

    panel = own_place(account, Actor.of(account), DAY)

    assert [role.place for role in panel["roles"]] == ["De Brug"]
    assert len(panel["earlier"]) == 1


def test_coordinator_finds_the_partnership_to_manage():
    partnership = PartnershipFactory(version__name="De Brug")
    actor = coordinator_of(partnership)

    assert own_place(actor.account, actor, DAY)["managed"] == [(partnership, "De Brug")]


def test_account_that_is_nobody_in_the_directory_has_an_empty_panel():
    account = UserFactory()

    assert own_place(account, Actor.of(account), DAY) == {"person": None, "roles": [], "earlier": [], "managed": []}
