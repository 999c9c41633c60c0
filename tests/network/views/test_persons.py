"""The directory of persons, for staff only."""

from datetime import date

import pytest

from steunpunt.network.models import Affiliation, Person, PersonMerge
from tests.factories.foundation import EditorFactory, UserFactory
from tests.factories.network import AffiliationFactory, PartnershipFactory, PersonFactory, coordinator_of
from tests.foundation.accounts.proving import sign_in, with_app

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    account = EditorFactory()
    sign_in(client, account, with_app(account))
    return client


def test_person_is_found_by_words_of_name_and_address(staff):
    PersonFactory(first_name="Sanne", last_name="Bakker", email="s.bakker@school.invalid")
    PersonFactory(first_name="Anders", last_name="Iemand")

    found = [person.name for person in staff.get("/personen/?q=bak san").context["page"]]

    assert found == ["Sanne Bakker"]


@pytest.mark.parametrize("path", ["/personen/", "/personen/{}/", "/personen/{}/naam/", "/personen/{}/koppelen/"])
def test_coordinator_does_not_get_in(client, path):
    person = PersonFactory()
    sign_in(client, coordinator_of(PartnershipFactory()).account)

    assert client.get(path.format(person.public_id)).status_code == 403


def test_namesakes_are_offered_and_merged_and_given_back(staff):
    kept = PersonFactory(first_name="Sanne", last_name="Bakker")
    other = PersonFactory(first_name="sanne", last_name="bakker")
    AffiliationFactory(person=other)

    assert [row.pk for row in staff.get(f"/personen/{kept.public_id}/").context["namesakes"]] == [other.pk]
    staff.post(f"/personen/{kept.public_id}/samenvoegen/", {"andere": other.public_id})
    assert len(staff.get(f"/personen/{kept.public_id}/").context["roles"]) == 1
    assert staff.get(f"/personen/{other.public_id}/").status_code == 404

    merge = PersonMerge.objects.get()
    staff.post(f"/personen/{kept.public_id}/samenvoeging/{merge.pk}/")
    assert len(staff.get(f"/personen/{other.public_id}/").context["roles"]) == 1


def test_name_consent_and_account(staff):
    person = PersonFactory(account=UserFactory())

    staff.post(f"/personen/{person.public_id}/naam/", {"first_name": "Sanne", "last_name": "de Boer"})
    staff.post(f"/personen/{person.public_id}/toestemming/", {"naam": "ja"})
    staff.post(f"/personen/{person.public_id}/ontkoppelen/")

    person = Person.objects.get(pk=person.pk)
    assert (person.name, person.name_is_public, person.account) == ("Sanne de Boer", True, None)


def test_disconnected_account_is_connected_again_by_its_address(staff):
    person, account = PersonFactory(account=UserFactory()), UserFactory(email="sanne@school.invalid")
    staff.post(f"/personen/{person.public_id}/ontkoppelen/")

    assert "Koppel een account" in staff.get(f"/personen/{person.public_id}/").content.decode()
    staff.post(f"/personen/{person.public_id}/koppelen/", {"email": "Sanne@school.invalid"})

    assert Person.objects.get(pk=person.pk).account == account


def test_unknown_address_and_account_of_another_are_told_at_the_field(staff):
    person, other = PersonFactory(), PersonFactory(account=UserFactory())
    address = f"/personen/{person.public_id}/koppelen/"

    unknown = staff.post(address, {"email": "niemand@school.invalid"})
    taken = staff.post(address, {"email": other.account.email})

    assert unknown.context["form"].errors == {"email": ["Er is geen account met dit adres."]}
    assert taken.context["form"].errors == {"email": ["Dit account hoort al bij een andere persoon."]}


def test_second_editor_of_a_name_is_told_and_keeps_what_was_typed(staff):
    person = PersonFactory(first_name="Sanne", last_name="Bakker")
    held = staff.get(f"/personen/{person.public_id}/naam/").context["form"].initial
    Person.objects.update(last_name="de Boer")

    answer = staff.post(f"/personen/{person.public_id}/naam/", {**held, "last_name": "Bakkers"})

    assert "Nu staat er: Sanne de Boer" in answer.content.decode()
    assert answer.context["form"]["last_name"].value() == "Bakkers"
    assert Person.objects.get().name == "Sanne de Boer"


def test_merge_that_cannot_be_taken_back_says_why(staff):
    kept, other = PersonFactory(), PersonFactory()
    where = {"partnership": PartnershipFactory(), "organisation": None}
    row = AffiliationFactory(person=kept, **where)
    AffiliationFactory(person=other, valid_from=date(2019, 8, 1), **where)
    staff.post(f"/personen/{kept.public_id}/samenvoegen/", {"andere": other.public_id})
    Affiliation.objects.filter(pk=row.pk).update(valid_from=date(2018, 8, 1))

    answer = staff.post(f"/personen/{kept.public_id}/samenvoeging/{PersonMerge.objects.get().pk}/", follow=True)

    assert answer.status_code == 200
    assert "na het samenvoegen gewijzigd" in answer.content.decode()
