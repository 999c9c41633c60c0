"""Makes the first pages and the groups of the back office; safe to run after every migration."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from steunpunt.portal.actions.groups import align_groups
from steunpunt.portal.management.preparing.groups import prepare_groups
from steunpunt.portal.management.preparing.pages import prepare_pages


class Command(BaseCommand):
    help = "Maakt de eerste pagina's en de groepen van de beheeromgeving, als die er nog niet zijn."

    def handle(self, *args: Any, **options: Any) -> None:
        today = timezone.localdate()
        prepare_pages(today=today)
        prepare_groups()
        align_groups(today=today)
        self.stdout.write("De pagina's en de beheeromgeving staan klaar.")
