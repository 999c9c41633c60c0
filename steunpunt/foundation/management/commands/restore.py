"""`restore FILE`: puts a backup back in an empty place, whole or not at all."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from steunpunt.foundation.management.archive import Unusable, restore_archive


class Command(BaseCommand):
    help = "Zet een back-up terug in een lege database en een lege map; met --force wordt overschreven wat er staat."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("file", type=Path, metavar="BESTAND")
        parser.add_argument("--force", action="store_true", help="overschrijf wat er nu staat")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            restore_archive(options["file"], force=options["force"])
        except Unusable as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"Teruggezet uit {options['file']}. Start het platform opnieuw.")
