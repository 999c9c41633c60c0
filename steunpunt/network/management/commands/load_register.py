"""`load_register`: reads the register that comes with the project, and the lists of roles and themes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.network.actions.lists import load_lists
from steunpunt.network.actions.register.shipped import load_shipped


class Command(BaseCommand):
    help = "Leest het meegeleverde register in (scholen, instellingen, gemeenten, postcodes); ook vaker te doen."

    def handle(self, *args: Any, **options: Any) -> None:
        actor = Actor.for_system("register")
        load_lists(at=timezone.now())
        try:
            count = load_shipped(by=actor, at=timezone.now(), say=lambda path: self.stdout.write(f"  {path}"))
        except Refusal as refusal:
            raise CommandError(refusal.message) from refusal
        self.stdout.write(f"{count} bestanden ingelezen" if count else "Het register was al ingelezen")
