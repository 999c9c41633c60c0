"""Frameworks: by which words we judge. A versioned tree of standards, aspects and criteria with levels."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.periods.constraints import ends_after_begin
from steunpunt.foundation.periods.models import Period
from steunpunt.foundation.references import new_public_id


class FrameworkKind(models.TextChoices):
    """What a framework speaks of."""

    QUALITY = "quality", _("kwaliteitskader")
    COMPETENCE = "competence", _("competentieprofiel")
    DEVELOPMENT_LINE = "development_line", _("doorlopende lijn")


class InForce(models.TextChoices):
    """Whether it holds today, as far as we know."""

    YES = "yes", _("geldt nu")
    NO = "no", _("geldt niet meer")
    UNKNOWN = "unknown", _("onbekend")


class Framework(Period):
    """One version of a framework; a later version is another row, which replaces this one."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    slug = models.SlugField(_("adres"), max_length=80, unique=True)
    kind = models.CharField(_("soort"), max_length=20, choices=FrameworkKind)
    title = models.CharField(_("titel"), max_length=160)
    summary = models.TextField(_("samenvatting"), blank=True)
    source = models.CharField(_("bron"), max_length=300, blank=True)
    is_verified = models.BooleanField(_("nagelezen in de bron"), default=False)
    in_force = models.CharField(_("geldend?"), max_length=10, choices=InForce, default=InForce.UNKNOWN)
    replaced_by = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("vervangen door"), null=True, blank=True, related_name="replaces"
    )
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("kader")
        verbose_name_plural = _("kaders")
        ordering = ["position", "title"]
        constraints = [
            ends_after_begin("framework_end_after_begin"),
            models.CheckConstraint(
                condition=models.Q(replaced_by__isnull=True) | ~models.Q(replaced_by=models.F("id")),
                name="framework_not_replaced_by_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        return f"kader:{self.public_id}"


class Level(models.Model):
    """A step on the scale of a framework, lowest first."""

    framework = models.ForeignKey(Framework, models.CASCADE, related_name="levels")
    code = models.CharField(_("code"), max_length=20)
    title = models.CharField(_("naam"), max_length=120)
    text = models.TextField(_("omschrijving"), blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    class Meta:
        verbose_name = _("niveau")
        verbose_name_plural = _("niveaus")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["framework", "code"], name="level_code_once")]

    def __str__(self) -> str:
        return self.title


class Rank(models.TextChoices):
    """How high in the tree."""

    STANDARD = "standard", _("standaard")
    ASPECT = "aspect", _("aspect")
    CRITERION = "criterion", _("criterium")


class Criterion(models.Model):
    """A standard, aspect or criterion of a framework; a score is given on any of them."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    framework = models.ForeignKey(Framework, models.CASCADE, related_name="criteria")
    parent = models.ForeignKey(
        "self", models.CASCADE, verbose_name=_("valt onder"), null=True, blank=True, related_name="children"
    )
    rank = models.CharField(_("plaats in het kader"), max_length=10, choices=Rank)
    code = models.CharField(_("code"), max_length=20)
    title = models.CharField(_("titel"), max_length=200, blank=True)
    text = models.TextField(_("omschrijving"), blank=True)
    article = models.CharField(_("artikel"), max_length=160, blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    class Meta:
        verbose_name = _("criterium")
        verbose_name_plural = _("criteria")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["framework", "code"], name="criterion_code_once")]

    def __str__(self) -> str:
        return f"{self.code} {self.title or self.text}".strip()

    @property
    def reference(self) -> str:
        return f"criterium:{self.public_id}"


class CrosswalkRelation(models.TextChoices):
    """How much two criteria of different frameworks have in common."""

    SAME = "same", _("hetzelfde")
    PARTLY = "partly", _("deels hetzelfde")
    RELATED = "related", _("verwant")


class Crosswalk(models.Model):
    """What a criterion in one framework is in another."""

    source = models.ForeignKey(Criterion, models.CASCADE, verbose_name=_("van"), related_name="leads_to")
    target = models.ForeignKey(Criterion, models.CASCADE, verbose_name=_("naar"), related_name="comes_from")
    relation = models.CharField(_("verband"), max_length=10, choices=CrosswalkRelation)
    note = models.CharField(_("toelichting"), max_length=300, blank=True)
    is_verified = models.BooleanField(_("nagelezen in de bron"), default=False)

    class Meta:
        verbose_name = _("vergelijking van criteria")
        verbose_name_plural = _("vergelijkingen van criteria")
        constraints = [
            models.UniqueConstraint(fields=["source", "target"], name="crosswalk_once"),
            models.CheckConstraint(condition=~models.Q(source=models.F("target")), name="crosswalk_not_to_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.source} – {self.target}"
