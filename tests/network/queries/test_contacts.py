"""Whom to ask: the role always, the name only with consent, the address never."""

from datetime import date, timedelta

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.models import Affiliation, RoleAlias
from steunpunt.network.queries.contacts import addresses_of, contact_by_id, contacts_of
from tests.factories.foundation import staff_actor
from tests.factories.network import (
    AffiliationFactory,
    CoordinatorRoleFactory,
    MembershipFactory,
    PartnershipFactory,
    PersonFactory,
    ThemeContactFactory,
)

DAY = date(2026, 11, 22)
pytestmark = pytest.mark.django_db


def contact_of(person, **facts):
    """A contact whose person works for the partnership."""
    row = ThemeContactFactory(person=person, **facts)
    AffiliationFactory(person=person, partnership=row.partnership, organisation=None)
    return row


def only(contact, actor=None):
    return contacts_of(contact.partnership, actor or Actor.visitor(), DAY)[0]


def test_name_is_shown_with_consent():
    assert only(contact_of(PersonFactory(public=True, last_name="Jansma"))).name == "Noor Jansma"


def test_name_is_hidden_without_consent_but_the_role_stands():
    contact = only(contact_of(PersonFactory()))

    assert (contact.name, contact.role) == ("", "schoolopleider")


def test_staff_see_the_name():
    assert only(contact_of(PersonFactory(last_name="Jansma")), staff_actor()).name == "Noor Jansma"


def test_who_left_is_no_longer_named_nor_written_to_and_the_coordinator_is():
    row = contact_of(PersonFactory(public=True, email="weg@school.invalid"))
    Affiliation.objects.update(valid_until=DAY)
    coordinator = PersonFactory(email="co@school.invalid")
    AffiliationFactory(
        person=coordinator, partnership=row.partnership, organisation=None, role=CoordinatorRoleFactory()
    )

    assert (only(row).name, only(row).role, only(row).is_reached_directly) == ("", "schoolopleider", True)
    assert only(row, staff_actor()).name == ""
    assert addresses_of(row, DAY) == ["co@school.invalid"]
    assert addresses_of(row, DAY - timedelta(days=1)) == ["weg@school.invalid"]


def test_who_left_is_still_named_on_a_day_before():
    row = contact_of(PersonFactory(public=True, last_name="Jansma"))
    Affiliation.objects.update(valid_until=DAY)

    assert contacts_of(row.partnership, Actor.visitor(), DAY - timedelta(days=1))[0].name == "Noor Jansma"


def test_who_works_at_a_member_alone_is_named_while_it_takes_part():
    member = MembershipFactory(valid_until=DAY)
    person = AffiliationFactory(organisation=member.organisation, person__public=True, person__last_name="Bos").person
    row = ThemeContactFactory(person=person, partnership=member.partnership)

    assert contacts_of(row.partnership, Actor.visitor(), DAY - timedelta(days=1))[0].name == "Noor Bos"
    assert only(row).name == ""


def test_who_works_for_another_partnership_at_the_same_school_is_not_named():
    member = MembershipFactory()
    facts = {"organisation": member.organisation, "partnership": PartnershipFactory(), "person__public": True}
    row = ThemeContactFactory(person=AffiliationFactory(**facts).person, partnership=member.partnership)

    assert only(row).name == ""


def test_coordinator_who_went_up_in_another_person_is_not_counted(settings):
    settings.CONTACT_EMAIL = ""
    row = ThemeContactFactory()
    merged = PersonFactory(email="dubbel@school.invalid", merged_into=PersonFactory())
    AffiliationFactory(person=merged, partnership=row.partnership, organisation=None, role=CoordinatorRoleFactory())

    assert (addresses_of(row, DAY), only(row).is_reached_directly) == ([], False)


def test_role_has_the_name_that_the_partnership_gives_it():
    row = ThemeContactFactory()
    RoleAlias.objects.create(role=row.role, title="opleider in de school")
    RoleAlias.objects.create(role=row.role, partnership=row.partnership, title="BOC’er")

    assert only(row).local_title == "BOC’er"


def test_contact_holds_only_in_its_period():
    row = ThemeContactFactory(valid_until=date(2026, 8, 1))

    assert contacts_of(row.partnership, Actor.visitor(), DAY) == []


def test_message_goes_to_the_person():
    row = contact_of(PersonFactory(email="noor@school.invalid"))

    assert addresses_of(row, DAY) == ["noor@school.invalid"]


def test_message_goes_to_the_coordinator_when_the_person_has_no_address():
    row = contact_of(PersonFactory())
    coordinator = PersonFactory(email="co@school.invalid")
    AffiliationFactory(
        person=coordinator, partnership=row.partnership, organisation=None, role=CoordinatorRoleFactory()
    )

    assert (addresses_of(row, DAY), only(row).can_be_written) == (["co@school.invalid"], True)


def test_message_goes_to_the_support_point_when_the_partnership_has_no_address(settings):
    settings.CONTACT_EMAIL = "steunpunt@example.nl"
    row = contact_of(PersonFactory())

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
        contact_of(PersonFactory(public=True), partnership=partnership)

    with django_assert_num_queries(2):
        contacts_of(partnership, Actor.visitor(), DAY)
