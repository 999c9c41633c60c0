"""`manage standing FILE`: the standing of ballots in PrefLib's forms, every figure as JSON with the options used."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from steunpunt.activities.intake.preflib import BadBallots, Ballots, read_ballots
from steunpunt.activities.kinds.prioritise.plain import as_plain, profile_from, standing_from

TIES = ("mean", "best", "worst")


class Command(BaseCommand):
    help = "Reken de stand van prioriteren uit voor stemmen in de vormen soi, soc, toi en toc van PrefLib."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="bestand met stemmen")
        parser.add_argument("--k", type=int, help="hoogstens zoveel plaatsen tellen; anders de langste volgorde")
        parser.add_argument(
            "--ties",
            choices=TIES,
            default="mean",
            help="punten bij gelijke plaatsen: het gemiddelde van die plaatsen, de beste of de slechtste",
        )

    def handle(self, *args: Any, file: Path, k: int | None, ties: Any, **options: Any) -> None:
        ballots = _read(file)
        if k is not None and not 1 <= k <= len(ballots.names):
            raise CommandError(f"--k moet van 1 tot en met {len(ballots.names)} zijn: zoveel mogelijkheden zijn er.")
        profile = profile_from(ballots.rows, len(ballots.names), k, ties)
        figures = as_plain(standing_from(ballots.names, profile), profile)
        used = {"k": profile.k, "k_given": k is not None, "ties": ties}
        said = {"file": file.name, "title": ballots.title, "form": ballots.form, "options": used, **figures}
        self.stdout.write(json.dumps(said, ensure_ascii=False, indent=2))


def _read(file: Path) -> Ballots:
    try:
        return read_ballots(file.read_bytes(), file.name)
    except OSError as wrong:
        raise CommandError(f"{file} is niet te lezen: {wrong.strerror}.") from None
    except BadBallots as wrong:
        raise CommandError(f"{file.name}: {wrong}") from None
