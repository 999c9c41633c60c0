"""`manage prepare`: makes database, static files and example world ready to serve; quick when they are."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError, OutputWrapper
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

LOWEST_VERSION = 15
EXAMPLE = "load_example"


class Counting:
    """Takes what `migrate` prints and tells now and then how far it is."""

    def __init__(self, out: OutputWrapper, total: int) -> None:
        self.out = out
        self.total = total
        self.done = 0

    def write(self, text: str) -> None:
        if "Applying" in text:
            self.done += 1
            if self.done % 50 == 0:
                self.out.write(f"  {self.done} van {self.total}")

    def flush(self) -> None:
        self.out.flush()


class Command(BaseCommand):
    help = "Maakt database, vaste bestanden en voorbeeldgegevens klaar."

    def handle(self, *args: Any, **options: Any) -> None:
        for name in (".", "media", "mail"):
            (Path(settings.DATA_DIR) / name).mkdir(parents=True, exist_ok=True)
        self._database()
        self._static_files()
        self._rooms()
        if settings.EXAMPLE_MODE and EXAMPLE in get_commands():
            with self._step("Voorbeeldgegevens nakijken of laden"):
                call_command(EXAMPLE, stdout=self.stdout)

    def _database(self) -> None:
        try:
            connection.ensure_connection()
            executor = MigrationExecutor(connection)
        except Error as error:
            raise CommandError(f"De database antwoordt niet. Klopt DATABASE_URL?\n{error}") from error
        version = connection.pg_version // 10000  # type: ignore[attr-defined]
        if version < LOWEST_VERSION:
            raise CommandError(f"Deze database is PostgreSQL {version}; nodig is {LOWEST_VERSION} of hoger.")
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if plan:
            with self._step(f"Database bijwerken ({len(plan)} stappen)"):
                call_command("migrate", interactive=False, stdout=Counting(self.stdout, len(plan)))

    def _static_files(self) -> None:
        mark = Path(settings.STATIC_ROOT) / "collected.txt"
        wanted = _fingerprint()
        if mark.exists() and mark.read_text() == wanted:
            return
        with self._step("Vaste bestanden verzamelen"):
            call_command("collectstatic", interactive=False, clear=True, verbosity=0)
            mark.write_text(wanted)

    def _rooms(self) -> None:
        """A room that needs something of its own after migrating has a command `prepare_<room>`, safe to repeat."""
        for name in sorted(name for name in get_commands() if name.startswith("prepare_")):
            call_command(name, stdout=StringIO())

    @contextmanager
    def _step(self, text: str) -> Iterator[None]:
        started = time.monotonic()
        self.stdout.write(f"… {text}")
        self.stdout.flush()
        yield
        self.stdout.write(f"✓ {text} ({time.monotonic() - started:.1f} s)")
        self.stdout.flush()


def _fingerprint() -> str:
    """Changes whenever a static file of ours or of a library does."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            digest.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
