"""Telling senders apart without keeping who they are."""

from datetime import date

import pytest
from django.test import RequestFactory

from steunpunt.network.views.sender import fingerprint

DAY = date(2026, 11, 22)


def _of(address="192.0.2.1", day=DAY, purpose="verbetering", **headers):
    return fingerprint(RequestFactory().get("/", REMOTE_ADDR=address, headers=headers), purpose, day)


def test_the_same_sender_on_the_same_day_is_the_same():
    assert _of() == _of()


@pytest.mark.parametrize(
    "other",
    [{"address": "192.0.2.2"}, {"day": date(2026, 11, 23)}, {"purpose": "contact"}],
    ids=["sender", "day", "purpose"],
)
def test_another_sender_day_or_purpose_is_another(other):
    assert _of() != _of(**other)


def test_the_address_cannot_be_read_from_it():
    assert "192.0.2.1" not in _of()


def test_a_sender_cannot_pretend_to_be_another_without_our_proxy():
    assert _of(x_forwarded_for="203.0.113.9") == _of()


def test_behind_our_proxy_the_last_hop_counts(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    assert _of(x_forwarded_for="10.0.0.1, 203.0.113.9") == _of("203.0.113.9")
