"""Events are written with the deed and delivered at least once, also after a failure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from steunpunt.foundation.events import announcing
from steunpunt.foundation.events.actions import deliver
from steunpunt.foundation.events.announcing import announce, subscribe
from steunpunt.foundation.events.jobs import deliver_due
from steunpunt.foundation.events.models import Announcement, Delivery
from steunpunt.foundation.events.queries import due_deliveries

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
