"""`manage rebuild_search`: makes the whole search index anew and tells how far it is."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from steunpunt.foundation.search.actions import build_index, learn_meaning


class Command(BaseCommand):
    help = "Bouwt de zoekindex opnieuw op; de oude blijft antwoorden tot de nieuwe klaar is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--words-only", action="store_true", help="alleen woorden; de betekenis volgt in de achtergrond"
        )

    def handle(self, *args: Any, words_only: bool, **options: Any) -> None:
        started = time.monotonic()
        if not build_index(at=timezone.now(), told=self._told):
            raise CommandError("Een ander proces schrijft al in de zoekindex. Probeer het over een minuut opnieuw.")
        self.stdout.write(f"✓ Woorden klaar ({time.monotonic() - started:.1f} s)")
        if not words_only:
            self._learn(started)

    def _learn(self, started: float) -> None:
        while learn_meaning(seconds=10):
            self.stdout.write(f"  betekenis: bezig ({time.monotonic() - started:.0f} s)")
            self.stdout.flush()
        self.stdout.write(f"✓ Betekenis klaar ({time.monotonic() - started:.1f} s)")

    def _told(self, done: int, total: int) -> None:
        self.stdout.write(f"  {done} van ongeveer {total}" if total else f"  {done}")
        self.stdout.flush()
