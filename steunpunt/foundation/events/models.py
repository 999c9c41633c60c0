"""What was announced, and to whom it still has to be delivered."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class Retried(models.Model):
    """Work that is tried again when it fails, until it is given up."""

    next_try_at = models.DateTimeField(_("volgende poging"))
    attempts = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    last_error = models.TextField(_("laatste fout"), blank=True)
    failed_at = models.DateTimeField(_("opgegeven op"), null=True, blank=True)

    class Meta:
        abstract = True


class Announcement(models.Model):
    """An event, written in the same transaction as the deed that caused it."""

    event = models.CharField(_("gebeurtenis"), max_length=120)
    payload = models.JSONField(_("inhoud"), encoder=DjangoJSONEncoder)
    at = models.DateTimeField(_("moment"), auto_now_add=True)

    class Meta:
        verbose_name = _("aankondiging")
        verbose_name_plural = _("aankondigingen")

    def __str__(self) -> str:
        return self.event


class Delivery(Retried):
    """One subscriber's copy; stays open until its reaction went well or was given up."""

    announcement = models.ForeignKey(Announcement, models.CASCADE, related_name="deliveries")
    reaction = models.CharField(_("reactie"), max_length=200)
    done_at = models.DateTimeField(_("afgehandeld op"), null=True, blank=True)
    next_try_at = models.DateTimeField(_("volgende poging"), auto_now_add=True)

    class Meta:
        verbose_name = _("bezorging")
        verbose_name_plural = _("bezorgingen")
        indexes = [
            models.Index(
                fields=["next_try_at"],
                name="delivery_open",
                condition=models.Q(done_at__isnull=True, failed_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.announcement_id} → {self.reaction}"
