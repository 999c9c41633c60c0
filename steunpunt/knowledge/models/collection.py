"""Collections: items that somebody put together under one heading, in an order, each with a word of why."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id
from steunpunt.network.models import Partnership

from .item import KnowledgeItem


class Collection(models.Model):
    """A reading list, of one person until it is made public."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    title = models.CharField(_("titel"), max_length=120)
    intro = models.TextField(_("waarvoor is het"), max_length=1000, blank=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("samengesteld door"),
        null=True,
        blank=True,
        related_name="+",
    )
    partnership = models.ForeignKey(
        Partnership, models.PROTECT, verbose_name=_("namens"), null=True, blank=True, related_name="+"
    )
    """In whose name it stands when it is public; empty is the support point."""
    is_public = models.BooleanField(_("voor iedereen"), default=False)
    changed_at = models.DateTimeField(_("gewijzigd op"))
    is_example = models.BooleanField(_("voorbeeld"), default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("verzameling")
        verbose_name_plural = _("verzamelingen")
        ordering = ["title", "pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(title=""), name="collection_has_title")]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        return f"verzameling:{self.public_id}"


class CollectedItem(models.Model):
    """An item in a collection."""

    collection = models.ForeignKey(Collection, models.CASCADE, related_name="entries")
    item = models.ForeignKey(KnowledgeItem, models.CASCADE, verbose_name=_("kennisitem"), related_name="+")
    note = models.CharField(_("waarom het erbij hoort"), max_length=300, blank=True)
    place = models.PositiveIntegerField(_("plaats"))

    class Meta:
        verbose_name = _("bijdrage in een verzameling")
        verbose_name_plural = _("bijdragen in een verzameling")
        ordering = ["place", "pk"]
        constraints = [models.UniqueConstraint(fields=["collection", "item"], name="collected_once")]

    def __str__(self) -> str:
        return str(self.item)
