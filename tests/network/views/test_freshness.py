"""Which partnerships were not confirmed for long."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.network import PartnershipFactory

from .editing_requests import as_staff, as_stranger, text_of

pytestmark = pytest.mark.django_db
WAY = "/partnerschappen/nakijken/"


@pytest.mark.parametrize(("days", "is_named"), [(None, True), (400, True), (300, False)])
def test_only_what_was_not_confirmed_for_a_year_is_named(client, days, is_named):
    at = None if days is None else timezone.now() - timedelta(days=days)
    PartnershipFactory(version__name="De Leerwerf", confirmed_at=at)

    assert ("De Leerwerf" in text_of(as_staff(client).get(WAY))) is is_named


def test_the_list_is_for_staff(client):
    assert as_stranger(client).get(WAY).status_code == 403


def test_the_list_takes_the_same_queries_for_one_and_for_three(client, django_assert_num_queries):
    as_staff(client)
    PartnershipFactory()
    client.get(WAY)
    with django_assert_num_queries(5):
        client.get(WAY)
    PartnershipFactory.create_batch(2)

    with django_assert_num_queries(5):
        client.get(WAY)
