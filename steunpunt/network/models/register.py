"""Register imports: what was read, what it would change, and what was done."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id


class ImportState(models.TextChoices):
    """How far an import is."""

    CHECKED = "checked", _("proef gedraaid")
    WAITING = "waiting", _("wacht op uitvoering")
    RUNNING = "running", _("bezig")
    DONE = "done", _("ingelezen")
    FAILED = "failed", _("mislukt")
    CANCELLED = "cancelled", _("niet uitgevoerd")


class RegisterImport(models.Model):
    """One file: its dry run and, when staff say so, its real run."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    file_name = models.CharField(_("bestandsnaam"), max_length=200)
    file = models.FileField(_("bestand"), upload_to="register/")
    checksum = models.CharField(_("controlegetal"), max_length=64)
    shape = models.CharField(_("vorm"), max_length=40)
    reference_date = models.DateField(_("peildatum"))
    source = models.CharField(_("bron"), max_length=200)
    scope = models.JSONField(_("reikwijdte"), default=list)
    """List of [kind, sector] pairs for which "missing from the file" means closed."""
    counts = models.JSONField(_("aantallen"), default=dict)
    state = models.CharField(_("stand"), max_length=10, choices=ImportState, default=ImportState.CHECKED)
    progress = models.PositiveSmallIntegerField(_("voortgang"), default=0)
    error = models.TextField(_("fout"), blank=True)
    created_at = models.DateTimeField(_("aangeboden op"))
    created_by = models.CharField(_("aangeboden door"), max_length=60)
    started_at = models.DateTimeField(_("gestart op"), null=True, blank=True)
    finished_at = models.DateTimeField(_("klaar op"), null=True, blank=True)

    class Meta:
        verbose_name = _("registerimport")
        verbose_name_plural = _("registerimports")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def reference(self) -> str:
        return f"import:{self.public_id}"


class RowOutcome(models.TextChoices):
    """What a row of the file does."""

    NEW = "new", _("nieuw")
    CHANGED = "changed", _("gewijzigd")
    CLOSED = "closed", _("vervallen")
    REFUSED = "refused", _("geweigerd")
    WARNING = "warning", _("let op")


class ImportRow(models.Model):
    """One line of the report of an import."""

    register_import = models.ForeignKey(RegisterImport, models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField(_("regel"), null=True, blank=True)
    outcome = models.CharField(_("uitkomst"), max_length=8, choices=RowOutcome)
    kind = models.CharField(_("soort"), max_length=24, blank=True)
    code = models.CharField(_("code"), max_length=12, blank=True)
    name = models.CharField(_("naam"), max_length=250, blank=True)
    column = models.CharField(_("kolom"), max_length=60, blank=True)
    old = models.CharField(_("stond er"), max_length=250, blank=True)
    new = models.CharField(_("wordt"), max_length=250, blank=True)
    reason = models.CharField(_("reden"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("regel van een import")
        verbose_name_plural = _("regels van imports")
        ordering = ["id"]
        indexes = [models.Index(fields=["register_import", "outcome"], name="import_row_outcome")]

    def __str__(self) -> str:
        return f"{self.outcome} {self.code}"


class RegisterScope(models.Model):
    """How recent the register is for a kind and a sector; an older file is refused."""

    kind = models.CharField(_("soort"), max_length=24)
    sector = models.CharField(_("sector"), max_length=3, blank=True)
    reference_date = models.DateField(_("peildatum"))
    source = models.CharField(_("bron"), max_length=200)

    class Meta:
        verbose_name = _("stand van het register")
        verbose_name_plural = _("standen van het register")
        constraints = [models.UniqueConstraint(fields=["kind", "sector"], name="register_scope_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.sector} {self.reference_date}"
