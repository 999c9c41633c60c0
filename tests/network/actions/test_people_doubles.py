"""The second of two persons who may be one puts a question on the work list."""

from datetime import UTC, datetime

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.worklist.actions import accept_item, decline_item
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.foundation.worklist.queries import own_items
from steunpunt.network.actions.people import add_person, merge_persons, person_for, unmerge
from steunpunt.network.models import Person, PersonMerge
from tests.factories.foundation import UserFactory, signed_in_actor, staff_actor
from tests.factories.network import PartnershipFactory, PersonFactory, coordinator_of

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


def _added(by=None, **facts) -> Person:
    return add_person(Person(**{"first_name": "Sanne", "last_name": "Bakker", **facts}), by=by or staff_actor(), at=AT)


@pytest.fixture
def standing():
    return PersonFactory(first_name="Sanne", last_name="Bakker")


@pytest.mark.parametrize("facts", [{}, {"first_name": "SANNE"}], ids=["same name", "other capitals"])
def test_a_namesake_puts_a_question_on_the_work_list(standing, facts):
    person = _added(**facts)

    assert WorkItem.objects.get(kind="dubbel").data == {"kept": standing.public_id, "merged": person.public_id}


def test_the_same_address_does_too():
    PersonFactory(email="s@school.invalid")

    _added(email="S@school.invalid")

    assert WorkItem.objects.filter(kind="dubbel").exists()


def test_somebody_else_puts_no_question(standing):
    _added(last_name="Smit")

    assert not WorkItem.objects.exists()


def test_an_account_that_makes_a_second_person_does_too(standing):
    person_for(UserFactory(first_name="Sanne", last_name="Bakker"), by=staff_actor(), at=AT)

    assert WorkItem.objects.filter(kind="dubbel").exists()


def test_the_coordinator_who_added_learns_nothing(standing):
    by = coordinator_of(PartnershipFactory())

    _added(by)

    assert not own_items(by).exists()
    assert "Bakker" not in "".join(entry.summary for entry in LedgerEntry.objects.all())


def test_yes_makes_them_one_and_can_be_taken_back(standing):
    person = _added()

    accept_item(WorkItem.objects.get(), by=staff_actor(), at=AT)

    assert Person.objects.get(pk=person.pk).merged_into == standing
    unmerge(PersonMerge.objects.get(), by=staff_actor(), at=AT)
    assert Person.objects.get(pk=person.pk).merged_into is None


def test_no_leaves_them_apart(standing):
    person = _added()

    decline_item(WorkItem.objects.get(), by=staff_actor(), at=AT, answer="Twee scholen, twee mensen.")

    assert Person.objects.get(pk=person.pk).merged_into is None


def test_who_went_up_in_another_meanwhile_is_not_joined_again(standing):
    person = _added()
    merge_persons(PersonFactory(), person, by=staff_actor(), at=AT)

    with pytest.raises(Refusal):
        accept_item(WorkItem.objects.get(), by=staff_actor(), at=AT)


def test_only_staff_decide(standing):
    _added()

    with pytest.raises(Refusal, match="niet behandelen"):
        accept_item(WorkItem.objects.get(), by=signed_in_actor(), at=AT)
