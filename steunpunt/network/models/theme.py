"""The theme tree: what a contact person, a practice or a question is about."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id


class Theme(models.Model):
    """A theme; the tree is two deep in practice, the model allows more."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    slug = models.SlugField(_("adres"), max_length=60, unique=True)
    title = models.CharField(_("titel"), max_length=80)
    keyword_line = models.CharField(_("trefwoorden"), max_length=200, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("valt onder"), null=True, blank=True, related_name="+"
    )
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    class Meta:
        verbose_name = _("thema")
        verbose_name_plural = _("thema's")
        ordering = ["position", "title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
                name="theme_not_its_own_parent",
            )
        ]

    def __str__(self) -> str:
        return self.title
