"""The directory of persons, for staff only."""

import pytest

from steunpunt.network.models import Person, PersonMerge
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


@pytest.mark.parametrize("path", ["/personen/", "/personen/{}/", "/personen/{}/naam/"])
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
