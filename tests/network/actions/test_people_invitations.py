"""Inviting by mail, and the secret link."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.outbox.models import Mail
from steunpunt.network.actions.people import accept_as_guest, accept_invitation, invite, withdraw_invitation
from steunpunt.network.models import Affiliation, Invitation, Person
from steunpunt.network.rules.people import may_manage_partnership
from tests.factories.foundation import UserFactory, signed_in_actor, staff_actor
from tests.factories.network import (
    AffiliationFactory,
    CoordinatorRoleFactory,
    PartnershipFactory,
    PersonFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


def _invited(partnership, by=None, **facts) -> str:
    """Sends an invitation; the secret in the mail."""
    facts = {"email": "Nieuw@school.invalid", "first_name": "Nina", "last_name": "Smit", **facts}
    row = Invitation(partnership=partnership, role=CoordinatorRoleFactory(), **facts)
    invite(row, by=by or coordinator_of(partnership), at=AT)
    return re.search(r"/uitnodiging/([\w-]+)/", Mail.objects.latest("pk").text).group(1)


def test_mail_says_what_for_and_until_when():
    _invited(PartnershipFactory(version__name="De Brug"))

    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == ("nieuw@school.invalid", "Uitnodiging: coördinator van De Brug")
    assert "De link werkt tot 1 oktober 2026" in mail.text


def test_secret_itself_is_not_stored():
    token = _invited(PartnershipFactory())

    assert token not in str(Invitation.objects.values())


def test_only_who_manages_the_partnership_invites():
    with pytest.raises(Refusal):
        _invited(PartnershipFactory(), by=signed_in_actor())


def test_one_invitation_per_address_and_role_waits_at_a_time():
    partnership = PartnershipFactory()
    _invited(partnership)

    with pytest.raises(Refusal, match="heeft al een uitnodiging"):
        _invited(partnership, by=staff_actor())


def test_accepting_as_a_guest_makes_account_person_and_role():
    partnership = PartnershipFactory()

    account = accept_as_guest(_invited(partnership), at=AT)

    assert Person.objects.get(account=account).name == "Nina Smit"
    assert may_manage_partnership(Actor.of(account), partnership, AT.date())


def test_guest_with_an_address_that_has_an_account_signs_in_first():
    UserFactory(email="nieuw@school.invalid")

    with pytest.raises(Refusal, match="Log eerst in"):
        accept_as_guest(_invited(PartnershipFactory()), at=AT)


def test_signed_in_account_with_another_address_takes_up_the_role():
    account, partnership = UserFactory(), PartnershipFactory()

    row = accept_invitation(_invited(partnership), account, by=Actor.of(account), at=AT)

    assert (row.person.account, row.partnership, row.valid_from) == (account, partnership, AT.date())


def test_invited_person_of_the_directory_gets_the_account():
    person, account = PersonFactory(), UserFactory(email="nieuw@school.invalid")

    row = accept_invitation(_invited(PartnershipFactory(), person=person), account, by=Actor.of(account), at=AT)

    assert row.person == person
    assert Person.objects.get(pk=person.pk).account == account


def test_forwarded_link_never_ties_the_invited_person_to_another_account():
    person, other = PersonFactory(), UserFactory(email="iemand.anders@school.invalid")

    row = accept_invitation(_invited(PartnershipFactory(), person=person), other, by=Actor.of(other), at=AT)

    assert row.person != person
    assert Person.objects.get(pk=person.pk).account is None


def test_coordinator_without_an_account_gets_one_by_an_invitation_and_has_the_role_once():
    partnership, person = PartnershipFactory(), PersonFactory(email="nieuw@school.invalid")
    facts = {"partnership": partnership, "organisation": None, "role": CoordinatorRoleFactory()}
    held = AffiliationFactory(person=person, **facts)

    account = accept_as_guest(_invited(partnership, by=staff_actor()), at=AT)

    assert list(Affiliation.objects.filter(partnership=partnership)) == [held]
    assert may_manage_partnership(Actor.of(account), partnership, AT.date())


def test_accepting_does_not_put_the_name_on_the_site():
    account = accept_as_guest(_invited(PartnershipFactory()), at=AT)

    assert Person.objects.get(account=account).name_is_public is False


@pytest.mark.parametrize("after", [timedelta(days=30), timedelta(days=31)])
def test_link_stops_after_thirty_days(after):
    with pytest.raises(Refusal, match="niet meer geldig"):
        accept_as_guest(_invited(PartnershipFactory()), at=AT + after)


def test_link_works_until_the_last_moment():
    account = accept_as_guest(_invited(PartnershipFactory()), at=AT + timedelta(days=30, seconds=-1))

    assert account.pk is not None


def test_link_works_once():
    token = _invited(PartnershipFactory())
    accept_as_guest(token, at=AT)

    with pytest.raises(Refusal, match="niet meer geldig"):
        accept_invitation(token, UserFactory(), by=Actor.visitor(), at=AT)
    assert Affiliation.objects.filter(role__code="coordinator").count() == 2


def test_withdrawn_link_works_no_more():
    token = _invited(PartnershipFactory(), by=staff_actor())
    withdraw_invitation(Invitation.objects.get(), by=staff_actor(), at=AT)

    with pytest.raises(Refusal):
        accept_as_guest(token, at=AT)


def test_unknown_link_is_refused_and_makes_no_account():
    with pytest.raises(Refusal):
        accept_as_guest("verzonnen", at=AT)
    assert not User.objects.exists()
