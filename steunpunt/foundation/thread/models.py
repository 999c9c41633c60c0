"""The thread's one table: a dated link between two references."""

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


class Link(models.Model):
    """Source and target are references (`kind:public_id`), so that no room points up the house."""

    source = models.CharField(_("van"), max_length=60, db_index=True)
    target = models.CharField(_("naar"), max_length=60, db_index=True)
    relation = models.CharField(_("verband"), max_length=20, choices=Relation)
    at = models.DateTimeField(_("moment"))
    by = models.CharField(_("door"), max_length=60)
    moved_from = models.CharField(_("verplaatst van"), max_length=60, blank=True)
    """The reference that stood here before a merge, so that the merge can be undone."""

    class Meta:
        verbose_name = _("schakel")
        verbose_name_plural = _("schakels")
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "relation"], name="link_once"),
            models.CheckConstraint(condition=~models.Q(source=models.F("target")), name="link_not_to_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.relation} {self.target}"
