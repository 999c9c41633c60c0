"""Who acts, and from where."""

from datetime import date

import pytest
from django.test import RequestFactory

from steunpunt.foundation.access import Actor
from steunpunt.foundation.access.loopback import is_from_loopback
from steunpunt.foundation.access.middleware import RefusalMiddleware
from steunpunt.foundation.accounts.models import User


def _staff(**facts) -> User:
    return User(email="a@voorbeeld.invalid", staff_role="editor", **facts)


@pytest.mark.parametrize(
    ("actor", "staff"),
    [
        (Actor.visitor(), False),
        (Actor.with_token("x"), False),
        (Actor.for_system("x"), True),
        (Actor.of(User(email="a@voorbeeld.invalid")), False),
        (Actor.of(_staff()), True),
        (Actor.of(_staff(), second_factor=False), False),
        (Actor.of(_staff(is_active=False)), False),
        (Actor(account=_staff(staff_until=date(2026, 9, 2)), second_factor=True, today=date(2026, 9, 1)), True),
        (Actor(account=_staff(staff_until=date(2026, 9, 2)), second_factor=True, today=date(2026, 9, 2)), False),
    ],
)
def test_staff_work_here_today_and_proved_it(actor, staff):
    assert actor.is_staff is staff


def test_reference_never_holds_an_address_or_a_secret():
    assert Actor.with_token("geheim").reference == "gast:addb0f5e7826"
    assert Actor.visitor().reference == "bezoeker"
    account = _staff()
    assert Actor.of(account).reference == f"account:{account.public_id}"


@pytest.mark.parametrize(
    ("facts", "inside"),
    [
        ({"REMOTE_ADDR": "127.0.0.1"}, True),
        ({"REMOTE_ADDR": "::1"}, True),
        ({"REMOTE_ADDR": "192.0.2.1"}, False),
        ({"REMOTE_ADDR": "localhost"}, False),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "127.0.0.1"}, False),
    ],
)
def test_loopback_is_this_machine_with_nothing_in_between(facts, inside):
    assert is_from_loopback(RequestFactory().get("/", **facts)) is inside


def test_other_mistakes_are_not_turned_into_a_refusal():
    middleware = RefusalMiddleware(lambda request: None)

    assert middleware.process_exception(RequestFactory().get("/"), ValueError()) is None


def test_behind_a_proxy_nobody_counts_as_this_machine(rf, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    assert not is_from_loopback(rf.get("/", REMOTE_ADDR="127.0.0.1"))
