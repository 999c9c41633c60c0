"""Who comes to a meeting: registrations, the waiting list, and which parts people chose."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id
from steunpunt.foundation.sectors import Sector
from steunpunt.network.models import Partnership

from .meeting import Meeting
from .programme import ProgrammeItem


def new_link() -> str:
    """A secret that opens somebody's own page without an account."""
    return secrets.token_urlsafe(24)


class RegistrationState(models.TextChoices):
    """Whether somebody has a place."""

    REGISTERED = "registered", _("aangemeld")
    WAITING = "waiting", _("op de wachtlijst")
    WITHDRAWN = "withdrawn", _("afgemeld")


class AttendedHow(models.TextChoices):
    """How it was noted that somebody was there."""

    CODE = "code", _("met de QR-code")
    HAND = "hand", _("met de hand")


class Registration(models.Model):
    """Somebody who wants to come, with or without an account. One per address and meeting."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="registrations")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        related_name="+",
    )
    name = models.CharField(_("naam"), max_length=120, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    """Empty, like the name, when the person was erased: the place still counts."""
    organisation = models.CharField(_("organisatie"), max_length=160, blank=True)
    partnership = models.ForeignKey(
        Partnership, models.SET_NULL, verbose_name=_("partnerschap"), null=True, blank=True, related_name="+"
    )
    sector = models.CharField(_("sector"), max_length=3, choices=Sector, blank=True)
    diet = models.CharField(_("dieetwensen"), max_length=300, blank=True)
    access = models.CharField(_("wat iemand nodig heeft om mee te doen"), max_length=300, blank=True)
    """Both are for whoever leads the meeting, and go thirty days after it."""
    state = models.CharField(_("stand"), max_length=10, choices=RegistrationState)
    link = models.CharField(max_length=40, unique=True, default=new_link, editable=False)
    turn = models.PositiveIntegerField(_("volgnummer"))
    """Given out while the meeting is locked, so that it says who pressed first."""
    substitute_of = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("komt in plaats van"), null=True, blank=True, related_name="substitutes"
    )
    registered_at = models.DateTimeField(_("aangemeld op"))
    withdrawn_at = models.DateTimeField(_("afgemeld op"), null=True, blank=True)
    attended_at = models.DateTimeField(_("binnen sinds"), null=True, blank=True)
    attended_how = models.CharField(_("hoe genoteerd"), max_length=4, choices=AttendedHow, blank=True)
    told = models.CharField(max_length=64, blank=True)
    """The time and place that this person heard of last, as a digest."""
    told_of_cancelling_at = models.DateTimeField(null=True, blank=True)
    reminded_week_for = models.DateTimeField(null=True, blank=True)
    reminded_day_for = models.DateTimeField(null=True, blank=True)
    """For which begin the reminder went: a meeting that moves gets new ones."""
    evaluation_asked_at = models.DateTimeField(null=True, blank=True)
    evaluated_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("aanmelding")
        verbose_name_plural = _("aanmeldingen")
        ordering = ["turn", "pk"]
        constraints = [
            models.UniqueConstraint(
                "meeting", Lower("email"), condition=~models.Q(email=""), name="registration_once_per_address"
            ),
            models.UniqueConstraint(fields=["meeting", "turn"], name="registration_turn_once"),
            models.CheckConstraint(
                condition=models.Q(attended_at__isnull=True, attended_how="")
                | (models.Q(attended_at__isnull=False) & ~models.Q(attended_how="")),
                name="registration_attended_somehow",
            ),
        ]
        indexes = [models.Index(fields=["meeting", "state", "turn"], name="registration_queue")]

    def __str__(self) -> str:
        return self.name or self.public_id

    @property
    def reference(self) -> str:
        return f"aanmelding:{self.public_id}"

    @property
    def has_place(self) -> bool:
        return self.state == RegistrationState.REGISTERED

    @property
    def is_waiting(self) -> bool:
        return self.state == RegistrationState.WAITING


class PartChoice(models.Model):
    """Somebody goes to a part of the programme; of each round at most one."""

    registration = models.ForeignKey(Registration, models.CASCADE, related_name="choices")
    part = models.ForeignKey(ProgrammeItem, models.CASCADE, related_name="choices")

    class Meta:
        verbose_name = _("gekozen onderdeel")
        verbose_name_plural = _("gekozen onderdelen")
        ordering = ["part__starts_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["registration", "part"], name="part_chosen_once")]

    def __str__(self) -> str:
        return f"{self.registration_id}: {self.part_id}"
