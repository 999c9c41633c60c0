"""`manage search_quality`: how well questions find their answers in your own texts, in four ways of searching."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from steunpunt.foundation.search import meaning
from steunpunt.foundation.search.quality import Score, compare
from steunpunt.foundation.search.quality_files import BadInput, read_set

HEADINGS = ("zoekwijze", "R@1", "R@10", "MRR")


class Command(BaseCommand):
    help = "Meet hoe goed vragen hun antwoord vinden: R@1, R@10 en MRR voor vier manieren van zoeken."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--docs", type=Path, required=True, help="JSON Lines met id, text en eventueel title")
        parser.add_argument("--queries", type=Path, required=True, help="JSON Lines met id en text")
        parser.add_argument(
            "--qrels", type=Path, required=True, help="vraag, tab, document; ook de vier kolommen van TREC"
        )

    def handle(self, *args: Any, docs: Path, queries: Path, qrels: Path, **options: Any) -> None:
        try:
            test = read_set(docs, queries, qrels)
        except BadInput as wrong:
            raise CommandError(str(wrong)) from None
        self._told(f"{len(test.documents)} documenten, {len(test.answers)} vragen met een goed antwoord")
        if silent := len(test.questions) - len(test.answers):
            self._told(f"{silent} vragen zonder goed antwoord in {qrels.name} tellen niet mee.")
        if not meaning.available():
            self._told("Het model voor betekenis draait niet op deze machine; de laatste regel blijft weg.")
        self._table(compare(test, self._told))

    def _told(self, text: str) -> None:
        print(text, file=sys.stderr, flush=True)

    def _table(self, scores: list[Score]) -> None:
        width = max(len(one.name) for one in scores)
        self.stdout.write(f"{HEADINGS[0]:{width}}  {'  '.join(f'{word:>5}' for word in HEADINGS[1:])}")
        for one in scores:
            self.stdout.write(f"{one.name:{width}}  {one.r1:5.3f}  {one.r10:5.3f}  {one.mrr:5.3f}")
