"""Events are written with the deed and delivered at least once, also after a failure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from steunpunt.foundation.events import announcing
from steunpunt.foundation.events.actions import (
    LONGEST_WAIT,
    MOST_TRIES,
    deliver,
    forget_delivered,
    try_again,
    wait_after,
)
from steunpunt.foundation.events.announcing import announce, subscribe
from steunpunt.foundation.events.jobs import deliver_due
from steunpunt.foundation.events.models import Announcement, Delivery
from steunpunt.foundation.events.queries import due_deliveries, given_up_deliveries

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class DoorOpened:
    """An event of these tests."""

    door: str
    on: date


heard: list[DoorOpened] = []
broken: list[bool] = []


def listen(event: DoorOpened) -> None:
    if broken:
        raise RuntimeError("nobody at home")
    heard.append(event)


@pytest.fixture(autouse=True)
def listener() -> Iterator[None]:
    heard.clear()
    broken.clear()
    subscribe(DoorOpened, listen)
    yield
    announcing._subscribers.pop(announcing.name_of(DoorOpened))


EVENT = DoorOpened("voordeur", date(2026, 8, 1))


def test_a_subscriber_hears_the_event_as_it_was_announced():
    announce(EVENT)
    deliver_due.call()

    assert heard == [EVENT]


def test_an_event_without_subscribers_is_not_kept():
    announcing._subscribers[announcing.name_of(DoorOpened)] = []
    announce(EVENT)

    assert Announcement.objects.count() == 0


def test_a_deed_that_is_rolled_back_announces_nothing():
    with transaction.atomic():
        announce(EVENT)
        transaction.set_rollback(True)
    deliver_due.call()

    assert heard == []


def test_a_delivered_event_is_not_delivered_again():
    announce(EVENT)
    deliver_due.call()
    deliver_due.call()

    assert heard == [EVENT]


def test_a_failed_delivery_waits_and_is_tried_again():
    announce(EVENT)
    broken.append(True)
    delivery = Delivery.objects.get()
    went_well = deliver(delivery.pk, at=timezone.now())
    waiting = due_deliveries(timezone.now())
    broken.clear()
    deliver(delivery.pk, at=timezone.now())

    assert not went_well
    assert waiting == []
    assert due_deliveries(timezone.now() + timedelta(hours=1)) == []
    assert heard == [EVENT]


def test_a_failure_is_written_down():
    announce(EVENT)
    broken.append(True)
    deliver_due.call()
    delivery = Delivery.objects.get()

    assert delivery.attempts == 1
    assert "nobody at home" in delivery.last_error


def test_subscribing_twice_hears_once():
    subscribe(DoorOpened, listen)
    announce(EVENT)
    deliver_due.call()

    assert heard == [EVENT]


@pytest.mark.parametrize(
    ("attempts", "wait"),
    [(1, timedelta(minutes=2)), (8, timedelta(minutes=256)), (9, LONGEST_WAIT), (40, LONGEST_WAIT)],
)
def test_the_wait_doubles_up_to_six_hours(attempts, wait):
    assert wait_after(attempts) == wait


def _waiting(door: str, **facts: object) -> Delivery:
    announce(DoorOpened(door, date(2026, 8, 1)))
    delivery = Delivery.objects.latest("pk")
    Delivery.objects.filter(pk=delivery.pk).update(**{"attempts": 0, **facts})
    return delivery


@pytest.mark.parametrize("attempts", [40, 32_767])
def test_a_delivery_that_keeps_failing_does_not_hold_up_the_next(attempts):
    """Not after forty times, and not when its failure cannot be written down at all."""
    failing = _waiting("zijdeur", reaction="weg", attempts=attempts)
    _waiting("voordeur")
    deliver_due.call()

    assert [event.door for event in heard] == ["voordeur"]
    assert Delivery.objects.get(done_at__isnull=True) == failing


def test_a_delivery_that_keeps_failing_is_given_up():
    failing = _waiting("zijdeur", reaction="weg", attempts=MOST_TRIES - 1)
    deliver_due.call()

    assert list(given_up_deliveries()) == [failing]
    assert due_deliveries(timezone.now() + timedelta(days=365)) == []


def test_a_delivery_that_was_given_up_can_be_tried_again():
    _waiting("zijdeur", failed_at=timezone.now(), attempts=MOST_TRIES)

    assert try_again(at=timezone.now()) == 1
    deliver_due.call()

    assert [event.door for event in heard] == ["zijdeur"]
    assert list(given_up_deliveries()) == []


@pytest.mark.parametrize(
    ("days", "facts", "count"),
    [
        (15, {"done_at": timezone.now()}, 0),
        (13, {"done_at": timezone.now()}, 1),
        (15, {}, 1),
        (31, {"failed_at": timezone.now() - timedelta(days=29)}, 1),
        (31, {"failed_at": timezone.now() - timedelta(days=31)}, 0),
    ],
)
def test_an_announcement_is_forgotten_when_nobody_waits_for_it_any_more(days, facts, count):
    _waiting("zijdeur", **facts)
    Announcement.objects.update(at=timezone.now() - timedelta(days=days))
    forget_delivered(at=timezone.now())

    assert Announcement.objects.count() == count


def test_an_announcement_stays_as_long_as_one_of_two_waits():
    open_one = _waiting("zijdeur")
    Delivery.objects.create(announcement=open_one.announcement, reaction="klaar", done_at=timezone.now())
    Announcement.objects.update(at=timezone.now() - timedelta(days=90))

    assert forget_delivered(at=timezone.now()) == 0
    assert Delivery.objects.count() == 2
