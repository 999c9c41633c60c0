"""Mail that waits, was sent, or could not be sent."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Mail(models.Model):
    """One mail to one address. The text is removed some time after sending."""

    to = models.EmailField(_("aan"))
    subject = models.CharField(_("onderwerp"), max_length=200)
    text = models.TextField(_("tekst"))
    dedupe_key = models.CharField(_("sleutel"), max_length=120, null=True, blank=True, unique=True)
    created_at = models.DateTimeField(_("gemaakt op"))
    sent_at = models.DateTimeField(_("verstuurd op"), null=True, blank=True)
    next_try_at = models.DateTimeField(_("volgende poging"))
    attempts = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    last_error = models.TextField(_("laatste fout"), blank=True)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        indexes = [models.Index(fields=["next_try_at"], name="mail_waiting", condition=models.Q(sent_at__isnull=True))]

    def __str__(self) -> str:
        return self.subject
