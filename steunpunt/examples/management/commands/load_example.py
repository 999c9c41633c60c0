"""`load_example`: fills an empty platform with the register and the example world; quick when it is there."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from steunpunt.examples.load import load_example
from steunpunt.foundation.access import Refusal


class Command(BaseCommand):
    help = "Laadt het register, twaalf voorbeeldpartnerschappen en de voorbeeldpersonen (alleen in voorbeeldstand)."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.EXAMPLE_MODE:
            raise CommandError("Voorbeelden horen alleen in de voorbeeldstand (STEUNPUNT_MODE=example).")
        try:
            is_new = load_example(at=timezone.now(), say=lambda text: self.stdout.write(f"  {text}"))
        except Refusal as refusal:
            raise CommandError(refusal.message) from refusal
        self.stdout.write("  De voorbeeldwereld staat klaar" if is_new else "  De voorbeeldwereld stond er al")
