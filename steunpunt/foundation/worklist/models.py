"""An item of the work list."""

import secrets

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id


def new_token() -> str:
    """A secret that cannot be guessed: 24 random bytes."""
    return secrets.token_urlsafe(24)


class WorkState(models.TextChoices):
    """Where an item stands."""

    OPEN = "open", _("wacht op antwoord")
    ACCEPTED = "accepted", _("overgenomen")
    DECLINED = "declined", _("niet overgenomen")


class WorkItem(models.Model):
    """Something that somebody asks and somebody else decides. The proposer follows it by its token."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    kind = models.CharField(_("soort"), max_length=40, db_index=True)
    subject = models.CharField(_("onderwerp"), max_length=60, db_index=True)
    title = models.CharField(_("titel"), max_length=200)
    data = models.JSONField(_("inhoud"), default=dict, encoder=DjangoJSONEncoder)
    state = models.CharField(_("stand"), max_length=10, choices=WorkState, default=WorkState.OPEN)
    opened_at = models.DateTimeField(_("ingediend op"))
    opened_by = models.CharField(_("ingediend door"), max_length=60)
    reply_to = models.EmailField(_("antwoord naar"), blank=True)
    decided_at = models.DateTimeField(_("besloten op"), null=True, blank=True)
    decided_by = models.CharField(_("besloten door"), max_length=60, blank=True)
    answer = models.TextField(_("antwoord"), blank=True)

    class Meta:
        verbose_name = _("werkpunt")
        verbose_name_plural = _("werkpunten")
        ordering = ["opened_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=WorkState.OPEN) | models.Q(decided_at__isnull=False),
                name="work_item_decided_has_moment",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        return f"verzoek:{self.public_id}"

    @property
    def is_open(self) -> bool:
        return self.state == WorkState.OPEN
