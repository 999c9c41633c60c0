"""Start of the foundation: loads every room's manifest once all models are there."""

import sys

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _

from .priority import step_aside


class FoundationConfig(AppConfig):
    name = "steunpunt.foundation"
    label = "foundation"
    verbose_name = _("Fundament")

    def ready(self) -> None:
        from allauth.mfa.signals import authenticator_added  # noqa: PLC0415 - the models have to be there first

        from .accounts.reactions import remember_proof  # noqa: PLC0415

        if "db_worker" in sys.argv:
            step_aside()
        autodiscover_modules("manifest")
        authenticator_added.connect(remember_proof, dispatch_uid="remember-proof")
