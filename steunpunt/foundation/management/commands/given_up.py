"""`given_up`: which mails and events are not tried any more and why; `--again` tries them all once more."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from steunpunt.foundation.events import actions as events
from steunpunt.foundation.events.queries import given_up_deliveries
from steunpunt.foundation.outbox import actions as outbox
from steunpunt.foundation.outbox.queries import given_up_mails


class Command(BaseCommand):
    help = "Laat zien welke mail en gebeurtenissen zijn opgegeven; met --again worden ze opnieuw geprobeerd."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--again", action="store_true", help="probeer ze opnieuw")

    def handle(self, *args: Any, again: bool, **options: Any) -> None:
        for mail in given_up_mails():
            self._tell(f"mail aan {mail.to}: {mail.subject}", mail.last_error)
        for delivery in given_up_deliveries():
            self._tell(f"{delivery.announcement} voor {delivery.reaction}", delivery.last_error)
        if again:
            count = outbox.try_again(at=timezone.now()) + events.try_again(at=timezone.now())
            self.stdout.write(f"{count} opnieuw in de wachtrij")
        elif not (given_up_mails().exists() or given_up_deliveries().exists()):
            self.stdout.write("niets opgegeven")

    def _tell(self, what: str, why: str) -> None:
        self.stdout.write(f"{what}\n    {why}")
