"""Health: what is ok, what is still starting, what is a fault, and that the queue is kept clean."""

import shutil
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from steunpunt.foundation.boards import due
from steunpunt.foundation.events.models import Announcement, Delivery
from steunpunt.foundation.health.actions import enqueue_due, forget_finished, mark, requeue_lost
from steunpunt.foundation.health.jobs import beat, clear_old_work
from steunpunt.foundation.health.models import Heartbeat
from steunpunt.foundation.health.queries import (
    ATTENTION,
    FAULT,
    OK,
    STARTING,
    Health,
    health,
    last_beat,
    worker_is_behind,
)
from steunpunt.foundation.outbox.actions import post_mail
from steunpunt.foundation.outbox.models import Mail
from tests.commands.places import manage

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=1)
OVER, TO_COME = datetime(2020, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def _checks(tmp_path, *, started_at=LONG_AGO, free=1_000):
    return health(at=NOW, started_at=started_at, data_dir=tmp_path, min_free_bytes=free).checks


def _job(status, **moments):
    beat.enqueue()
    job = DBTaskResult.objects.latest("enqueued_at")
    DBTaskResult.objects.filter(pk=job.pk).update(status=status, **moments)
    return job


def _expire(key):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE foundation_counter SET expires = %s WHERE cache_key = %s", [OVER, f":1:{key}"])


def _counters():
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM foundation_counter")
        return [key for (key,) in cursor.fetchall()]


@pytest.mark.parametrize(
    ("age", "since_start", "outcome"),
    [
        (timedelta(seconds=30), timedelta(days=1), OK),
        (timedelta(minutes=4, seconds=59), timedelta(days=1), OK),
        (timedelta(minutes=5), timedelta(days=1), FAULT),
        (timedelta(days=3), timedelta(minutes=4), STARTING),
        (None, timedelta(minutes=4), STARTING),
        (None, timedelta(minutes=5), FAULT),
    ],
)
def test_a_worker_is_judged_by_its_last_beat(tmp_path, age, since_start, outcome):
    if age is not None:
        mark("worker", at=NOW - age)

    assert _checks(tmp_path, started_at=NOW - since_start)["worker"] == outcome


@pytest.mark.parametrize(("spare", "outcome"), [(0, OK), (1_000, FAULT)])
def test_too_little_disk_is_a_fault(tmp_path, monkeypatch, spare, outcome):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=5_000))

    assert _checks(tmp_path, free=5_000 + spare)["disk"] == outcome


@pytest.mark.parametrize(
    ("checks", "status"),
    [
        ({"database": OK, "worker": OK}, OK),
        ({"database": OK, "worker": STARTING}, STARTING),
        ({"database": FAULT, "worker": STARTING}, FAULT),
        ({"worker": STARTING, "mail": ATTENTION}, STARTING),
        ({"worker": OK, "mail": ATTENTION}, ATTENTION),
    ],
)
def test_the_whole_is_as_well_as_its_worst_part(checks, status):
    assert Health(checks).status == status


def test_the_page_says_ok(client):
    beat.call()

    answer = client.get("/gezondheid/")

    assert (answer.status_code, answer.json()["status"]) == (200, "ok")
    assert set(answer.json()["checks"]) == {"database", "worker", "disk", "mail", "events"}
    assert set(answer.json()["checks"].values()) == {"ok"}
    assert answer.json()["remarks"] == []
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_page_says_fault_with_another_status(client, settings):
    settings.MIN_FREE_MB = 10**9

    answer = client.get("/gezondheid/")

    assert (answer.status_code, answer.json()["checks"]["disk"]) == (503, "fault")


def test_mail_that_was_given_up_is_said_in_words(client):
    beat.call()
    post_mail(to="lezer@example.nl", subject="Geheim", text="Dag", at=NOW)
    Mail.objects.update(failed_at=NOW)

    answer = client.get("/gezondheid/")

    assert (answer.status_code, answer.json()["status"]) == (200, "attention")
    assert answer.json()["checks"]["mail"] == "attention"
    assert "1 mail is opgegeven" in answer.json()["remarks"][0]
    assert "lezer" not in answer.content.decode()


def test_mail_that_waits_long_is_said_in_words(tmp_path):
    post_mail(to="lezer@example.nl", subject="Dag", text="Dag", at=NOW - timedelta(hours=2))
    post_mail(to="lezer@example.nl", subject="Dag", text="Dag", at=NOW)
    found = health(at=NOW, started_at=LONG_AGO, data_dir=tmp_path, min_free_bytes=0)

    assert found.checks["mail"] == ATTENTION
    assert "1 mail wacht langer dan een uur" in found.remarks[0]


def test_events_that_were_given_up_are_said_in_words(tmp_path):
    for _ in range(2):
        Delivery.objects.create(announcement=Announcement.objects.create(event="x", payload={}), failed_at=NOW)
    found = health(at=NOW, started_at=LONG_AGO, data_dir=tmp_path, min_free_bytes=0)

    assert (found.checks["events"], found.checks["mail"]) == (ATTENTION, OK)
    assert "2 gebeurtenissen zijn opgegeven" in found.remarks[0]


WITHOUT_DATABASE = """
from django.test import Client
answer = Client(headers={"cookie": "sessionid=van-gisteren", "host": "localhost"}).get("/gezondheid/")
print(answer.status_code, answer.headers["Content-Type"], answer.json()["checks"]["database"])
"""


def test_the_page_answers_without_a_database_whoever_asks(tmp_path):
    """Also who signed in yesterday: nobody looks up that session first."""
    done = manage("shell", "--no-imports", "-c", WITHOUT_DATABASE, database="bestaat_niet", data=tmp_path)

    assert done.stdout.strip().endswith("503 application/json fault"), done.stdout + done.stderr


def test_the_page_only_answers_questions(client):
    assert client.post("/gezondheid/").status_code == 405


def test_marking_twice_moves_the_one_row():
    mark("worker", at=LONG_AGO)
    mark("worker", at=NOW)

    assert list(Heartbeat.objects.values_list("name", "beat_at")) == [("worker", NOW)]
    assert last_beat("worker") == NOW


def test_all_returning_work_is_enqueued_the_first_time():
    assert enqueue_due(at=NOW) == [pin.code for pin in due]


def test_returning_work_waits_for_its_time():
    enqueue_due(at=NOW)

    assert enqueue_due(at=NOW + timedelta(seconds=30)) == []
    assert enqueue_due(at=NOW + timedelta(minutes=1)) == [pin.code for pin in due if pin.minutes == 1]


def test_nothing_is_added_while_the_worker_is_behind():
    _job(TaskResultStatus.READY, enqueued_at=NOW - timedelta(minutes=11))

    assert worker_is_behind(NOW)
    assert enqueue_due(at=NOW) == []


@pytest.mark.parametrize(("minutes", "count"), [(31, 1), (29, 0)])
def test_a_job_of_a_killed_worker_goes_back_in_the_queue(minutes, count):
    job = _job(TaskResultStatus.RUNNING, started_at=NOW - timedelta(minutes=minutes))

    assert requeue_lost(at=NOW) == count
    assert DBTaskResult.objects.ready().filter(pk=job.pk).count() == count


def test_a_job_that_kills_its_worker_every_time_is_given_up():
    job = _job(TaskResultStatus.RUNNING, started_at=LONG_AGO, worker_ids=["a", "b", "c"])

    assert requeue_lost(at=NOW) == 0
    assert DBTaskResult.objects.get(pk=job.pk).status == TaskResultStatus.FAILED


@pytest.mark.parametrize(("days", "count"), [(15, 1), (13, 0)])
def test_finished_work_is_forgotten_after_two_weeks(days, count):
    _job(TaskResultStatus.SUCCESSFUL, finished_at=NOW - timedelta(days=days))

    assert forget_finished(at=NOW) == count


def test_clearing_up_leaves_work_that_waits():
    _job(TaskResultStatus.READY)
    clear_old_work.call()

    assert DBTaskResult.objects.count() == 1


def test_clearing_up_forgets_what_is_over(client):
    """Delivered announcements, sessions and counters; what still counts stays."""
    Announcement.objects.create(event="x", payload={})
    Announcement.objects.update(at=OVER)
    for key, moment in (("voorbij", OVER), ("nu", TO_COME)):
        Session.objects.create(session_key=key, session_data="", expire_date=moment)
    cache.set("nu", 1, timeout=60)
    cache.set("voorbij", 1, timeout=60)
    _expire("voorbij")
    clear_old_work.call()

    assert Announcement.objects.count() == 0
    assert list(Session.objects.values_list("session_key", flat=True)) == ["nu"]
    assert _counters() == [":1:nu"]


def test_one_tick_tells_what_it_did(capsys):
    call_command("tick")

    assert "heartbeat" in capsys.readouterr().out
