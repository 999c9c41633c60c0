"""Who was asked to come to a meeting, and what they said."""

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id

from .meeting import Meeting
from .registration import Registration, new_link


class InvitationAnswer(models.TextChoices):
    """What the invited person said."""

    NONE = "none", _("nog geen antwoord")
    ACCEPTED = "accepted", _("komt")
    DECLINED = "declined", _("komt niet")


class MeetingInvitation(models.Model):
    """An invitation by mail. Whoever holds its link may read the meeting and register."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mailadres"), blank=True)
    name = models.CharField(_("naam"), max_length=120, blank=True)
    on_behalf_of = models.CharField(_("namens"), max_length=160, blank=True)
    """The organisation or partnership that was asked, in words."""
    link = models.CharField(max_length=40, unique=True, default=new_link, editable=False)
    answer = models.CharField(_("antwoord"), max_length=8, choices=InvitationAnswer, default=InvitationAnswer.NONE)
    registration = models.ForeignKey(
        Registration, models.SET_NULL, null=True, blank=True, related_name="invitations", verbose_name=_("aanmelding")
    )
    sent_at = models.DateTimeField(_("verstuurd op"))
    reminded_at = models.DateTimeField(_("herinnerd op"), null=True, blank=True)
    answered_at = models.DateTimeField(_("antwoord op"), null=True, blank=True)

    class Meta:
        verbose_name = _("uitnodiging voor een bijeenkomst")
        verbose_name_plural = _("uitnodigingen voor bijeenkomsten")
        ordering = ["on_behalf_of", "email", "pk"]
        constraints = [
            models.UniqueConstraint(
                "meeting", Lower("email"), condition=~models.Q(email=""), name="meeting_invitation_once_per_address"
            )
        ]

    def __str__(self) -> str:
        return self.email or self.public_id
