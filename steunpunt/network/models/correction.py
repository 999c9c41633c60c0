"""How often a form without sign-in was used, so that a machine cannot flood the work list."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FormUse(models.Model):
    """A count per hour and fingerprint; the fingerprint is a keyed hash of the address, new every day."""

    fingerprint = models.CharField(_("vingerafdruk"), max_length=64)
    hour = models.DateTimeField(_("uur"))
    count = models.PositiveIntegerField(_("aantal"), default=0)

    class Meta:
        verbose_name = _("gebruik van een formulier")
        verbose_name_plural = _("gebruik van formulieren")
        constraints = [models.UniqueConstraint(fields=["fingerprint", "hour"], name="form_use_once_per_hour")]

    def __str__(self) -> str:
        return f"{self.hour:%Y-%m-%d %H}: {self.count}"
