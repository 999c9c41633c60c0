"""The supervisor: children live, come back when they fall, and leave nobody behind."""

import io
import os
import sys
import time

import pytest

from tools.supervise import Child, Supervisor
from tools.talk import Talk, Trouble

SLEEP = "import time; time.sleep(60)"
WITH_GRANDCHILD = (
    "import pathlib, subprocess, sys, time; p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
    "pathlib.Path(sys.argv[1]).write_text(str(p.pid)); time.sleep(60)"
)


def _child(tmp_path, code, *arguments, name="web"):
    return Child(name, [sys.executable, "-c", code, *arguments], tmp_path / f"{name}.log")


def _supervisor(*children):
    return Supervisor(list(children), dict(os.environ), Talk(io.StringIO()))


def _is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as stat:
        return stat.read().split()[2] != "Z"


def _run_until(supervisor, condition):
    """Run; `answers` is asked all the time until the condition holds, then the supervisor is told to stop."""

    def answers():
        supervisor.stopping = condition()
        return supervisor.stopping

    supervisor.listen = lambda: None
    supervisor.run(answers=answers, ready=lambda: None)


def test_stopping_ends_children_and_grandchildren(tmp_path):
    noted = tmp_path / "pid"
    supervisor = _supervisor(_child(tmp_path, WITH_GRANDCHILD, str(noted)))
    _run_until(supervisor, lambda: noted.exists() and noted.read_text() != "")

    deadline = time.monotonic() + 5
    while _is_alive(int(noted.read_text())) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_alive(int(noted.read_text()))
    assert supervisor.children[0].process is None


def test_a_child_that_falls_is_started_again_and_it_is_said(tmp_path):
    noted = tmp_path / "turns"
    code = "import pathlib, sys; p = pathlib.Path(sys.argv[1]); p.open('a').write('x'); print('uitleg'); sys.exit(3)"
    supervisor = _supervisor(_child(tmp_path, code, str(noted)))
    _run_until(supervisor, lambda: noted.exists() and noted.read_text() == "xx")

    said = supervisor.talk.stream.getvalue()
    assert "web is gestopt (code 3) en start over 1 s opnieuw" in said
    assert "    uitleg" in said


def test_a_site_that_keeps_falling_at_the_start_ends_with_its_log(tmp_path):
    supervisor = _supervisor(_child(tmp_path, "raise SystemExit('poort kwijt')"))

    with pytest.raises(Trouble, match="poort kwijt"):
        _run_until(supervisor, lambda: False)


def test_the_wait_doubles_up_to_half_a_minute(tmp_path):
    child = _child(tmp_path, SLEEP)
    child.started = time.monotonic()

    assert [child.plan_restart() for _ in range(7)] == [1, 2, 4, 8, 16, 30, 30]


def test_a_child_that_ran_well_starts_again_at_once(tmp_path):
    child = _child(tmp_path, SLEEP)
    child.failures = 5
    child.started = time.monotonic() - 61

    assert child.plan_restart() == 1


def test_a_log_that_grew_large_is_put_aside(tmp_path, monkeypatch):
    monkeypatch.setattr("tools.supervise.LARGEST_LOG", 3)
    child = _child(tmp_path, "print('nieuw')")
    child.log.write_text("heel oud")
    child.start(dict(os.environ))
    child.process.wait()

    assert (tmp_path / "web.old.log").read_text() == "heel oud"
    assert child.log.read_text() == "nieuw\n"
