"""Start of the examples."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExamplesConfig(AppConfig):
    name = "steunpunt.examples"
    label = "examples"
    verbose_name = _("Voorbeelden")
