"""How often a wrong code was tried, so that nobody can guess one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CodeTry(models.Model):
    """The wrong codes of one hour: of one address, or of all together when `origin` is empty."""

    hour = models.DateTimeField(_("uur"))
    origin = models.CharField(max_length=32, blank=True)
    """A keyed hash of the address, other every hour; what it was cannot be found back."""
    count = models.PositiveIntegerField(_("aantal"), default=1)

    class Meta:
        verbose_name = _("verkeerde code")
        verbose_name_plural = _("verkeerde codes")
        constraints = [models.UniqueConstraint(fields=["hour", "origin"], name="code_try_once_per_hour")]

    def __str__(self) -> str:
        return f"{self.hour:%H}: {self.count}"
