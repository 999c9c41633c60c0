"""Projects and initiatives in the surroundings, linked to the partnerships they touch."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.periods.constraints import ends_after_begin
from steunpunt.foundation.periods.models import Period
from steunpunt.foundation.references import new_public_id

from .organisation import Organisation
from .partnership import Partnership
from .theme import Theme


class ProjectKind(models.TextChoices):
    """What sort of undertaking."""

    PROJECT = "project", _("project")
    INITIATIVE = "initiative", _("initiatief")
    PILOT = "pilot", _("pilot")
    NETWORK = "network", _("netwerk")


class Project(Period):
    """A project or initiative, in a period."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    slug = models.SlugField(_("adres"), max_length=100, unique=True)
    kind = models.CharField(_("soort"), max_length=12, choices=ProjectKind)
    title = models.CharField(_("titel"), max_length=160)
    summary = models.TextField(_("samenvatting"), blank=True)
    website = models.URLField(_("website"), blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("getrokken door"), null=True, blank=True, related_name="+"
    )
    themes = models.ManyToManyField(Theme, verbose_name=_("thema's"), blank=True, related_name="+")
    source = models.CharField(_("bron"), max_length=250, blank=True)
    is_example = models.BooleanField(_("voorbeeld"), default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("project of initiatief")
        verbose_name_plural = _("projecten en initiatieven")
        ordering = ["title"]
        constraints = [ends_after_begin("project_end_after_begin")]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        return f"project:{self.public_id}"


class ProjectPartnership(models.Model):
    """A project touches a partnership."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="touches")
    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="project_links")

    class Meta:
        verbose_name = _("partnerschap bij project")
        verbose_name_plural = _("partnerschappen bij projecten")
        constraints = [models.UniqueConstraint(fields=["project", "partnership"], name="project_partnership_once")]

    def __str__(self) -> str:
        return f"{self.project} – {self.partnership}"
