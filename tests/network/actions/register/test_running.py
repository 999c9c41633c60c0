"""Faults while the register is read in: whatever dies, the old state stands and the run can be started again."""

import os
import signal
import subprocess
import sys
import time
from threading import Thread

import pytest
from django.conf import settings
from django.db import connection, connections

from steunpunt.network.actions.register import run_import, running, start_import
from steunpunt.network.actions.register.progress import Progress
from steunpunt.network.models import ImportState, Organisation, OrganisationVersion, RegisterImport
from steunpunt.network.queries.register import LOCK_NAME, LOCK_SPACE, is_import_running
from steunpunt.network.rules.register import is_broken_off
from tests.databases import address
from tests.factories.register_files import AT, SYSTEM, offered, read_in, site, site_file

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
SITES = 2300
RUN = "import django; django.setup(); from django.utils import timezone; import sys; "
RUN += "from steunpunt.network.actions.register import run_import; run_import(sys.argv[1], at=timezone.now())"


def waiting() -> RegisterImport:
    """A file large enough to be caught halfway, ready to be read in."""
    codes = (f"{number % 90 + 10}{chr(65 + number // 90)}A00" for number in range(SITES))
    return start_import(offered(site_file(*(site(code) for code in codes))), by=SYSTEM, at=AT)


def wait_until_halfway(imported: RegisterImport) -> None:
    """Look over this test's own connection how far the other one says it is."""
    for _ in range(600):
        imported.refresh_from_db()
        if imported.progress >= 50:
            return
        time.sleep(0.05)
    raise AssertionError(f"no progress was seen: {imported.state} {imported.progress}")


def in_other_thread(imported: RegisterImport) -> Thread:
    def run() -> None:
        try:
            run_import(imported.public_id, at=AT)
        finally:
            connections.close_all()

    thread = Thread(target=run)
    thread.start()
    return thread


def test_progress_is_seen_before_the_transaction_ends():
    imported = waiting()
    thread = in_other_thread(imported)
    wait_until_halfway(imported)
    seen = (imported.state, Organisation.objects.count(), is_import_running())
    thread.join()
    imported.refresh_from_db()

    assert seen == (ImportState.RUNNING, 0, True)
    assert (imported.state, imported.progress, is_import_running()) == (ImportState.DONE, 100, False)


def test_database_that_drops_the_connection_leaves_the_old_state():
    read_in(site_file(site("18BR00")))
    before = list(OrganisationVersion.objects.values())
    imported = waiting()
    thread = in_other_thread(imported)
    wait_until_halfway(imported)
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = %s and objid = %s"
            " and database = (select oid from pg_database where datname = current_database())",
            [LOCK_SPACE, LOCK_NAME],
        )
    thread.join()
    imported.refresh_from_db()

    assert imported.state == ImportState.FAILED
    assert "niets veranderd" in imported.error
    assert list(OrganisationVersion.objects.values()) == before


def test_killed_worker_leaves_the_old_state_and_the_run_starts_again():
    imported = waiting()
    worker = subprocess.Popen(
        [sys.executable, "-c", RUN, imported.public_id],
        env=os.environ
        | {
            "DATABASE_URL": address(connection.settings_dict["NAME"]),
            "DJANGO_SETTINGS_MODULE": "steunpunt.config.test_settings",
            "STEUNPUNT_DATA_DIR": str(settings.DATA_DIR),
        },
        cwd=settings.PROJECT,
    )
    wait_until_halfway(imported)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    for _ in range(100):
        if not is_import_running():
            break
        time.sleep(0.05)

    assert (imported.state, is_broken_off(imported)) == (ImportState.RUNNING, True)
    assert Organisation.objects.count() == 0

    start_import(imported, by=SYSTEM, at=AT)
    running.run_waiting(at=AT)
    imported.refresh_from_db()
    assert (imported.state, Organisation.objects.filter(kind="school_site").count()) == (ImportState.DONE, SITES)


def test_import_that_runs_is_not_run_twice():
    imported = waiting()
    thread = in_other_thread(imported)
    wait_until_halfway(imported)
    second = run_import(imported.public_id, at=AT)
    thread.join()

    assert second is None
    assert Organisation.objects.filter(kind="school_site").count() == SITES


def test_progress_that_cannot_be_written_is_no_fault():
    with Progress(0) as progress:
        progress.connection.close()
        progress.tell(10)
        progress.tell(5)

    assert progress.told == 10
