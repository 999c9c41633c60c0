"""What one's own page shows of the network."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.own import own_place, own_role, own_roles
from steunpunt.network.queries.people import person_of
from tests.factories.foundation import UserFactory
from tests.factories.network import (
    AffiliationFactory,
    CoordinatorRoleFactory,
    PartnershipFactory,
    PersonFactory,
    RoleFactory,
    SiteFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 1)


def test_roles_of_today_stand_apart_from_those_to_come_and_of_before():
    account = UserFactory()
    where = {"partnership": PartnershipFactory(version__name="De Brug"), "organisation": None}
    person = PersonFactory(account=account)
    AffiliationFactory(person=person, valid_until=date(2022, 8, 1), **where)
    AffiliationFactory(person=person, valid_from=date(2024, 8, 1), **where)

    AffiliationFactory(person=person, valid_from=date(2026, 10, 1), role=RoleFactory(code="directeur"), **where)

    panel = own_place(account, Actor.of(account), DAY)

    assert [role.place for role in panel["roles"]] == ["De Brug"]
    assert [role.affiliation.valid_from for role in panel["coming"]] == [date(2026, 10, 1)]
    assert [role.affiliation.valid_until for role in panel["earlier"]] == [date(2022, 8, 1)]


def test_coordinator_finds_the_partnership_to_manage():
    partnership = PartnershipFactory(version__name="De Brug")
    actor = coordinator_of(partnership)

    assert own_place(actor.account, actor, DAY)["managed"] == [(partnership, "De Brug")]


def test_account_that_is_nobody_in_the_directory_has_an_empty_panel():
    account = UserFactory()

    panel = own_place(account, Actor.of(account), DAY)

    assert panel == {"person": None, "roles": [], "coming": [], "earlier": [], "managed": []}


def test_place_that_is_gone_keeps_its_latest_name():
    partnership = PartnershipFactory(version__name="De Brug", version__valid_until=date(2024, 1, 1))
    school = SiteFactory(version__name="De Ster", version__valid_until=date(2024, 1, 1))
    row = AffiliationFactory(partnership=partnership, organisation=school)

    assert [role.place for role in own_roles(row.person, DAY)] == ["De Brug · De Ster"]


@pytest.mark.parametrize("number", [1, 3])
def test_same_number_of_queries_for_any_number_of_roles(number, django_assert_num_queries):
    actor = coordinator_of(PartnershipFactory())
    person = person_of(actor.account)
    for _turn in range(number):
        AffiliationFactory(person=person, partnership=PartnershipFactory(), role=CoordinatorRoleFactory())

    with django_assert_num_queries(6):
        assert len(own_place(actor.account, actor, DAY)["roles"]) == number + 1


def test_own_role_is_one_that_holds():
    account = UserFactory()
    person = PersonFactory(account=account)
    held, other = AffiliationFactory(person=person), AffiliationFactory()
    ended = AffiliationFactory(person=person, valid_until=date(2022, 8, 1))

    assert own_role(account, held.pk, DAY).affiliation == held
    assert own_role(account, ended.pk, DAY) is None
    assert own_role(account, other.pk, DAY) is None
    assert own_role(None, held.pk, DAY) is None
