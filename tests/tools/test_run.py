"""./run: what it understands, and that it says no in a clear sentence."""

import io
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from tools import probe, run
from tools.database import THROWAWAY, Server
from tools.talk import Talk

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {"STEUNPUNT_MODE": "production", "STEUNPUNT_SECRET_KEY": "only-for-tests", "DATABASE_URL": ""}
"""Has no example to load, which saves half the time."""
FIRST_TIME = ("Database aanmaken", "Database bijwerken", "Vaste bestanden verzamelen")


def _environment(**ours):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STEUNPUNT_")}
    return {**kept, **ours}


def _command(*arguments, **environment):
    command = [str(ROOT / "run"), *arguments]
    environment = _environment(**environment)
    return subprocess.run(command, cwd="/", env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)


@contextmanager
def _running(data: Path, log: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """The whole platform, from the moment that it says so and answers."""
    port = _free_port()
    command = [str(ROOT / "run"), "--port", str(port), "--data", str(data), *arguments]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd="/", env=_environment(**PRODUCTION), stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
    try:
        deadline = time.monotonic() + 180
        while "draait op" not in log.read_text() or not probe.status(f"http://127.0.0.1:{port}"):
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.2)
        yield process
    finally:
        process.terminate()
        process.wait(60)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _interrupt(process: subprocess.Popen[bytes]) -> int:
    """Ctrl-C; the code that it ends with."""
    process.send_signal(signal.SIGINT)
    return process.wait(60)


def _processes_of(data: Path) -> list[str]:
    """Every process that was told of this folder, as an argument or a setting."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            told = (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()
        except OSError:
            continue
        if os.fsencode(data) in told:
            found.append(told.split(b"\0\0")[0].decode(errors="replace"))
    return found


def _ask_database(data: Path, statement: str) -> object:
    with psycopg.connect(Server(data, THROWAWAY).url) as connection:
        row = connection.execute(statement)
        return row.fetchone()[0] if row.description else None


@pytest.mark.parametrize(
    ("arguments", "ours", "manage"),
    [
        ([], [], []),
        (["--port", "8100"], ["--port", "8100"], []),
        (["--data", "x", "manage", "shell", "--port", "1"], ["--data", "x"], ["manage", "shell", "--port", "1"]),
    ],
)
def test_from_manage_on_all_is_django_s(arguments, ours, manage):
    assert run._split(arguments) == (ours, manage)


def test_a_taken_port_is_said_with_a_free_one(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = _command("--port", str(taken.getsockname()[1]), "--data", str(tmp_path / "data"))

    assert done.returncode == 1
    assert "is bezet" in done.stdout
    assert "./run --port" in done.stdout
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("port", ["0", "65536", "acht", "-1"])
def test_a_port_that_is_none_is_refused(port):
    done = _command(f"--port={port}")

    assert done.returncode == 2
    assert "kies een getal van 1 tot en met 65535" in done.stderr


def test_what_the_caller_set_wins_over_the_example(tmp_path, monkeypatch):
    monkeypatch.setenv("STEUNPUNT_MODE", "production")
    monkeypatch.delenv("STEUNPUNT_SECRET_KEY", raising=False)
    settings = run._settings(tmp_path, "postgres:///x", "http://localhost:8100")

    assert settings["STEUNPUNT_MODE"] == "production"
    assert "STEUNPUNT_SECRET_KEY" not in settings


def test_the_check_for_production_names_what_is_missing():
    done = _command("--production-check", DATABASE_URL="", STEUNPUNT_SECRET_KEY="")

    assert done.returncode == 1
    assert "STEUNPUNT_SECRET_KEY" in done.stdout
    assert "STEUNPUNT_HOSTS" in done.stdout
    assert "DATABASE_URL" in done.stdout


def test_the_check_for_production_judges_the_mode_as_it_is_given():
    """Also without a database: whoever left the example on must hear it."""
    done = _command("--production-check", DATABASE_URL="", STEUNPUNT_MODE="example")

    assert done.returncode == 1
    assert "STEUNPUNT_MODE is example" in done.stdout
    assert "voorbeeldpersoon heeft een adres" in done.stdout


def test_two_users_share_a_server_and_the_last_one_stops_it(tmp_path):
    quiet = Talk(io.StringIO())
    first, second = Server(tmp_path / "data", THROWAWAY), Server(tmp_path / "data", THROWAWAY)
    with first.running(quiet) as address:
        with second.running(quiet) as same:
            assert same == address
        with psycopg.connect(address) as connection:
            assert connection.execute("SELECT current_database(), 'É' ILIKE 'é'").fetchone() == ("steunpunt", True)
    assert not first.is_up()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends the server another user")
def test_a_folder_that_was_closed_meanwhile_leaves_no_server_behind(tmp_path):
    with Server(tmp_path / "above" / "data", THROWAWAY).running(Talk(io.StringIO())) as address:
        (tmp_path / "above").chmod(0o700)

    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address).close()
    assert _processes_of(tmp_path) == []


def test_a_long_path_to_the_data_gets_short_sockets(tmp_path):
    server = Server(tmp_path / ("lange map " * 12), THROWAWAY)

    assert len(str(server.sockets)) < 60
    assert server.sockets != server.cluster


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes in /proc")
def test_the_platform_starts_stops_keeps_its_data_and_begins_anew(tmp_path):
    data, log = tmp_path / "data", tmp_path / "log"
    with _running(data, log) as process:
        _ask_database(data, "CREATE TABLE kept AS SELECT 1")
        code = _interrupt(process)
    first = log.read_text()

    assert (code, _processes_of(data)) == (0, [])
    assert "Het platform draait op" in first
    assert "Alles is netjes afgesloten" in first
    assert [step for step in FIRST_TIME if step not in first] == []

    with _running(data, log) as process:
        kept = _ask_database(data, "SELECT to_regclass('kept')")
        _interrupt(process)

    assert kept == "kept"
    assert [step for step in FIRST_TIME if step in log.read_text()] == []

    with _running(data, log, "--fresh") as process:
        kept = _ask_database(data, "SELECT to_regclass('kept')")
        _interrupt(process)

    assert kept is None
    assert _processes_of(data) == []
