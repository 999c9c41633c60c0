"""Invitations: a role that somebody is asked by mail to take up, behind a secret link."""

import hashlib
from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id

from .organisation import Organisation
from .partnership import Partnership
from .people import Person, Role


def digest_of(token: str) -> str:
    """What we keep of a secret link, so that a copy of the database opens nothing."""
    return hashlib.sha256(token.encode()).hexdigest()


class Invitation(models.Model):
    """An offered role. Whoever holds the link may accept it once, until `valid_until`."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    email = models.EmailField(_("e-mailadres"))
    first_name = models.CharField(_("voornaam"), max_length=80, blank=True)
    last_name = models.CharField(_("achternaam"), max_length=120, blank=True)
    person = models.ForeignKey(
        Person, models.CASCADE, verbose_name=_("persoon"), null=True, blank=True, related_name="invitations"
    )
    partnership = models.ForeignKey(
        Partnership, models.CASCADE, verbose_name=_("partnerschap"), related_name="invitations"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("organisatie"), null=True, blank=True, related_name="+"
    )
    role = models.ForeignKey(Role, models.PROTECT, verbose_name=_("rol"), related_name="+")
    invited_at = models.DateTimeField(_("uitgenodigd op"))
    invited_by = models.CharField(_("uitgenodigd door"), max_length=60)
    valid_until = models.DateTimeField(_("geldig tot"))
    accepted_at = models.DateTimeField(_("aangenomen op"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("uitnodiging")
        verbose_name_plural = _("uitnodigingen")
        ordering = ["-invited_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(accepted_at__isnull=True) | models.Q(withdrawn_at__isnull=True),
                name="invitation_accepted_or_withdrawn",
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} ({self.public_id})"

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def is_open(self, at: datetime) -> bool:
        return self.accepted_at is None and self.withdrawn_at is None and at < self.valid_until
