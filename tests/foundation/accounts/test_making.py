"""Making accounts, and what a federation's claims are read as."""

from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.accounts.actions.making import announce_sign_in, choose_sector, ensure_account
from steunpunt.foundation.accounts.models import User
from tests.factories.foundation import UserFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


def test_account_is_made_once_whatever_the_case_of_its_address():
    first = ensure_account("Jo@school.invalid", by=Actor.for_system("test"), at=AT)
    second = ensure_account("jo@SCHOOL.invalid ", by=Actor.for_system("test"), at=AT)

    assert first == second
    assert EmailAddress.objects.get(user=first).verified is True


def test_nobody_chooses_a_sector_for_somebody_else():
    with pytest.raises(Refusal):
        choose_sector(UserFactory(), "po", by=Actor.of(UserFactory()))


@pytest.mark.parametrize(
    ("claims", "brin", "home", "affiliations"),
    [
        ({"nlEduPersonHomeOrganizationId": "01AA"}, "01AA", "", []),
        ({"nlEduPersonHomeOrganizationId": ["01AA00"], "eduPersonAffiliation": "student"}, "01AA00", "", ["student"]),
        ({"schac_home_organization": "hs.invalid", "eduperson_affiliation": ["staff"]}, "", "hs.invalid", ["staff"]),
        ({"nlEduPersonHomeOrganizationId": "01AA00-en-veel-meer"}, "01AA00", "", []),
    ],
)
def test_claims_of_both_federations_are_understood(claims, brin, home, affiliations):
    event = announce_sign_in(UserFactory(), "test", claims)

    assert (event.brin, event.home, event.affiliations) == (brin, home, affiliations)


def test_claims_without_a_home_say_nothing():
    assert announce_sign_in(UserFactory(), "test", {"sub": "u-1"}) is None


@pytest.mark.parametrize(("was_proved", "stays"), [(False, False), (True, True)])
def test_federation_of_whoever_never_proved_the_address_is_cut_off(was_proved, stays):
    account = User.objects.create_user("jo@school.invalid")
    EmailAddress.objects.create(user=account, email=account.email, verified=was_proved, primary=True)
    SocialAccount.objects.create(user=account, provider="entree", uid="vreemde")

    ensure_account(account.email, by=Actor.for_system("test"), at=AT)

    assert SocialAccount.objects.filter(user=account).exists() is stays
