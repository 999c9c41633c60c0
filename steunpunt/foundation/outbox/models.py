"""Mail that waits, was sent, or was given up."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.events.models import Retried


class Mail(Retried):
    """One mail to one address. Its text and file go when it is sent (except in the example), the row some time later."""

    to = models.EmailField(_("aan"))
    subject = models.CharField(_("onderwerp"), max_length=200)
    text = models.TextField(_("tekst"))
    file_name = models.CharField(_("naam van de bijlage"), max_length=100, blank=True)
    file_text = models.TextField(_("bijlage"), blank=True)
    """A small file of text that goes along, such as a calendar file; its kind follows from its name."""
    created_at = models.DateTimeField(_("gemaakt op"))
    sent_at = models.DateTimeField(_("verstuurd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        indexes = [
            models.Index(
                fields=["next_try_at"],
                name="mail_waiting",
                condition=models.Q(sent_at__isnull=True, failed_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return self.subject
