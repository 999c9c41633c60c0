"""The worlds that journeys walk through, and the static files as production serves them."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone

from steunpunt.foundation.accounts.actions import ensure_example_account
from steunpunt.foundation.management.commands import prepare
from tests.databases import alone

from .working import do_what_waits


def example_world() -> None:
    """What `./run` prepares: the whole register, the example partnerships and the example people.

    The worker has done what they announced, so that a story waits for its own deeds only. The index that it fills is
    thrown away; a story that searches makes its own.
    """
    _quietly("prepare")
    with TemporaryDirectory() as folder, override_settings(DATA_DIR=folder):
        _quietly("rebuild_search", words_only=True)
        do_what_waits()


def young_world() -> None:
    """A platform on its first day: lists, municipalities and one editor, but no schools or institutions yet."""
    _quietly("migrate", interactive=False)
    _quietly("load_lists")
    municipalities = settings.REGISTER_DIR / "geo" / "gemeenten_2023.csv"
    _quietly("import_register", file=municipalities, on=date(2020, 1, 1))
    ensure_example_account(
        "redacteur@example.nl", "Reda", "Redacteur", line="", order=1, at=timezone.now(), staff_role="editor"
    )


def _quietly(name: str, **options: Any) -> None:
    arguments = [str(options.pop("file"))] if "file" in options else []
    call_command(name, *arguments, stdout=io.StringIO(), **options)


@contextmanager
def static_files_of_production(folder: Path) -> Iterator[None]:
    """Static files under hashed names and compressed, so that weight and cache are as they will be."""
    storage = {"BACKEND": "steunpunt.foundation.ui.storage.ModuleStorage"}
    with override_settings(
        STATIC_ROOT=str(folder / "files"),
        STORAGES=settings.STORAGES | {"staticfiles": storage},
        WHITENOISE_AUTOREFRESH=False,
        WHITENOISE_USE_FINDERS=False,
    ):
        with alone(folder / "lock"):
            prepare.Command(stdout=io.StringIO())._static_files()
        yield
