"""Health: what is ok, what is still starting, what is a fault, and that the queue is kept clean."""

import shutil
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from steunpunt.foundation.boards import due
from steunpunt.foundation.health.actions import enqueue_due, forget_finished, mark, requeue_lost
from steunpunt.foundation.health.jobs import beat, clear_old_work
from steunpunt.foundation.health.models import Heartbeat
from steunpunt.foundation.health.queries import FAULT, OK, STARTING, Health, health, last_beat, worker_is_behind

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=1)

pytestmark = pytest.mark.django_db


def _checks(tmp_path, *, started_at=LONG_AGO, free=1_000):
    return health(at=NOW, started_at=started_at, data_dir=tmp_path, min_free_bytes=free).checks


def _job(status, **moments):
    beat.enqueue()
    job = DBTaskResult.objects.latest("enqueued_at")
    DBTaskResult.objects.filter(pk=job.pk).update(status=status, **moments)
    return job


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
    ],
)
def test_the_whole_is_as_well_as_its_worst_part(checks, status):
    assert Health(checks).status == status


def test_the_page_says_ok(client):
    beat.call()

    answer = client.get("/gezondheid/")

    assert (answer.status_code, answer.json()["status"]) == (200, "ok")
    assert answer.json()["checks"] == {"database": "ok", "worker": "ok", "disk": "ok"}
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_page_says_fault_with_another_status(client, settings):
    settings.MIN_FREE_MB = 10**9

    answer = client.get("/gezondheid/")

    assert (answer.status_code, answer.json()["checks"]["disk"]) == (503, "fault")


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


def test_one_tick_tells_what_it_did(capsys):
    call_command("tick")

    assert "heartbeat" in capsys.readouterr().out
