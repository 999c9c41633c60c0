"""`load_lists`: puts roles, themes and scenarios in place; safe to repeat."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from steunpunt.network.actions.lists import load_lists


class Command(BaseCommand):
    """Says how many of each were made."""

    help = "Zet de landelijke rollenlijst, de thema's en de scenario's klaar (veilig te herhalen)."

    def handle(self, *args: Any, **options: Any) -> None:
        for name, count in load_lists(at=timezone.now()).items():
            self.stdout.write(f"{name}: {count} nieuw")
