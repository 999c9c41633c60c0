"""The programme of a meeting: its parts, after each other and beside each other."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id

from .meeting import Meeting


class ProgrammeItem(models.Model):
    """A part of the programme. Parts of one round stand beside each other, and who comes chooses between them."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    title = models.CharField(_("titel"), max_length=160)
    description = models.TextField(_("wat gebeurt er"), blank=True)
    starts_at = models.DateTimeField(_("begint"))
    ends_at = models.DateTimeField(_("eindigt"))
    round = models.PositiveSmallIntegerField(_("ronde"), null=True, blank=True)
    """Parts with the same number are held at the same time; empty: for everybody."""
    room = models.CharField(_("zaal"), max_length=120, blank=True)
    online_link = models.URLField(_("eigen link om online mee te doen"), max_length=500, blank=True)
    capacity = models.PositiveIntegerField(_("aantal plaatsen"), null=True, blank=True)

    class Meta:
        verbose_name = _("programmaonderdeel")
        verbose_name_plural = _("programmaonderdelen")
        ordering = ["starts_at", "round", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="programme_item_ends_after_begin",
                violation_error_message=_("Het einde moet na het begin liggen."),
            ),
            models.CheckConstraint(
                condition=models.Q(capacity__isnull=True) | models.Q(capacity__gt=0),
                name="programme_item_capacity_not_zero",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        return f"onderdeel:{self.public_id}"
