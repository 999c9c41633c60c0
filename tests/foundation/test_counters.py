"""Tries are counted in the database, for all web processes together, and pages pay nothing for it."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from wagtail.models import Site

from steunpunt.foundation.outbox.models import Mail
from tests.factories.foundation import UserFactory

from .accounts.proving import proved

pytestmark = pytest.mark.django_db
MOST_CODES = 10
"""In an hour for one address, as in the settings."""


def _ask_for_code(address: str) -> str:
    """As a visitor in a new browser; the page that comes back."""
    return Client().post("/account/login/", {"login": address}, follow=True).content.decode()


def _keys() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM foundation_counter")
        return [key for (key,) in cursor.fetchall()]


def test_codes_for_one_address_are_limited():
    account, other = proved(UserFactory()), proved(UserFactory())
    pages = [_ask_for_code(account.email) for _ in range(MOST_CODES + 1)]
    _ask_for_code(other.email)

    assert Mail.objects.filter(to=account.email).count() == MOST_CODES
    assert Mail.objects.filter(to=other.email).count() == 1
    assert ["te vaak geprobeerd" in page for page in pages] == [False] * MOST_CODES + [True]


def test_tries_from_one_place_are_limited(client):
    statuses = [client.post("/account/signup/", {"email": "geen adres"}).status_code for _ in range(21)]

    assert statuses == [200] * 20 + [429]


def test_tries_are_counted_where_all_processes_see_them():
    _ask_for_code(proved(UserFactory()).email)

    assert any("allauth:rl:allauth.account:request_login_code:10/3600" in key for key in _keys())


def test_addresses_of_pages_are_looked_up_in_memory(django_assert_num_queries):
    Site.get_site_root_paths()

    with django_assert_num_queries(0):
        Site.get_site_root_paths()
    assert _keys() == []


def test_what_is_removed_is_gone():
    for key in ("wagtail_iets", "teller", "ander"):
        cache.set(key, 1)
    cache.delete("wagtail_iets")
    cache.delete("teller")
    left = [cache.get(key) for key in ("wagtail_iets", "teller", "ander")]
    cache.clear()

    assert left == [None, None, 1]
    assert (cache.get("ander"), _keys()) == (None, [])
