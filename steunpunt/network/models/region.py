"""Regions: working areas and onderwijsregio's, with the school sites in them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.periods.constraints import ends_after_begin, no_overlap
from steunpunt.foundation.periods.models import Period
from steunpunt.foundation.references import new_public_id


class RegionKind(models.TextChoices):
    """What sort of region."""

    EDUCATION_REGION = "education_region", _("onderwijsregio")
    NATIONAL_EDUCATION_REGION = "national_education_region", _("landelijke onderwijsregio")
    WORKING_AREA = "working_area", _("werkgebied")


class Region(Period):
    """A region, existing in a period."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    kind = models.CharField(_("soort"), max_length=30, choices=RegionKind)
    name = models.CharField(_("naam"), max_length=120)
    source = models.CharField(_("bron"), max_length=250, blank=True)
    is_example = models.BooleanField(_("voorbeeld"), default=False)

    class Meta:
        verbose_name = _("regio")
        verbose_name_plural = _("regio's")
        ordering = ["name"]
        constraints = [ends_after_begin("region_end_after_begin")]

    def __str__(self) -> str:
        return self.name


class RegionSite(Period):
    """A school site in an onderwijsregio; a site is in at most one at a time."""

    region = models.ForeignKey(Region, models.PROTECT, verbose_name=_("regio"), related_name="sites")
    site = models.ForeignKey("Organisation", models.CASCADE, verbose_name=_("vestiging"), related_name="region_sites")
    may_overlap = models.BooleanField(_("mag naast een andere regio"), default=False)
    """For Landelijk groen, the one region that a site may be in beside its own (DUS-I, rules for 2025)."""

    class Meta:
        verbose_name = _("vestiging in regio")
        verbose_name_plural = _("vestigingen in regio's")
        constraints = [
            ends_after_begin("region_site_end_after_begin"),
            no_overlap(
                "region_site_one_region",
                "site",
                condition=Q(may_overlap=False),
                message=_("Deze vestiging zit in die periode al in een onderwijsregio."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site} in {self.region}"
