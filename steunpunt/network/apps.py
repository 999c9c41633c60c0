"""Start of the network room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.accounts.events import SignedIn
from steunpunt.foundation.boards import DuePin, due


class NetworkConfig(AppConfig):
    name = "steunpunt.network"
    label = "network"
    verbose_name = _("Netwerk")

    def ready(self) -> None:
        # The models have to be there first.
        from steunpunt.foundation.events.announcing import subscribe  # noqa: PLC0415

        from . import jobs, reactions  # noqa: PLC0415
        from .editing import lists  # noqa: F401, PLC0415

        due.pin(DuePin("register-import", jobs.read_registers.enqueue, minutes=1))
        due.pin(DuePin("coordinators", jobs.ask_for_coordinators.enqueue, minutes=60 * 24))
        due.pin(DuePin("forget-changes", jobs.forget_old_changes.enqueue, minutes=60 * 24))
        subscribe(SignedIn, reactions.propose_roles)
