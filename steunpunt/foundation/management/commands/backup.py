"""`backup FILE`: database and uploaded files in one archive, with checksums."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from steunpunt.foundation.management.archive import Unusable, write_archive


class Command(BaseCommand):
    help = "Maakt een back-up van database en bestanden in één archief (.tar.gz)."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("file", type=Path, metavar="BESTAND", help="nieuw bestand, bijvoorbeeld steunpunt.tar.gz")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            size = write_archive(options["file"])
        except Unusable as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"Back-up gemaakt: {options['file']} ({size / 1_000_000:.1f} MB)")
