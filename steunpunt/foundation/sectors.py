"""The education sectors that the whole platform speaks of."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sector(models.TextChoices):
    """So, vso and sbo count as po (Regeling BWBR0025839, art. 1 c)."""

    PO = "po", _("po")
    VO = "vo", _("vo")
    MBO = "mbo", _("mbo")
    HO = "ho", _("ho")


SECTOR_NAMES = {
    Sector.PO: _("primair onderwijs"),
    Sector.VO: _("voortgezet onderwijs"),
    Sector.MBO: _("middelbaar beroepsonderwijs"),
    Sector.HO: _("hoger onderwijs"),
}
