"""A worker that is killed the hard way in the middle of indexing: after a restart everything is found."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest
from django.db import connection

from steunpunt.foundation.search.actions import build_if_needed, build_index, take_waiting, wait_for_index
from steunpunt.foundation.search.asking import ask, the_index
from steunpunt.foundation.search.documents import Question
from steunpunt.foundation.search.models import WaitingReference
from steunpunt.foundation.search.queries import index_progress
from steunpunt.network.models import Theme
from tests.databases import address
from tests.factories.network import ThemeFactory
from tests.factories.search import needs_model

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("index_folder"), pytest.mark.slow]
AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
THEMES = 700
WRITES = "from steunpunt.foundation.search.actions import take_waiting; take_waiting()"
BUILDS = """
from django.utils import timezone
from steunpunt.foundation.search.actions import build_index
build_index(at=timezone.now())
"""
LEARNS = "from steunpunt.foundation.search.actions import learn_meaning; learn_meaning(seconds=600)"
START = "import django; django.setup(); print('begonnen', flush=True)\n"


@pytest.fixture
def themes():
    line = "zeilboot, rooster, gesprek " * 7
    Theme.objects.bulk_create(ThemeFactory.build_batch(THEMES, title="Werkplekbegeleiding", keyword_line=line))


def killed(work, data_dir, when):
    """Do the work in a process of its own and kill it as soon as `when` says so; it must not have been ready."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "steunpunt.config.test_settings",
        "DATABASE_URL": address(connection.settings_dict["NAME"]),
        "STEUNPUNT_DATA_DIR": str(data_dir),
    }
    process = subprocess.Popen([sys.executable, "-W", "ignore", "-c", START + work], env=environment)
    try:
        until = time.monotonic() + 120
        while not when() and process.poll() is None and time.monotonic() < until:
            time.sleep(0.005)
    finally:
        process.kill()
        assert process.wait(30) == -signal.SIGKILL


def everything_is_found():
    return ask(Question("werkplekbegeleiding")).total == THEMES


def lines(folder):
    return sum(path.read_bytes().count(b"\n") for path in folder.glob("build-*/documents.jsonl"))


def test_while_what_waits_is_written(index_folder, themes):
    ThemeFactory(title="Rooster")
    build_index(at=AT)
    known = lines(index_folder)
    wait_for_index(["lijsten:alles"])

    killed(WRITES, index_folder.parent, lambda: lines(index_folder) > known)

    assert WaitingReference.objects.exists()
    assert everything_is_found()
    assert take_waiting() == 1
    assert everything_is_found()
    assert index_progress(AT).waiting == 0


def test_while_everything_is_made_anew(index_folder, themes):
    wait_for_index(["lijsten:alles"])

    killed(BUILDS, index_folder.parent, lambda: lines(index_folder) > 0)

    assert not the_index().is_ready()
    assert WaitingReference.objects.exists()
    assert build_if_needed(at=AT)
    assert everything_is_found()
    assert len(list(index_folder.glob("build-*"))) == 1


@needs_model
def test_while_meaning_is_learned(index_folder, themes):
    build_index(at=AT)

    killed(LEARNS, index_folder.parent, lambda: the_index().without_meaning() < THEMES)

    left = the_index().without_meaning()
    assert 0 < left < THEMES
    assert the_index().is_ready()
    the_index().learn(0.5)
    assert the_index().without_meaning() < left
    assert everything_is_found()
