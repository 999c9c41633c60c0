"""When harvesters have to fetch an item again."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from .item import KnowledgeItem


class HarvestMark(models.Model):
    """An item that the world may or might once see, and when that last changed.

    Whether it may still be seen is asked of the item itself each time, so that a mark that
    runs behind shows nothing.
    """

    item = models.OneToOneField(KnowledgeItem, models.PROTECT, verbose_name=_("item"), related_name="+")
    changed_at = models.DateTimeField(_("gewijzigd op"))
    """In whole seconds, as the protocol has it."""
    sets = ArrayField(models.CharField(max_length=120), verbose_name=_("verzamelingen"), default=list, blank=True)
    fingerprint = models.CharField(_("vingerafdruk"), max_length=64, blank=True)
    """Of what the world may see; empty when that is nothing any more."""

    class Meta:
        verbose_name = _("merkteken voor verzamelaars")
        verbose_name_plural = _("merktekens voor verzamelaars")
        ordering = ["changed_at", "pk"]
        indexes = [
            models.Index(fields=["changed_at", "id"], name="harvest_mark_order"),
            GinIndex(fields=["sets"], name="harvest_mark_sets"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.changed_at:%Y-%m-%d}"
