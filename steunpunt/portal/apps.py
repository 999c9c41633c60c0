"""Start of the portal."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.accounts.events import StaffRoleChanged


class PortalConfig(AppConfig):
    name = "steunpunt.portal"
    label = "portal"
    verbose_name = _("Portaal")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # The models have to be there first.
        from steunpunt.foundation.events.announcing import subscribe  # noqa: PLC0415

        from . import reactions  # noqa: PLC0415

        subscribe(StaffRoleChanged, reactions.open_back_office)
