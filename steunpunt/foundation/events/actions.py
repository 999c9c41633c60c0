"""Delivering announcements: each reaction in its own transaction, again later when it failed, not for ever."""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from steunpunt.foundation.boards import due

from .announcing import event_from, reaction_named
from .models import Announcement, Delivery, Retried

logger = logging.getLogger(__name__)
LONGEST_WAIT = timedelta(hours=6)
MOST_TRIES = 20
"""With these waits some three days: what is mended after a weekend is still on time."""
KEEP_DELIVERED = timedelta(days=14)
KEEP_GIVEN_UP = timedelta(days=30)


def deliver(delivery_id: int, *, at: datetime) -> bool:
    """Run one reaction; False when it failed and was put back for later."""
    try:
        with transaction.atomic():
            row = (
                Delivery.objects.select_for_update(skip_locked=True, of=["self"])
                .select_related("announcement")
                .filter(pk=delivery_id, done_at__isnull=True, failed_at__isnull=True)
                .first()
            )
            if row is None:
                return True
            event = event_from(row.announcement.event, row.announcement.payload)
            reaction_named(row.reaction)(event)
            row.done_at = at
            row.save(update_fields=["done_at"])
    except Exception as error:
        logger.exception("reaction failed, delivery %s", delivery_id)
        put_back(Delivery, delivery_id, error, at)
        return False
    return True


def put_back(model: type[Retried], pk: int, error: Exception, at: datetime) -> None:
    """Note the failure for a later try. When even that fails the row stays as it is: the next one has its turn."""
    try:
        with transaction.atomic():
            row = model._default_manager.select_for_update().get(pk=pk)
            row.attempts += 1
            row.last_error = repr(error)[:1000]
            row.next_try_at = at + wait_after(row.attempts)
            row.failed_at = at if row.attempts >= MOST_TRIES else None
            row.save(update_fields=["attempts", "last_error", "next_try_at", "failed_at"])
    except Exception:
        logger.exception("%s %s could not be put back", model.__name__, pk)


def wait_after(attempts: int) -> timedelta:
    """Two minutes, four, eight, and so on up to six hours."""
    return timedelta(minutes=2**attempts) if attempts < 9 else LONGEST_WAIT


def try_again(*, at: datetime) -> int:
    """Put every delivery that was given up back as if it were new; how many."""
    given_up = Delivery.objects.filter(done_at__isnull=True, failed_at__isnull=False)
    count = given_up.update(failed_at=None, attempts=0, next_try_at=at)
    due.get("deliver").enqueue()
    return count


def forget_delivered(*, at: datetime) -> int:
    """Remove old announcements that nobody waits for any more; how many."""
    waiting = Q(done_at__isnull=True) & (Q(failed_at__isnull=True) | Q(failed_at__gte=at - KEEP_GIVEN_UP))
    old = Announcement.objects.filter(at__lt=at - KEEP_DELIVERED)
    old = old.exclude(Exists(Delivery.objects.filter(waiting, announcement=OuterRef("pk"))))
    return old.delete()[1].get(Announcement._meta.label, 0)
