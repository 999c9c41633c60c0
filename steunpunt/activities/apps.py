"""Start of the activities room: the kinds are found by their folders."""

import pkgutil
from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActivitiesConfig(AppConfig):
    name = "steunpunt.activities"
    label = "activities"
    verbose_name = _("Werkvormen")

    def ready(self) -> None:
        from . import kinds  # noqa: PLC0415 -- the forms of kinds need the models

        for found in pkgutil.iter_modules(kinds.__path__):
            import_module(f"{kinds.__name__}.{found.name}")
