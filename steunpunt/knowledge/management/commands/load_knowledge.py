"""`load_knowledge`: puts the frameworks and regulations in place that come with the project; safe to repeat."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.actions.frameworks import load_frameworks
from steunpunt.knowledge.actions.regulations import load_regulations
from steunpunt.knowledge.actions.shipped import shipped_crosswalks, shipped_frameworks, shipped_regulations
from steunpunt.network.actions.lists import load_lists


class Command(BaseCommand):
    """Says how many of each were added or changed. The themes come first, because regulations point to them."""

    help = "Zet de meegeleverde kaders en regelingen klaar; wat iemand met de hand wijzigde, blijft staan."

    def handle(self, *args: Any, **options: Any) -> None:
        by, at = Actor.for_system("kennis"), timezone.now()
        load_lists(at=at)
        frameworks = load_frameworks(shipped_frameworks(), shipped_crosswalks(), by=by, at=at)
        regulations = load_regulations(shipped_regulations(), by=by, at=at)
        self.stdout.write(f"kaders: {frameworks} nieuw of bijgewerkt")
        self.stdout.write(f"regelingen: {regulations} nieuw of bijgewerkt")
