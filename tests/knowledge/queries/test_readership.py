"""For whom something is: the roles and sectors of a reader."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.queries.readership import Readership, readership_of
from tests.factories.foundation import UserFactory
from tests.factories.network import AffiliationFactory, PartnershipFactory, PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 1)


def test_nobody_is_known_without_an_account():
    assert not readership_of(Actor.visitor()).is_known
    assert not readership_of(Actor.of(UserFactory())).is_known


def test_roles_of_today_and_sectors_of_partnership_and_account():
    account = UserFactory(sector="mbo")
    person = PersonFactory(account=account)
    leader, before = RoleFactory(code="programmaleider"), RoleFactory(code="assessor")
    partnership = PartnershipFactory(version__sectors=["vo"])
    AffiliationFactory(person=person, partnership=partnership, organisation=None, role=leader)
    AffiliationFactory(
        person=person, partnership=partnership, organisation=None, role=before, valid_until=date(2021, 8, 1)
    )

    assert readership_of(Actor(account=account, today=TODAY)) == Readership(("vo", "mbo"), ("programmaleider",))
