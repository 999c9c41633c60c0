"""Which partnerships somebody belongs to."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.models import PartnershipState
from steunpunt.network.queries.belonging import is_member, partnerships_of
from tests.factories.foundation import UserFactory
from tests.factories.network import (
    AffiliationFactory,
    MembershipFactory,
    OrganisationFactory,
    PartnershipFactory,
    PartnershipStatusFactory,
    PersonFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 25)


@pytest.fixture
def person():
    return PersonFactory(account=UserFactory())


@pytest.fixture
def actor(person):
    return Actor.of(person.account)


def test_a_role_at_the_partnership_belongs(person, actor):
    partnership = PartnershipFactory()
    PartnershipFactory()
    AffiliationFactory(person=person, partnership=partnership, organisation=None)

    assert list(partnerships_of(actor, TODAY)) == [partnership]


def test_a_role_at_a_member_belongs(person, actor):
    school = OrganisationFactory()
    membership = MembershipFactory(organisation=school)
    AffiliationFactory(person=person, organisation=school, partnership=None)

    assert list(partnerships_of(actor, TODAY)) == [membership.partnership]


def test_a_role_that_ended_does_not(person, actor):
    AffiliationFactory(person=person, partnership=PartnershipFactory(), organisation=None, valid_until=date(2024, 8, 1))

    assert not is_member(actor, TODAY)


def test_a_partnership_that_ended_does_not(person, actor):
    partnership = PartnershipFactory()
    partnership.statuses.all().delete()
    PartnershipStatusFactory(partnership=partnership, state=PartnershipState.ENDED)
    AffiliationFactory(person=person, partnership=partnership, organisation=None)

    assert not is_member(actor, TODAY)


def test_a_visitor_belongs_nowhere():
    assert not is_member(Actor.visitor(), TODAY)
