"""Start of the foundation: loads every room's manifest once all models are there."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class FoundationConfig(AppConfig):
    name = "steunpunt.foundation"
    label = "foundation"
    verbose_name = _("Fundament")

    def ready(self) -> None:
        from allauth.mfa.signals import authenticator_added  # noqa: PLC0415 - the models have to be there first

        from .accounts.reactions import remember_proof  # noqa: PLC0415

        autodiscover_modules("manifest")
        authenticator_added.connect(remember_proof, dispatch_uid="remember-proof")
