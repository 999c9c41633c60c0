"""The way back: who used an item and with what result, what somebody keeps at hand, and which themes one follows."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id
from steunpunt.network.models import Partnership, Role, Theme

from .item import KnowledgeItem


class ItemUse(models.Model):
    """Somebody used an item, changed this to it and saw that result."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    item = models.ForeignKey(KnowledgeItem, models.CASCADE, verbose_name=_("kennisitem"), related_name="uses")
    partnership = models.ForeignKey(
        Partnership, models.PROTECT, verbose_name=_("partnerschap"), null=True, blank=True, related_name="+"
    )
    role = models.ForeignKey(Role, models.PROTECT, verbose_name=_("rol"), null=True, blank=True, related_name="+")
    """As what it was used by somebody who works for no partnership."""
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("gemeld door"),
        null=True,
        blank=True,
        related_name="+",
    )
    adaptation = models.TextField(_("wat er anders ging"), blank=True)
    result = models.TextField(_("wat het opleverde"))
    copy = models.ForeignKey(
        KnowledgeItem, models.SET_NULL, verbose_name=_("eigen bewerking"), null=True, blank=True, related_name="+"
    )
    reported_at = models.DateTimeField(_("gemeld op"))
    told_at = models.DateTimeField(_("eigenaar bericht op"), null=True, blank=True)
    """When the owner of the item got mail about it, so that it is sent once."""
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("gebruik van een kennisitem")
        verbose_name_plural = _("gebruik van kennisitems")
        ordering = ["-reported_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(partnership__isnull=False) | models.Q(role__isnull=False),
                name="use_by_partnership_or_role",
            ),
            models.CheckConstraint(condition=~models.Q(result=""), name="use_has_result"),
        ]

    def __str__(self) -> str:
        return self.result[:60]


class Bookmark(models.Model):
    """An item that somebody wants to find again."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    item = models.ForeignKey(KnowledgeItem, models.CASCADE, verbose_name=_("kennisitem"), related_name="+")
    at = models.DateTimeField(_("bewaard op"))

    class Meta:
        verbose_name = _("bladwijzer")
        verbose_name_plural = _("bladwijzers")
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["account", "item"], name="bookmark_once")]

    def __str__(self) -> str:
        return str(self.item)


class ThemeFollow(models.Model):
    """Somebody wants mail when something is published with this theme, or with one that falls under it."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    theme = models.ForeignKey(Theme, models.CASCADE, verbose_name=_("thema"), related_name="+")
    at = models.DateTimeField(_("sinds"))
    told = ArrayField(models.CharField(max_length=12), verbose_name=_("bericht over"), default=list, blank=True)
    """Public ids of the latest items that were mailed about, so that one is never mailed twice."""

    class Meta:
        verbose_name = _("gevolgd thema")
        verbose_name_plural = _("gevolgde thema's")
        constraints = [models.UniqueConstraint(fields=["account", "theme"], name="theme_follow_once")]

    def __str__(self) -> str:
        return str(self.theme)
