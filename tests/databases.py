"""Databases for tests: a template is made once per run and copied, because migrating costs ten seconds each time."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

from django.core.cache import cache
from django.db import connection, connections

REACHED_BY = ("host", "port", "user", "password")


class Worlds:
    """Databases of one worker: templates that stay as they were made, and one copy to work in."""

    def __init__(self, folder: Path, run: str, worker: str) -> None:
        self.folder = folder
        self.run = run
        self.stem = f"test_{connection.settings_dict['NAME'].removeprefix('test_')[:40]}"
        self.copy = f"{self.stem}_{worker}_walk"
        self.shown = ""
        """The template of which an untouched copy stands ready."""

    def enter(self, name: str, make: Callable[[], object]) -> None:
        """Connect everything in this process to a copy of the template; it is made when it is not there yet."""
        if self.shown != name:
            template = f"{self.stem}_{name}"
            self._make_once(template, make)
            self._move_to("postgres")
            _command(f'DROP DATABASE IF EXISTS "{self.copy}" WITH (FORCE)')
            _command(f'CREATE DATABASE "{self.copy}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        self._move_to(self.copy)
        cache.clear()
        self.shown = name

    def spoil(self) -> None:
        """Somebody wrote in the copy: the next one gets a new one."""
        self.shown = ""

    def leave(self) -> None:
        self._move_to("postgres")
        _command(f'DROP DATABASE IF EXISTS "{self.copy}" WITH (FORCE)')

    def _make_once(self, template: str, make: Callable[[], object]) -> None:
        with alone(self.folder / f"{template}.lock"):
            self._move_to("postgres")
            if _comment(template) == self.run:
                return
            _command(f'DROP DATABASE IF EXISTS "{template}" WITH (FORCE)')
            _command(f'CREATE DATABASE "{template}"')
            self._move_to(template)
            make()
            self._move_to("postgres")
            _command(f"COMMENT ON DATABASE \"{template}\" IS '{self.run}'")

    def _move_to(self, name: str) -> None:
        """All threads share the settings of a connection, so the server's threads come along."""
        connections.close_all()
        connections.settings["default"]["NAME"] = name
        connection.settings_dict["NAME"] = name


def server(database: str) -> dict[str, str]:
    """How to reach a database on the server of the tests, in psycopg's own words."""
    known = connection.get_connection_params()
    return {**{name: str(known[name]) for name in REACHED_BY if known.get(name)}, "dbname": database}


def address(database: str) -> str:
    """The same as a DATABASE_URL, for a process of its own; the host may be the folder of a socket."""
    where = server(database)
    user = ":".join(quote(where[name], safe="") for name in ("user", "password") if where.get(name))
    reached = urlencode({name: where[name] for name in ("host", "port") if where.get(name)})
    return f"postgres://{user}@/{database}?{reached}"


def _command(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _comment(database: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [database])
        row = cursor.fetchone()
    return (row[0] or "") if row else ""


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """One worker at a time."""
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
