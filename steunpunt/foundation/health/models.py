"""The sign of life that the worker leaves behind."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Heartbeat(models.Model):
    """When a part of the platform last did its work; one row per part."""

    name = models.CharField(_("onderdeel"), max_length=40, unique=True)
    beat_at = models.DateTimeField(_("laatste teken van leven"))

    class Meta:
        verbose_name = _("hartslag")
        verbose_name_plural = _("hartslagen")

    def __str__(self) -> str:
        return self.name
