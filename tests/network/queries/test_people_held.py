"""Whose data is whose, for the download and for erasing."""

import pytest

from steunpunt.network.queries.people_held import people_behind
from tests.factories.foundation import UserFactory
from tests.factories.network import PersonFactory

pytestmark = pytest.mark.django_db


def test_own_person_whoever_went_up_in_it_and_the_same_proved_address():
    account = UserFactory(email="sanne@school.invalid")
    own = PersonFactory(account=account)
    merged = PersonFactory(merged_into=own)
    same = PersonFactory(email="Sanne@school.invalid")

    assert set(people_behind(account)) == {own, merged, same}


def test_person_of_another_account_with_that_address_is_not_ours():
    account = UserFactory(email="sanne@school.invalid")
    PersonFactory(email="sanne@school.invalid", account=UserFactory())

    assert list(people_behind(account)) == []
