"""`give_role`: makes somebody editor or project leader; how the first one gets in."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.accounts.actions import end_staff_role, ensure_account, give_staff_role


class Command(BaseCommand):
    """The account is made when it is not there; it works only after setting up a second factor."""

    help = "Geeft een account een rol bij het steunpunt: editor, project_leader, of none om te stoppen."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("email")
        parser.add_argument("role", choices=["editor", "project_leader", "none"])

    def handle(self, *args: Any, **options: Any) -> None:
        by, at = Actor.for_system("give-role"), timezone.now()
        account = ensure_account(options["email"], by=by, at=at)
        try:
            if options["role"] == "none":
                end_staff_role(account, by=by, at=at)
            else:
                give_staff_role(account, options["role"], by=by, at=at)
        except Refusal as refusal:
            raise CommandError(refusal.message) from refusal
        self.stdout.write(f"{account.email}: {account.get_staff_role_display() or 'geen rol'}")
