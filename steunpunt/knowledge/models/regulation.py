"""Laws and regulations that concern training schools, with our own summary."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id
from steunpunt.foundation.sectors import Sector

from .framework import InForce


class Regulation(models.Model):
    """A law or regulation that concerns training schools, with our own summary; the text stands in the register."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    bwbr = models.CharField(_("BWBR-nummer"), max_length=12, unique=True)
    title = models.CharField(_("titel"), max_length=250)
    kind = models.CharField(_("soort"), max_length=40)
    signed_on = models.DateField(_("ondertekend op"), null=True, blank=True)
    text_as_of = models.CharField(_("tekst van"), max_length=40, blank=True)
    in_force = models.CharField(_("geldend?"), max_length=10, choices=InForce, default=InForce.UNKNOWN)
    summary = models.TextField(_("samenvatting"))
    sectors = ArrayField(
        models.CharField(max_length=3, choices=Sector), verbose_name=_("sectoren"), default=list, blank=True
    )
    themes = models.ManyToManyField("network.Theme", verbose_name=_("thema's"), blank=True, related_name="+")

    class Meta:
        verbose_name = _("wet of regeling")
        verbose_name_plural = _("wetten en regelingen")
        ordering = ["-signed_on", "title"]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        return f"wet:{self.public_id}"

    @property
    def source_address(self) -> str:
        return f"https://wetten.overheid.nl/{self.bwbr}"
