"""What the health page asks: do database, worker and disk do their work, and does mail or an event lie about."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.db import DatabaseError, connection
from django.utils.translation import ngettext
from django_tasks_db.models import DBTaskResult

from steunpunt.foundation.events.queries import given_up_deliveries
from steunpunt.foundation.outbox.queries import given_up_mails, waits_long

from .models import Heartbeat

WORKER = "worker"
LATE_AFTER = timedelta(minutes=5)
STUCK_AFTER = timedelta(minutes=10)

OK = "ok"
STARTING = "starting"
ATTENTION = "attention"
FAULT = "fault"
FROM_WORST = (FAULT, STARTING, ATTENTION)


@dataclass(frozen=True)
class Health:
    """The outcome per part, and of the whole; remarks say in words what somebody should look at."""

    checks: dict[str, str]
    remarks: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        return next((status for status in FROM_WORST if status in self.checks.values()), OK)


def health(*, at: datetime, started_at: datetime, data_dir: Path, min_free_bytes: int) -> Health:
    """All checks. A worker that has not shown itself yet is `starting` until the site itself is five minutes old."""
    disk = OK if shutil.disk_usage(data_dir).free >= min_free_bytes else FAULT
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        checks = {"database": OK, "worker": _worker(at, started_at), "disk": disk}
        mail, events = tuple(_about_mail(at)), tuple(_about_events())
    except DatabaseError:
        return Health({"database": FAULT, "worker": FAULT, "disk": disk})
    checks |= {"mail": ATTENTION if mail else OK, "events": ATTENTION if events else OK}
    return Health(checks, mail + events)


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


def _about_mail(at: datetime) -> Iterator[str]:
    if late := waits_long(at):
        yield ngettext(
            "%d mail wacht langer dan een uur. Antwoordt de mailserver?",
            "%d mails wachten langer dan een uur. Antwoordt de mailserver?",
            late,
        ) % (late,)
    if lost := given_up_mails().count():
        yield ngettext(
            "%d mail is opgegeven. De opdracht given_up zegt waarom.",
            "%d mails zijn opgegeven. De opdracht given_up zegt waarom.",
            lost,
        ) % (lost,)


def _about_events() -> Iterator[str]:
    if lost := given_up_deliveries().count():
        yield ngettext(
            "%d gebeurtenis is opgegeven. De opdracht given_up zegt waarom.",
            "%d gebeurtenissen zijn opgegeven. De opdracht given_up zegt waarom.",
            lost,
        ) % (lost,)
