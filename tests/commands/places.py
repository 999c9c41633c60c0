"""Databases and folders that a command under test has to itself, in processes of their own."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.databases import address, server

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def database(template: str = "template0") -> Iterator[str]:
    """A database that is gone afterwards; its name."""
    name = f"test_place_{secrets.token_hex(4)}"
    with psycopg.connect(**server("postgres"), autocommit=True) as connected:
        connected.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            yield name
        finally:
            connected.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def rows(database: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, as text, in a fixed order."""
    with psycopg.connect(**server(database)) as place:
        names = [name for (name,) in place.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        return {name: sorted(place.execute(f'SELECT t::text FROM "{name}" t').fetchall()) for name in sorted(names)}


def run(database: str, *statements: str) -> None:
    with psycopg.connect(**server(database)) as place:
        for statement in statements:
            place.execute(statement)


def manage(*arguments: str, database: str, data: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command of Django against that database and folder, as an administrator would."""
    environment = {
        **os.environ,
        "DATABASE_URL": address(database),
        "DJANGO_SETTINGS_MODULE": "steunpunt.config.settings",
        "STEUNPUNT_MODE": "example",
        "STEUNPUNT_SECRET_KEY": "only-for-tests",
        "STEUNPUNT_DATA_DIR": str(data),
        **settings,
    }
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
