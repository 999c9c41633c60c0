"""`import_register FILE --on DATE`: reads a register file from the command line, by the same actions as the pages."""

import json
import time
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.network.actions.register import (
    cancel_import,
    offer_file,
    run_import,
    start_import,
    start_import_with_closings,
)
from steunpunt.network.intake.kinds import KIND_LABELS
from steunpunt.network.models import ImportState, RegisterImport


class Command(BaseCommand):
    help = "Leest een registerbestand in (DUO of eigen vorm); met --dry-run alleen op proef."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="csv, csv.gz of zip met één csv")
        parser.add_argument("--on", type=date.fromisoformat, required=True, metavar="JJJJ-MM-DD", help="peildatum")
        parser.add_argument("--source", default="", help="bron, zoals die op de pagina's staat")
        parser.add_argument("--dry-run", action="store_true", help="alleen kijken wat er zou veranderen")
        parser.add_argument("--agree-with-closings", action="store_true", help="ook als er veel zou vervallen")
        parser.add_argument("--by", default="beheer", help="naam van het systeem in het logboek")
        parser.add_argument("--json", action="store_true", help="de aantallen als één regel JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        actor = Actor.for_system(options["by"])
        try:
            with options["file"].open("rb") as source:
                imported = offer_file(
                    File(source, options["file"].name),
                    reference_date=options["on"],
                    source=options["source"],
                    by=actor,
                    at=timezone.now(),
                )
            imported = self._finish(imported, actor, options)
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror}") from error
        except Refusal as refusal:
            hint = " (--agree-with-closings)" if refusal.field == "agreed" else ""
            raise CommandError(f"{refusal.message}{hint}") from refusal
        self._tell(imported, as_json=options["json"])

    def _finish(self, imported: RegisterImport, actor: Actor, options: dict[str, Any]) -> RegisterImport:
        if options["dry_run"]:
            return cancel_import(imported, by=actor, at=timezone.now())
        start = start_import_with_closings if options["agree_with_closings"] else start_import
        start(imported, by=actor, at=timezone.now())
        run_import(imported.public_id, at=timezone.now())
        imported.refresh_from_db()
        while imported.state in (ImportState.WAITING, ImportState.RUNNING):
            time.sleep(0.5)
            imported.refresh_from_db()
        if imported.state == ImportState.FAILED:
            raise CommandError(imported.error)
        return imported

    def _tell(self, imported: RegisterImport, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(imported.counts, ensure_ascii=False))
            return
        self.stdout.write(f"{imported.file_name}: {imported.get_state_display()}")
        for kind, counts in imported.counts["kinds"].items():
            self.stdout.write(
                f"  {KIND_LABELS[kind]}: {counts['new']} nieuw, {counts['changed']} gewijzigd, "
                f"{counts['closed']} vervallen, {counts['same']} gelijk"
            )
        self.stdout.write(f"  {imported.counts['refused']} geweigerd, {imported.counts['warnings']} let op")
