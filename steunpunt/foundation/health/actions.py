"""Writing signs of life, and putting work back that a killed worker left half done."""

import logging
from datetime import datetime, timedelta

from django.core.management import call_command
from django.db import connection
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from steunpunt.foundation.boards import due

from .models import Heartbeat
from .queries import last_beat, worker_is_behind

logger = logging.getLogger(__name__)
LOST_AFTER = timedelta(minutes=30)
MOST_TRIES = 3
KEEP_FINISHED = timedelta(days=14)
SLACK = timedelta(seconds=5)
EXPIRED_COUNTERS = "DELETE FROM foundation_counter WHERE expires < %s"


def mark(name: str, *, at: datetime) -> None:
    Heartbeat.objects.update_or_create(name=name, defaults={"beat_at": at})


def enqueue_due(*, at: datetime) -> list[str]:
    """Put every returning job in the queue whose time has come; nothing while the worker is behind."""
    if worker_is_behind(at):
        logger.warning("the worker is behind, no new work was added")
        return []
    codes = []
    for pin in due:
        name = f"due:{pin.code}"
        last = last_beat(name)
        if last is None or at - last >= timedelta(minutes=pin.minutes) - SLACK:
            pin.enqueue()
            mark(name, at=at)
            codes.append(pin.code)
    return codes


def requeue_lost(*, at: datetime) -> int:
    """Jobs that a worker took and never finished go back in the queue; every job is safe to run twice.

    What killed three workers in a row is given up.
    """
    lost = DBTaskResult.objects.running().filter(started_at__lt=at - LOST_AFTER)
    hopeless = lost.filter(**{f"worker_ids__{MOST_TRIES - 1}__isnull": False})
    hopeless.update(status=TaskResultStatus.FAILED, finished_at=at, traceback="gave up: killed its worker each time")
    return lost.update(status=TaskResultStatus.READY, started_at=None)


def forget_finished(*, at: datetime) -> int:
    """Drop the administration of jobs that finished two weeks ago."""
    return DBTaskResult.objects.finished().filter(finished_at__lt=at - KEEP_FINISHED).delete()[0]


def forget_expired(*, at: datetime) -> None:
    """Drop sessions and counters that are over; the latter name the address of who tried."""
    call_command("clearsessions")
    with connection.cursor() as cursor:
        cursor.execute(EXPIRED_COUNTERS, [at])
