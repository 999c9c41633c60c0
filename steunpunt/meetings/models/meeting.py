"""Meetings, the series that they stand in, and who leads them."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id
from steunpunt.foundation.sectors import Sector
from steunpunt.network.models import Partnership, Theme


class MeetingKind(models.TextChoices):
    """What sort of meeting it is."""

    THEME = "theme", _("themabijeenkomst")
    MIRROR = "mirror", _("spiegelbijeenkomst")
    REGIONAL = "regional", _("regiobijeenkomst")
    CONGRESS = "congress", _("congres")
    KNOWLEDGE_CIRCLE = "circle", _("kenniskring")
    ROUND_TABLE = "round_table", _("rondetafelgesprek")
    IMPROVISED = "improvised", _("losse werkvorm")


class MeetingState(models.TextChoices):
    """How far a meeting is; what has passed follows from its end."""

    DRAFT = "draft", _("concept")
    PUBLISHED = "published", _("op de agenda")
    CANCELLED = "cancelled", _("gaat niet door")


class Admission(models.TextChoices):
    """Who sees it and may register."""

    PUBLIC = "public", _("iedereen")
    INVITED = "invited", _("op uitnodiging")
    UNLISTED = "unlisted", _("alleen met de code")


class Series(models.Model):
    """Meetings that belong together; a later one tests what earlier ones concluded."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    slug = models.SlugField(_("adres"), max_length=100, unique=True)
    title = models.CharField(_("titel"), max_length=160)
    summary = models.TextField(_("waar gaat het over"), blank=True)
    is_example = models.BooleanField(_("voorbeeld"), default=False)

    class Meta:
        verbose_name = _("reeks")
        verbose_name_plural = _("reeksen")
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        return f"reeks:{self.public_id}"


class Meeting(models.Model):
    """People who come together on a day, at a place or online."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    slug = models.SlugField(_("adres"), max_length=100, unique=True)
    kind = models.CharField(_("soort"), max_length=12, choices=MeetingKind)
    state = models.CharField(_("stand"), max_length=10, choices=MeetingState, default=MeetingState.DRAFT)
    admission = models.CharField(_("voor wie"), max_length=10, choices=Admission, default=Admission.PUBLIC)
    series = models.ForeignKey(
        Series, models.PROTECT, verbose_name=_("reeks"), null=True, blank=True, related_name="meetings"
    )
    title = models.CharField(_("titel"), max_length=160)
    summary = models.TextField(_("waar gaat het over"), blank=True)
    starts_at = models.DateTimeField(_("begint"))
    ends_at = models.DateTimeField(_("eindigt"))
    venue = models.CharField(_("plaats"), max_length=160, blank=True)
    address = models.CharField(_("adres van de plaats"), max_length=250, blank=True)
    online_link = models.URLField(_("link om online mee te doen"), max_length=500, blank=True)
    """Shown to who registered only."""
    capacity = models.PositiveIntegerField(_("aantal plaatsen"), null=True, blank=True)
    """None: no limit. The row of the meeting is locked while a place is given away."""
    registration_until = models.DateTimeField(_("aanmelden kan tot"), null=True, blank=True)
    sectors = ArrayField(
        models.CharField(max_length=3, choices=Sector), verbose_name=_("sectoren"), default=list, blank=True
    )
    themes = models.ManyToManyField(Theme, verbose_name=_("thema's"), blank=True, related_name="+")
    partnership = models.ForeignKey(
        Partnership, models.PROTECT, verbose_name=_("georganiseerd door"), null=True, blank=True, related_name="+"
    )
    """Empty: the support point itself."""
    created_at = models.DateTimeField(_("begonnen op"))
    published_at = models.DateTimeField(_("op de agenda sinds"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("afgelast op"), null=True, blank=True)
    cancel_reason = models.CharField(_("waarom het niet doorgaat"), max_length=300, blank=True)
    is_example = models.BooleanField(_("voorbeeld"), default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("bijeenkomst")
        verbose_name_plural = _("bijeenkomsten")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="meeting_ends_after_begin",
                violation_error_message=_("Het einde moet na het begin liggen."),
            ),
            models.CheckConstraint(
                condition=models.Q(capacity__isnull=True) | models.Q(capacity__gt=0),
                name="meeting_capacity_not_zero",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="published") | models.Q(published_at__isnull=False),
                name="meeting_published_on_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        return f"bijeenkomst:{self.public_id}"


class MeetingLead(models.Model):
    """An account that prepares and leads a meeting: its organiser and facilitators."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="leads")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("account"), related_name="+")
    since = models.DateTimeField(_("sinds"))

    class Meta:
        verbose_name = _("leider van een bijeenkomst")
        verbose_name_plural = _("leiders van bijeenkomsten")
        ordering = ["since", "pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "account"], name="meeting_led_once_by_an_account")]

    def __str__(self) -> str:
        return f"{self.meeting_id}: {self.account_id}"
