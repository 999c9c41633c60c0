"""What the health page asks: does the database answer, does the worker live, is there room on the disk."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.db import DatabaseError, connection
from django_tasks_db.models import DBTaskResult

from .models import Heartbeat

WORKER = "worker"
LATE_AFTER = timedelta(minutes=5)
STUCK_AFTER = timedelta(minutes=10)

OK = "ok"
STARTING = "starting"
FAULT = "fault"


@dataclass(frozen=True)
class Health:
    """The outcome per part, and of the whole."""

    checks: dict[str, str]

    @property
    def status(self) -> str:
        if FAULT in self.checks.values():
            return FAULT
        return STARTING if STARTING in self.checks.values() else OK


def health(*, at: datetime, started_at: datetime, data_dir: Path, min_free_bytes: int) -> Health:
    """All checks. A worker that has not shown itself yet is `starting` until the site itself is five minutes old."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        worker = _worker(at, started_at)
        database = OK
    except DatabaseError:
        database = worker = FAULT
    disk = OK if shutil.disk_usage(data_dir).free >= min_free_bytes else FAULT
    return Health({"database": database, "worker": worker, "disk": disk})


def last_beat(name: str) -> datetime | None:
    return Heartbeat.objects.filter(name=name).values_list("beat_at", flat=True).first()


def worker_is_behind(at: datetime) -> bool:
    """Whether work has been waiting so long that adding more of the same is useless."""
    return DBTaskResult.objects.ready().filter(enqueued_at__lt=at - STUCK_AFTER).exists()


def _worker(at: datetime, started_at: datetime) -> str:
    beat = last_beat(WORKER)
    if beat is not None and at - beat < LATE_AFTER:
        return OK
    return STARTING if at - started_at < LATE_AFTER else FAULT
