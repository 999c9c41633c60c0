"""The thread's one table: a dated link between two references."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class Relation(models.TextChoices):
    """How the target came out of the source; the label reads from source to target."""

    RAISED_IN = "raised_in", _("ingebracht in")
    PRIORITISED_IN = "prioritised_in", _("gekozen in")
    CONCLUDED_IN = "concluded_in", _("conclusie in")
    RECOMMENDED_IN = "recommended_in", _("aanbevolen in")
    ANSWERED_BY = "answered_by", _("beantwoord door")
    COMMITTED_IN = "committed_in", _("toegezegd in")
    REALISED_IN = "realised_in", _("gerealiseerd in")
    DERIVED_FROM = "derived_from", _("afgeleid van")
    REPLACED_BY = "replaced_by", _("vervangen door")
    TESTED_IN = "tested_in", _("getoetst in")
    MERGED_INTO = "merged_into", _("samengevoegd met")
    USED_IN = "used_in", _("gebruikt in")


UNMOVED = models.Q(source_was=[], target_was=[])


class Link(models.Model):
    """Source and target are references (`kind:public_id`), so that no room points up the house."""

    source = models.CharField(_("van"), max_length=60, db_index=True)
    target = models.CharField(_("naar"), max_length=60, db_index=True)
    relation = models.CharField(_("verband"), max_length=20, choices=Relation)
    at = models.DateTimeField(_("moment"))
    by = models.CharField(_("door"), max_length=60)
    source_was = ArrayField(models.CharField(max_length=60), verbose_name=_("was van"), default=list, blank=True)
    target_was = ArrayField(models.CharField(max_length=60), verbose_name=_("was naar"), default=list, blank=True)
    """Where each end hung before, one reference per merge, so that merges can be undone in any order."""

    class Meta:
        verbose_name = _("schakel")
        verbose_name_plural = _("schakels")
        ordering = ["at", "id"]
        constraints = [
            # A merge may bring links together; the thread shows them once, and undoing parts them again.
            models.UniqueConstraint(fields=["source", "target", "relation"], condition=UNMOVED, name="link_once"),
            models.CheckConstraint(
                condition=~models.Q(source=models.F("target")) | ~UNMOVED, name="link_not_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.relation} {self.target}"
