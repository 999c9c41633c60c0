"""`reset_second_factor`: lets somebody start anew who lost it; for the last project leader, whom nobody else can help."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.accounts.actions import forget_second_factor
from steunpunt.foundation.accounts.queries import account_by_email


class Command(BaseCommand):
    """The owner gets a mail."""

    help = "Zet de tweede stap van een account uit. Doe dit alleen als je zeker weet dat de persoon zelf erom vraagt."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        account = account_by_email(options["email"])
        if account is None:
            raise CommandError("Dit account bestaat niet.")
        try:
            forget_second_factor(account, by=Actor.for_system("reset-second-factor"), at=timezone.now())
        except Refusal as refusal:
            raise CommandError(refusal.message) from refusal
        self.stdout.write(f"{account.email}: tweede stap uitgezet")
