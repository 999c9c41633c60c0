"""The ledger's one table; a database trigger refuses to change or remove a row."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _


class LedgerEntry(models.Model):
    """One deed. `subjects` holds the references on whose pages it shows, the main one first."""

    at = models.DateTimeField(_("moment"), db_index=True)
    actor = models.CharField(_("door"), max_length=60)
    deed = models.CharField(_("daad"), max_length=60)
    summary = models.CharField(_("omschrijving"), max_length=300)
    subjects = ArrayField(models.CharField(max_length=60), verbose_name=_("onderwerpen"))
    changes = models.JSONField(_("wijzigingen"), default=dict, blank=True)
    actor_label: str
    """Whose deed it was, as a role; `queries.history_of` fills it in."""

    class Meta:
        verbose_name = _("grootboekregel")
        verbose_name_plural = _("grootboekregels")
        ordering = ["-at", "-id"]
        indexes = [GinIndex(fields=["subjects"], name="ledger_subjects")]

    def __str__(self) -> str:
        return self.summary

    @property
    def altered(self) -> dict[str, list | None]:
        """The fields that had another value before; what is simply new stands in the summary."""
        return {name: pair for name, pair in self.changes.items() if pair is None or pair[0] not in (None, "", False)}
