"""Who takes part, without a name, and what each voter brings."""

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id
from steunpunt.foundation.sectors import Sector
from steunpunt.network.models import Partnership

from .activity import Activity, Subgroup


class Participant(models.Model):
    """A device that joined. It has no name: only what the tally may split by, when the facilitator asked for it."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="participants")
    token = models.CharField(max_length=64)
    """A hash of the secret in the cookie of the device."""
    subgroup = models.ForeignKey(
        Subgroup, models.SET_NULL, verbose_name=_("subgroep"), null=True, blank=True, related_name="participants"
    )
    sector = models.CharField(_("sector"), max_length=3, choices=Sector, blank=True)
    partnership = models.ForeignKey(
        Partnership, models.PROTECT, verbose_name=_("partnerschap"), null=True, blank=True, related_name="+"
    )
    joined_at = models.DateTimeField(_("doet mee sinds"))
    seen_at = models.DateTimeField(_("laatst gezien"))

    class Meta:
        verbose_name = _("deelnemer aan een werkvorm")
        verbose_name_plural = _("deelnemers aan een werkvorm")
        ordering = ["joined_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["activity", "token"], name="participant_device_once")]

    def __str__(self) -> str:
        return f"{self.activity_id}: {self.pk}"


class Contribution(models.Model):
    """What one voter handed in; handing in again replaces it. Typed over from paper it has neither device nor pen."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="contributions")
    participant = models.ForeignKey(
        Participant, models.SET_NULL, verbose_name=_("deelnemer"), null=True, blank=True, related_name="+"
    )
    subgroup = models.ForeignKey(
        Subgroup, models.PROTECT, verbose_name=_("subgroep"), null=True, blank=True, related_name="+"
    )
    """The voter when the group votes."""
    content: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(
        _("inbreng"), default=dict, encoder=DjangoJSONEncoder
    )
    version = models.PositiveSmallIntegerField(default=1)
    """Of the shape of the content."""
    people = models.PositiveSmallIntegerField(_("aantal mensen"), default=1)
    from_paper = models.BooleanField(_("van papier overgetypt"), default=False)
    sent_key = models.CharField(max_length=40, blank=True)
    """Made by the phone for one press on the button, so that a repeated request changes nothing."""
    made_at = models.DateTimeField(_("ingebracht op"))
    changed_at = models.DateTimeField(_("gewijzigd op"))

    class Meta:
        verbose_name = _("inbreng")
        verbose_name_plural = _("inbreng")
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "participant"],
                condition=models.Q(participant__isnull=False, subgroup__isnull=True),
                name="contribution_once_per_participant",
            ),
            models.UniqueConstraint(
                fields=["activity", "subgroup"],
                condition=models.Q(subgroup__isnull=False),
                name="contribution_once_per_subgroup",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def reference(self) -> str:
        return f"inbreng:{self.public_id}"
