"""The worker goes behind the pages, and nobody else does."""

import os
import subprocess
import sys

import pytest

from steunpunt.foundation.priority import GROUP, NICENESS

TOLD = """
import os, sys
sys.argv = {argv}
import django
django.setup()
from steunpunt.foundation.priority import GROUP
group = GROUP.read_text().split() if GROUP.exists() else []
print(os.getpriority(os.PRIO_PROCESS, 0), group[-1] if group else "none", len(os.listdir("/proc/self/task")))
"""


def told(argv, *, own_session):
    command = [sys.executable, "-W", "ignore", "-c", TOLD.format(argv=argv)]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "steunpunt.config.test_settings"}
    done = subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True, start_new_session=own_session
    )
    return done.stdout.split()


linux = pytest.mark.skipif(sys.platform != "linux", reason="alleen Linux vertelt dit van een proces")


@linux
def test_worker_goes_behind_the_pages_with_its_session():
    priority, group, _threads = told(["manage.py", "db_worker"], own_session=True)

    assert int(priority) >= NICENESS
    assert group == (str(NICENESS) if GROUP.exists() else "none")


@linux
def test_worker_in_a_session_of_others_leaves_them_alone():
    before = GROUP.read_text() if GROUP.exists() else ""

    told(["manage.py", "db_worker"], own_session=False)

    assert (GROUP.read_text() if GROUP.exists() else "") == before


@linux
def test_others_keep_their_place_and_sums_take_one_thread():
    priority, _group, threads = told(["manage.py", "check"], own_session=True)

    assert (int(priority), int(threads)) == (os.getpriority(os.PRIO_PROCESS, 0), 1)
