"""Provinces, municipalities and four-digit postcodes: where things are."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Province(models.Model):
    """A province, by the code of Statistics Netherlands (PV20 … PV31)."""

    code = models.CharField(_("code"), max_length=4, primary_key=True)
    name = models.CharField(_("naam"), max_length=40)

    class Meta:
        verbose_name = _("provincie")
        verbose_name_plural = _("provincies")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """A municipality as of 2023, by code (GM0014)."""

    code = models.CharField(_("code"), max_length=6, primary_key=True)
    name = models.CharField(_("naam"), max_length=60)
    province = models.ForeignKey(Province, models.PROTECT, verbose_name=_("provincie"), related_name="+")
    holiday_region = models.CharField(_("vakantieregio"), max_length=10, blank=True)
    latitude = models.FloatField(_("breedtegraad"))
    longitude = models.FloatField(_("lengtegraad"))

    class Meta:
        verbose_name = _("gemeente")
        verbose_name_plural = _("gemeenten")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Postcode(models.Model):
    """The four digits of a postcode, with a point for "near me" (median 0.5 km from a school in it)."""

    digits = models.CharField(_("cijfers"), max_length=4, primary_key=True)
    place = models.CharField(_("plaats"), max_length=60)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, verbose_name=_("gemeente"), null=True, related_name="+"
    )
    latitude = models.FloatField(_("breedtegraad"))
    longitude = models.FloatField(_("lengtegraad"))

    class Meta:
        verbose_name = _("postcode")
        verbose_name_plural = _("postcodes")

    def __str__(self) -> str:
        return self.digits
