"""`manage tick`: puts returning work in the queue when its time has come."""

import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections
from django.utils import timezone

from steunpunt.foundation.health.actions import enqueue_due, requeue_lost


class Command(BaseCommand):
    help = "Zet terugkerend werk in de wachtrij; met --every blijft de opdracht draaien."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--every", type=int, default=0, metavar="SECONDEN")

    def handle(self, *args: Any, every: int, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda number, frame: stop.set())
        while True:
            self._once(forgiving=every > 0)
            if every <= 0 or stop.wait(every):
                return

    def _once(self, *, forgiving: bool) -> None:
        """One round. A database that is away for a while does not end the loop."""
        if forgiving:
            close_old_connections()
        try:
            lost = requeue_lost(at=timezone.now())
            codes = enqueue_due(at=timezone.now())
        except Error as error:
            if not forgiving:
                raise
            self.stderr.write(f"{timezone.now():%Y-%m-%d %H:%M:%S} database: {error}")
            return
        if lost:
            self.stdout.write(f"{timezone.now():%Y-%m-%d %H:%M:%S} {lost} opnieuw in de wachtrij")
        if not forgiving:
            self.stdout.write(", ".join(codes) or "niets te doen")
