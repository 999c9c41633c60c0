"""Partnerships (opleidingsscholen) with their dated name, status, members and ambitions."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.periods.constraints import ends_after_begin, no_overlap
from steunpunt.foundation.periods.models import Period
from steunpunt.foundation.references import new_public_id
from steunpunt.foundation.sectors import Sector

from .organisation import Organisation
from .region import Region


class CooperationModel(models.TextChoices):
    """The three models of the 2015 theme session; their Dutch definitions are unknown."""

    SERVICE = "service", _("servicemodel")
    COMPLEMENTARY = "complementary", _("complementair model")
    COOPERATIVE = "cooperative", _("co-operatief model")


class Scenario(models.Model):
    """A scenario for samen opleiden. B exists but no source describes it: its text stays editable."""

    code = models.CharField(_("letter"), max_length=1, unique=True)
    title = models.CharField(_("titel"), max_length=120, blank=True)
    description = models.TextField(_("beschrijving"), blank=True)
    source = models.CharField(_("bron"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("scenario")
        verbose_name_plural = _("scenario's")
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.title}".strip()


class Partnership(models.Model):
    """The identity of an opleidingsschool, and what its partners say of themselves."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    slug = models.SlugField(_("adres"), max_length=100, unique=True)
    vision = models.TextField(_("visie"), blank=True)
    cooperation_model = models.CharField(_("samenwerkingsmodel"), max_length=15, choices=CooperationModel, blank=True)
    scenario = models.ForeignKey(
        Scenario, models.PROTECT, verbose_name=_("scenario"), null=True, blank=True, related_name="+"
    )
    website = models.URLField(_("website"), blank=True)
    source = models.CharField(_("bron"), max_length=250, blank=True)
    source_date_text = models.CharField(_("peildatum"), max_length=20, blank=True)
    is_verified = models.BooleanField(_("bevestigd door het partnerschap"), default=False)
    confirmed_at = models.DateTimeField(_("laatst bevestigd op"), null=True, blank=True)
    """When a coordinator or staff last said that everything on the page is still right."""
    is_example = models.BooleanField(_("voorbeeld"), default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("partnerschap")
        verbose_name_plural = _("partnerschappen")

    def __str__(self) -> str:
        return self.slug

    @property
    def reference(self) -> str:
        return f"partnerschap:{self.public_id}"


class PartnershipVersion(Period):
    """Name, sectors and region of a partnership in a period."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="versions")
    name = models.CharField(_("naam"), max_length=160)
    sectors = ArrayField(models.CharField(max_length=3, choices=Sector), verbose_name=_("sectoren"), default=list)
    region = models.ForeignKey(Region, models.PROTECT, verbose_name=_("regio"), null=True, blank=True, related_name="+")
    area_text = models.CharField(_("werkgebied"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("gegevens van partnerschap")
        verbose_name_plural = _("gegevens van partnerschappen")
        constraints = [
            ends_after_begin("partnership_version_end_after_begin"),
            no_overlap("partnership_version_no_overlap", "partnership"),
        ]
        indexes = [
            GinIndex(fields=["sectors"], name="partnership_version_sectors"),
            GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="partnership_name_trigram"),
        ]

    def __str__(self) -> str:
        return self.name


class PartnershipState(models.TextChoices):
    """Where a partnership stands in the recognition."""

    CANDIDATE = "candidate", _("kandidaat")
    ASPIRANT = "aspirant", _("aspirant")
    RECOGNISED = "recognised", _("erkend")
    ENDED = "ended", _("beëindigd")
    UNKNOWN = "unknown", _("onbekend")


class PartnershipStatus(Period):
    """The status in a period, with its source."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="statuses")
    state = models.CharField(_("status"), max_length=12, choices=PartnershipState)
    source = models.CharField(_("bron"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("status van partnerschap")
        verbose_name_plural = _("statussen van partnerschappen")
        constraints = [
            ends_after_begin("partnership_status_end_after_begin"),
            no_overlap("partnership_status_no_overlap", "partnership"),
        ]

    def __str__(self) -> str:
        return self.get_state_display()


class AcademicStrand(Period):
    """The period in which a partnership has an academic strand (academische kop)."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="academic_strands")

    class Meta:
        verbose_name = _("academische kop")
        verbose_name_plural = _("academische koppen")
        constraints = [
            ends_after_begin("academic_strand_end_after_begin"),
            no_overlap("academic_strand_no_overlap", "partnership"),
        ]

    def __str__(self) -> str:
        return f"academische kop {self.since_text()}"


class LeadOrganisation(Period):
    """The penvoerder in a period; a change takes effect on 1 August."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="leads")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("organisatie"), null=True, blank=True, related_name="leads"
    )
    name_as_published = models.CharField(_("naam in de bron"), max_length=160, blank=True)
    """For entries from publications that name the penvoerder in words only."""

    class Meta:
        verbose_name = _("penvoerder")
        verbose_name_plural = _("penvoerders")
        constraints = [
            ends_after_begin("lead_end_after_begin"),
            no_overlap("lead_no_overlap", "partnership"),
            models.CheckConstraint(
                condition=models.Q(organisation__isnull=False) | ~models.Q(name_as_published=""),
                name="lead_is_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"penvoerder {self.since_text()}"


class MembershipRole(models.TextChoices):
    """As what an organisation takes part."""

    BOARD = "board", _("bestuur")
    SCHOOL = "school", _("school")
    INSTITUTE = "institute", _("lerarenopleiding")


class Ring(models.TextChoices):
    """Core or shell; only schools have a ring."""

    CORE = "core", _("kern")
    SHELL = "shell", _("schil")


class Membership(Period):
    """An organisation takes part in a partnership, in a role and, for a school, a ring."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("organisatie"), related_name="memberships"
    )
    role = models.CharField(_("rol"), max_length=10, choices=MembershipRole)
    ring = models.CharField(_("kern of schil"), max_length=5, choices=Ring, blank=True)

    class Meta:
        verbose_name = _("lidmaatschap")
        verbose_name_plural = _("lidmaatschappen")
        constraints = [
            ends_after_begin("membership_end_after_begin"),
            no_overlap(
                "membership_no_overlap",
                "organisation",
                "partnership",
                message=_("Deze organisatie is in die periode al lid van dit partnerschap."),
            ),
            models.CheckConstraint(
                condition=models.Q(ring="") | models.Q(role=MembershipRole.SCHOOL),
                name="membership_ring_for_schools",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.since_text()}"


class PartnerGoal(models.Model):
    """What one partner wants and why it takes part, made explicit (theme session 2015)."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="goals")
    organisation = models.ForeignKey(Organisation, models.PROTECT, verbose_name=_("organisatie"), related_name="+")
    goal = models.CharField(_("doel"), max_length=300)
    interest = models.CharField(_("belang"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    class Meta:
        verbose_name = _("doel van een partner")
        verbose_name_plural = _("doelen van partners")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.goal
