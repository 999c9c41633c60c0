"""Whom to ask: the role always, the name only with consent, the address never."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.models import RoleAlias
from steunpunt.network.queries.contacts import addresses_of, contact_by_id, contacts_of
from tests.factories.foundation import staff_actor
from tests.factories.network import (
    AffiliationFactory,
    CoordinatorRoleFactory,
    PartnershipFactory,
    PersonFactory,
    ThemeContactFactory,
)

DAY = date(2026, 11, 22)
pytestmark = pytest.mark.django_db


def only(contact, actor=None):
    return contacts_of(contact.partnership, actor or Actor.visitor(), DAY)[0]


def test_name_is_shown_with_consent():
    assert only(ThemeContactFactory(person=PersonFactory(public=True, last_name="Jansma"))).name == "Noor Jansma"


def test_name_is_hidden_without_consent_but_the_role_stands():
    contact = only(ThemeContactFactory(person=PersonFactory()))

    assert (contact.name, contact.role) == ("", "schoolopleider")


def test_staff_see_the_name():
    assert only(ThemeContactFactory(person=PersonFactory(last_name="Jansma")), staff_actor()).name == "Noor Jansma"


def test_role_has_the_name_that_the_partnership_gives_it():
    row = ThemeContactFactory()
    RoleAlias.objects.create(role=row.role, title="opleider in de school")
    RoleAlias.objects.create(role=row.role, partnership=row.partnership, title="BOC’er")

    assert only(row).local_title == "BOC’er"


def test_contact_holds_only_in_its_period():
    row = ThemeContactFactory(valid_until=date(2026, 8, 1))

    assert contacts_of(row.partnership, Actor.visitor(), DAY) == []


def test_message_goes_to_the_person():
    row = ThemeContactFactory(person=PersonFactory(email="noor@school.invalid"))

    assert addresses_of(row, DAY) == ["noor@school.invalid"]


def test_message_goes_to_the_coordinator_when_the_person_has_no_address():
    row = ThemeContactFactory(person=PersonFactory())
    coordinator = PersonFactory(email="co@school.invalid")
    AffiliationFactory(
        person=coordinator, partnership=row.partnership, organisation=None, role=CoordinatorRoleFactory()
    )

    assert (addresses_of(row, DAY), only(row).can_be_written) == (["co@school.invalid"], True)


def test_message_goes_to_the_support_point_when_the_partnership_has_no_address(settings):
    settings.CONTACT_EMAIL = "steunpunt@example.nl"
    row = ThemeContactFactory(person=PersonFactory())

    assert addresses_of(row, DAY) == ["steunpunt@example.nl"]
    assert (only(row).can_be_written, only(row).is_reached_directly) == (True, False)


def test_contact_without_any_address_cannot_be_written(settings):
    settings.CONTACT_EMAIL = ""
    row = ThemeContactFactory()

    assert (addresses_of(row, DAY), only(row).can_be_written) == ([], False)


def test_contact_of_another_partnership_is_not_found():
    row = ThemeContactFactory()

    assert contact_by_id(Actor.visitor(), DAY, PartnershipFactory().slug, row.public_id) is None


@pytest.mark.parametrize("number", [1, 3])
def test_same_number_of_queries_for_any_number(number, django_assert_num_queries):
    partnership = PartnershipFactory()
    for _turn in range(number):
        ThemeContactFactory(partnership=partnership, person=PersonFactory(public=True))

    with django_assert_num_queries(2):
        contacts_of(partnership, Actor.visitor(), DAY)
