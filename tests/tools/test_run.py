"""./run: what it understands, and that it says no in a clear sentence."""

import io
import os
import socket
import subprocess
from pathlib import Path

import psycopg
import pytest

from tools import run
from tools.database import THROWAWAY, Server
from tools.talk import Talk

ROOT = Path(__file__).resolve().parents[2]


def _command(*arguments, **environment):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STEUNPUNT_")}
    command = [str(ROOT / "run"), *arguments]
    return subprocess.run(
        command, cwd="/", env={**kept, **environment}, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )


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


def test_two_users_share_a_server_and_the_last_one_stops_it(tmp_path):
    quiet = Talk(io.StringIO())
    first, second = Server(tmp_path / "data", THROWAWAY), Server(tmp_path / "data", THROWAWAY)
    with first.running(quiet) as address:
        with second.running(quiet) as same:
            assert same == address
        with psycopg.connect(address) as connection:
            assert connection.execute("SELECT current_database(), 'É' ILIKE 'é'").fetchone() == ("steunpunt", True)
    assert not first.is_up()


def test_a_long_path_to_the_data_gets_short_sockets(tmp_path):
    server = Server(tmp_path / ("lange map " * 12), THROWAWAY)

    assert len(str(server.sockets)) < 60
    assert server.sockets != server.cluster
