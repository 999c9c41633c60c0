"""What the network does when accounts announce a sign-in."""

import pytest

from steunpunt.foundation.accounts.events import SignedIn
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.reactions import propose_roles
from tests.factories.foundation import UserFactory
from tests.factories.network import MembershipFactory, RoleFactory, SiteFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    RoleFactory(code="medewerker"), RoleFactory(code="leraar-in-opleiding")
    return MembershipFactory(organisation=SiteFactory(code="01AA00"))


@pytest.mark.parametrize(
    ("affiliations", "role"),
    [
        (["student"], "leraar-in-opleiding"),
        (["student", "employee"], "medewerker"),
        (["affiliate"], "medewerker"),
        ([], "medewerker"),
    ],
)
def test_only_who_is_nothing_but_a_student_is_proposed_as_one(school, affiliations, role):
    propose_roles(SignedIn(UserFactory().public_id, "entree", brin="01AA00", affiliations=affiliations))

    assert WorkItem.objects.get().data["role"] == role


def test_delivered_twice_is_proposed_once(school):
    event = SignedIn(UserFactory().public_id, "entree", brin="01AA00")

    propose_roles(event)
    propose_roles(event)

    assert WorkItem.objects.count() == 1


@pytest.mark.parametrize(("account", "brin"), [("bestaatniet", "01AA00"), ("", "99ZZ")])
def test_account_or_school_that_is_gone_proposes_nothing(school, account, brin):
    propose_roles(SignedIn(account or UserFactory().public_id, "entree", brin=brin))

    assert not WorkItem.objects.exists()
