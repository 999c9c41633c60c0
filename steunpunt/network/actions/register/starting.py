"""Starting an import: from here on the worker does the reading."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.boards import due
from steunpunt.foundation.ledger.actions import record
from steunpunt.network.models import ImportState, RegisterImport
from steunpunt.network.rules.register import can_start, may_import, needs_agreement

JOB = "register-import"


def start_import(imported: RegisterImport, *, by: Actor, at: datetime) -> RegisterImport:
    """Put a tried file in line to be read in; also again, after a fault or a killed worker."""
    require(may_import(by), _("Alleen medewerkers van het steunpunt lezen het register in."))
    with transaction.atomic():
        imported = RegisterImport.objects.select_for_update().get(pk=imported.pk)
        require(can_start(imported), _("Deze import is al bezig of klaar."))
        require(not needs_agreement(imported), _("Zeg eerst dat het klopt dat er zo veel vervalt."), field="agreed")
        return _put_in_line(imported, by, at)


def start_import_with_closings(imported: RegisterImport, *, by: Actor, at: datetime) -> RegisterImport:
    """The same, by somebody who says that it is right that so much is closed."""
    require(may_import(by), _("Alleen medewerkers van het steunpunt lezen het register in."))
    with transaction.atomic():
        imported = RegisterImport.objects.select_for_update().get(pk=imported.pk)
        require(can_start(imported), _("Deze import is al bezig of klaar."))
        imported.counts["closings_agreed"] = True
        return _put_in_line(imported, by, at)


def _put_in_line(imported: RegisterImport, by: Actor, at: datetime) -> RegisterImport:
    imported.state, imported.error, imported.progress = ImportState.WAITING, "", 0
    imported.save(update_fields=["state", "error", "progress", "counts"])
    summary = _("Het inlezen van registerbestand %(name)s is gestart.") % {"name": imported.file_name}
    record(by=by, at=at, deed="register-started", summary=summary, subjects=[imported.reference])
    due.get(JOB).enqueue()
    return imported
