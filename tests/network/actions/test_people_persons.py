"""Adding persons, consent, and the tie with an account."""

from datetime import UTC, datetime

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.network.actions.people import (
    add_person,
    change_person,
    connect_account,
    disconnect_account,
    give_consent,
    person_for,
    withdraw_consent,
)
from steunpunt.network.models import Person
from tests.factories.foundation import UserFactory, signed_in_actor, staff_actor
from tests.factories.network import PartnershipFactory, PersonFactory, coordinator_of

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


def test_coordinator_adds_a_person_whose_name_is_not_public():
    by = coordinator_of(PartnershipFactory())

    person = add_person(Person(first_name="Sanne", last_name="Bakker"), by=by, at=AT)

    assert (Person.objects.get(pk=person.pk).name, person.name_is_public) == ("Sanne Bakker", False)


def test_ledger_line_of_a_person_holds_no_name():
    person = add_person(Person(first_name="Sanne", last_name="Bakker"), by=staff_actor(), at=AT)

    entry = LedgerEntry.objects.get(deed="person-added")
    assert (entry.subjects, entry.changes) == ([person.reference], {})
    assert "Bakker" not in entry.summary


def test_account_without_a_role_adds_nobody():
    with pytest.raises(Refusal, match="Je mag geen personen toevoegen"):
        add_person(Person(first_name="Sanne", last_name="Bakker"), by=signed_in_actor(), at=AT)


def test_person_needs_a_last_name():
    with pytest.raises(Refusal) as refused:
        add_person(Person(first_name="Sanne", last_name=" "), by=staff_actor(), at=AT)

    assert refused.value.field == "last_name"


def test_consent_comes_from_the_person_itself():
    account = UserFactory()
    person = PersonFactory(account=account)

    give_consent(person, by=Actor.of(account), at=AT)

    person.refresh_from_db()
    assert (person.name_is_public, person.consent_at) == (True, AT)


def test_coordinator_cannot_consent_for_somebody_else():
    with pytest.raises(Refusal):
        give_consent(PersonFactory(), by=coordinator_of(PartnershipFactory()), at=AT)


def test_withdrawn_consent_takes_the_name_off():
    person = PersonFactory(public=True)

    withdraw_consent(person, by=staff_actor(), at=AT)

    assert Person.objects.get(pk=person.pk).name_is_public is False


def test_changed_name_leaves_only_the_names_of_the_fields_in_the_ledger():
    person = PersonFactory(first_name="Sanne", last_name="Bakker")

    change_person(person, "Sanne", "de Boer", by=staff_actor(), at=AT)

    assert LedgerEntry.objects.get(deed="person-changed").changes == {"achternaam": None}


def test_second_editor_of_a_name_is_told_what_it_is_now():
    person = PersonFactory(first_name="Sanne", last_name="Bakker")
    opened = person.revision
    change_person(person, "Sanne", "de Boer", by=staff_actor(), at=AT, revision=opened)

    with pytest.raises(Outdated, match="Nu staat er: Sanne de Boer") as refused:
        change_person(person, "Sanne", "Bakkers", by=staff_actor(), at=AT, revision=opened)
    change_person(person, "Sanne", "Bakkers", by=staff_actor(), at=AT, revision=refused.value.revision)
    assert Person.objects.get(pk=person.pk).name == "Sanne Bakkers"


def test_account_belongs_to_one_person():
    account = UserFactory()
    connect_account(PersonFactory(), account, by=staff_actor(), at=AT)

    with pytest.raises(Refusal, match="hoort al bij een andere persoon") as refused:
        connect_account(PersonFactory(), account, by=staff_actor(), at=AT)
    assert refused.value.field == "email"


def test_person_has_one_account():
    person = PersonFactory(account=UserFactory())

    with pytest.raises(Refusal, match="hoort al bij een ander account"):
        connect_account(person, UserFactory(), by=staff_actor(), at=AT)


def test_connecting_the_same_again_changes_nothing():
    account = UserFactory()
    person = PersonFactory(account=account)

    connect_account(person, account, by=staff_actor(), at=AT)

    assert not LedgerEntry.objects.filter(deed="account-connected").exists()


def test_only_staff_connect_an_account():
    with pytest.raises(Refusal):
        connect_account(PersonFactory(), UserFactory(), by=coordinator_of(PartnershipFactory()), at=AT)


def test_disconnecting_leaves_the_person():
    person = disconnect_account(PersonFactory(account=UserFactory()), by=staff_actor(), at=AT)

    assert Person.objects.get(pk=person.pk).account is None


def test_person_of_an_account_is_found_by_its_proved_address():
    person = PersonFactory(email="Sanne@school.invalid")
    account = UserFactory(email="sanne@school.invalid")

    assert person_for(account, by=Actor.for_system("test"), at=AT) == person
    assert Person.objects.get(pk=person.pk).account == account


def test_two_persons_with_one_address_are_not_guessed_at():
    PersonFactory(email="sanne@school.invalid")
    PersonFactory(email="sanne@school.invalid")

    person = person_for(UserFactory(email="sanne@school.invalid"), by=Actor.for_system("test"), at=AT)

    assert Person.objects.filter(account__isnull=False).get() == person
    assert Person.objects.count() == 3
