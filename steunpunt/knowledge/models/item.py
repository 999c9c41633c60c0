"""Knowledge items: their life, their versions, whom to call, and the files that belong to them."""

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id
from steunpunt.foundation.sectors import Sector
from steunpunt.network.models import Partnership, Person, Role, Theme


class ItemKind(models.TextChoices):
    """What sort of knowledge; `knowledge/kinds.py` says what belongs to each."""

    PRACTICE = "practice", _("praktijkvoorbeeld")
    LEARNING_TASK = "learning_task", _("leertaak")
    CURRICULUM_PART = "curriculum_part", _("curriculumonderdeel")
    INSTRUMENT = "instrument", _("instrument")
    RESEARCH_RESULT = "research_result", _("onderzoeksresultaat")
    PUBLICATION = "publication", _("publicatie")
    PILOT = "pilot", _("proeftuin")
    PRESENTATION = "presentation", _("presentatie")
    WEBINAR = "webinar", _("webinar, podcast of video")
    REPORT = "report", _("verslag")


class ItemState(models.TextChoices):
    """Where an item stands in its life."""

    DRAFT = "draft", _("concept")
    IN_REVIEW = "in_review", _("bij de redactie")
    PUBLISHED = "published", _("gepubliceerd")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class Audience(models.TextChoices):
    """Who may read it; a closed set, the same in every room."""

    PUBLIC = "public", _("iedereen")
    SIGNED_IN = "signed_in", _("iedereen met een account")
    MEMBERS = "members", _("wie werkt bij een partner van een partnerschap")
    PARTNERSHIP = "partnership", _("alleen het eigen partnerschap")
    STAFF = "staff", _("alleen medewerkers van het steunpunt")


class Phase(models.TextChoices):
    """The three parts of the continuous line."""

    TRAINING = "training", _("samen opleiden")
    INDUCTION = "induction", _("inductie")
    PROFESSIONAL = "professional", _("verder professionaliseren")


class Licence(models.TextChoices):
    """Under which terms others may use it; the codes are those of SPDX in lower case."""

    CC0 = "cc0-1.0", _("CC0: vrij te gebruiken")
    BY = "cc-by-4.0", _("CC BY: vrij te gebruiken met naamsvermelding")
    BY_SA = "cc-by-sa-4.0", _("CC BY-SA: met naamsvermelding, delen onder dezelfde voorwaarden")
    OWN = "own", _("alleen lezen; vraag de maker om meer")


class Evidence(models.TextChoices):
    """On what the yield rests, weakest first."""

    EXPERIENCE = "experience", _("ervaring van één plek")
    SEVERAL = "several", _("meer plekken melden hetzelfde")
    EVALUATED = "evaluated", _("eigen metingen vooraf en achteraf")
    COMPARED = "compared", _("vergeleken met anderen")


class Cost(models.TextChoices):
    """What it costs beside people's time."""

    NONE = "none", _("geen kosten")
    LOW = "low", _("tot honderd euro")
    MIDDLE = "middle", _("honderd tot duizend euro")
    HIGH = "high", _("meer dan duizend euro")


class KnowledgeItem(models.Model):
    """What is known of one thing. What it says stands in its versions; `live` is the one that readers see."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    slug = models.SlugField(_("adres"), max_length=100, unique=True)
    kind = models.CharField(_("soort"), max_length=20, choices=ItemKind)
    state = models.CharField(_("stand"), max_length=10, choices=ItemState, default=ItemState.DRAFT)
    audience = models.CharField(_("wie mag het lezen"), max_length=12, choices=Audience, default=Audience.PUBLIC)
    partnership = models.ForeignKey(
        Partnership, models.PROTECT, verbose_name=_("partnerschap"), null=True, blank=True, related_name="+"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("ingebracht door"),
        null=True,
        blank=True,
        related_name="+",
    )
    live = models.ForeignKey(
        "ItemVersion", models.SET_NULL, verbose_name=_("zichtbare versie"), null=True, blank=True, related_name="+"
    )
    replaced_by = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("vervangen door"), null=True, blank=True, related_name="replaces"
    )
    copied_from = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("bewerking van"), null=True, blank=True, related_name="copies"
    )
    created_at = models.DateTimeField(_("begonnen op"))
    published_at = models.DateTimeField(_("gepubliceerd op"), null=True, blank=True)
    check_on = models.DateField(_("nakijken op"), null=True, blank=True)
    """The day on which the owner is asked whether it still holds."""
    reminded_on = models.DateField(_("herinnerd op"), null=True, blank=True)
    is_example = models.BooleanField(_("voorbeeld"), default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("kennisitem")
        verbose_name_plural = _("kennisitems")
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state=ItemState.PUBLISHED)
                | models.Q(published_at__isnull=False, live__isnull=False),
                name="item_published_has_version",
            ),
            models.CheckConstraint(
                condition=~models.Q(audience=Audience.PARTNERSHIP) | models.Q(partnership__isnull=False),
                name="item_for_a_partnership_has_one",
            ),
            models.CheckConstraint(
                condition=models.Q(replaced_by__isnull=True) | ~models.Q(replaced_by=models.F("id")),
                name="item_not_replaced_by_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    def get_kind_display(self) -> str:  # type: ignore[no-redef]
        """In the place of Django's own, which goes through all choices for every row of a list."""
        return str(ItemKind(self.kind).label)

    @property
    def reference(self) -> str:
        return f"kennis:{self.public_id}"


class ItemVersion(models.Model):
    """What an item says. A version that was published never changes; a revision is a next row."""

    item = models.ForeignKey(KnowledgeItem, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("versie"), default=1)
    title = models.CharField(_("titel"), max_length=160)
    outcome = models.TextField(_("opbrengst"), blank=True)
    """The summary of the yield, in plain Dutch."""
    conditions = models.TextField(_("wanneer werkt het"), blank=True)
    body = models.TextField(_("hoe gaat het"), blank=True)
    details: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(
        _("bij deze soort"), default=dict, blank=True, encoder=DjangoJSONEncoder
    )
    language = models.CharField(_("taal"), max_length=3, default="nl")
    year = models.PositiveSmallIntegerField(_("jaar"), null=True, blank=True)
    sectors = ArrayField(
        models.CharField(max_length=3, choices=Sector), verbose_name=_("sectoren"), default=list, blank=True
    )
    phases = ArrayField(
        models.CharField(max_length=12, choices=Phase), verbose_name=_("fasen"), default=list, blank=True
    )
    themes = models.ManyToManyField(Theme, verbose_name=_("thema's"), blank=True, related_name="+")
    licence = models.CharField(_("licentie"), max_length=14, choices=Licence, default=Licence.BY)
    link = models.URLField(_("link"), max_length=500, blank=True)
    effort_hours = models.PositiveSmallIntegerField(_("tijd in uren"), null=True, blank=True)
    cost = models.CharField(_("kosten"), max_length=8, choices=Cost, blank=True)
    group_min = models.PositiveSmallIntegerField(_("groep vanaf"), null=True, blank=True)
    group_max = models.PositiveSmallIntegerField(_("groep tot en met"), null=True, blank=True)
    evidence = models.CharField(_("waar rust het op"), max_length=12, choices=Evidence, blank=True)
    files: "models.ManyToManyField[ItemFile, models.Model]" = models.ManyToManyField(
        "ItemFile", verbose_name=_("bestanden"), blank=True, related_name="versions"
    )
    created_at = models.DateTimeField(_("gemaakt op"))
    submitted_at = models.DateTimeField(_("ingestuurd op"), null=True, blank=True)
    """Since when it waits for an editor; empty again when it goes back to the author."""
    published_at = models.DateTimeField(_("gepubliceerd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("versie van een kennisitem")
        verbose_name_plural = _("versies van kennisitems")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="item_version_once"),
            models.CheckConstraint(
                condition=models.Q(group_min__isnull=True)
                | models.Q(group_max__isnull=True)
                | models.Q(group_min__lte=models.F("group_max")),
                name="item_group_min_below_max",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ItemContact(models.Model):
    """Whom to call about an item: a role always, a person as long as somebody is known."""

    item = models.ForeignKey(KnowledgeItem, models.CASCADE, related_name="contacts")
    role = models.ForeignKey(Role, models.PROTECT, verbose_name=_("rol"), related_name="+")
    person = models.ForeignKey(
        Person, models.SET_NULL, verbose_name=_("persoon"), null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("contactpersoon bij een kennisitem")
        verbose_name_plural = _("contactpersonen bij kennisitems")
        constraints = [
            models.UniqueConstraint(fields=["item", "role", "person"], name="item_contact_once", nulls_distinct=False)
        ]

    def __str__(self) -> str:
        return str(self.role)

    @property
    def whom(self) -> Person | None:
        """The person, or the one into whom that was merged: whose consent it is now."""
        return (self.person.merged_into or self.person) if self.person else None


class FileState(models.TextChoices):
    """How far the reading of a file is."""

    WAITING = "waiting", _("wacht")
    READING = "reading", _("wordt gelezen")
    READ = "read", _("gelezen")
    FAILED = "failed", _("kon niet gelezen worden")


class ItemFile(models.Model):
    """A file that somebody handed in for an item, kept outside the web root under a random name."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    item = models.ForeignKey(KnowledgeItem, models.CASCADE, related_name="all_files")
    stored_as = models.CharField(max_length=80, unique=True)
    name = models.CharField(_("naam"), max_length=200)
    kind = models.CharField(_("soort bestand"), max_length=10)
    size = models.PositiveBigIntegerField(_("grootte"))
    sha256 = models.CharField(max_length=64)
    state = models.CharField(_("stand"), max_length=8, choices=FileState, default=FileState.WAITING)
    problem = models.CharField(_("wat er misging"), max_length=300, blank=True)
    done_part = models.PositiveSmallIntegerField(_("gelezen in procenten"), default=0)
    title = models.CharField(_("titel in het bestand"), max_length=300, blank=True)
    text = models.TextField(_("tekst"), blank=True)
    headings = models.JSONField(_("koppen"), default=list, blank=True)
    language = models.CharField(_("taal"), max_length=3, blank=True)
    dated_on = models.DateField(_("datum in het bestand"), null=True, blank=True)
    pages = models.PositiveIntegerField(_("bladzijden"), default=0)
    handed_in_at = models.DateTimeField(_("ingeleverd op"))
    read_at = models.DateTimeField(_("gelezen op"), null=True, blank=True)

    class Meta:
        verbose_name = _("bestand bij een kennisitem")
        verbose_name_plural = _("bestanden bij kennisitems")
        ordering = ["handed_in_at", "pk"]

    def __str__(self) -> str:
        return self.name


class Remark(models.Model):
    """A line in the conversation between author and editor about an item."""

    item = models.ForeignKey(KnowledgeItem, models.CASCADE, related_name="remarks")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    from_editor = models.BooleanField(_("van de redactie"), default=False)
    text = models.TextField(_("tekst"))
    at = models.DateTimeField(_("moment"))

    class Meta:
        verbose_name = _("opmerking bij een kennisitem")
        verbose_name_plural = _("opmerkingen bij kennisitems")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]
