"""`productioncheck`: whether the settings are safe enough to let people in."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from steunpunt.foundation.management.judging import problems


class Command(BaseCommand):
    help = "Controleert de instellingen voor productie; eindigt met een fout als er iets niet veilig is."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        found = problems()
        for problem in found:
            self.stdout.write(f"✗ {problem}")
        if found:
            raise CommandError(f"{len(found)} punten zijn niet goed. Zie docs/reference.md voor de instellingen.")
        self.stdout.write("✓ De instellingen zijn veilig genoeg voor productie.")
