"""Delivering announcements: each reaction in its own transaction, again later when it failed."""

import logging
from datetime import datetime, timedelta

from django.db import transaction

from .announcing import event_from, reaction_named
from .models import Delivery

logger = logging.getLogger(__name__)
LONGEST_WAIT = timedelta(hours=6)


def deliver(delivery_id: int, *, at: datetime) -> bool:
    """Run one reaction; False when it failed and was put back for later."""
    try:
        with transaction.atomic():
            row = (
                Delivery.objects.select_for_update(skip_locked=True, of=["self"])
                .select_related("announcement")
                .filter(pk=delivery_id, done_at__isnull=True)
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
        _put_back(delivery_id, error, at)
        return False
    return True


def _put_back(delivery_id: int, error: Exception, at: datetime) -> None:
    row = Delivery.objects.get(pk=delivery_id)
    row.attempts += 1
    row.last_error = repr(error)[:1000]
    row.next_try_at = at + min(timedelta(minutes=2**row.attempts), LONGEST_WAIT)
    row.save(update_fields=["attempts", "last_error", "next_try_at"])
