"""Offering a file: it is kept, read and tried; nothing in the register changes."""

import hashlib
from datetime import date, datetime
from typing import IO, cast

from django.core.files.base import File
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.network.intake.problems import UnreadableFile
from steunpunt.network.models import ImportState, RegisterImport
from steunpunt.network.rules.register import can_cancel, can_start, may_import

from .planning import counts_of, plan_for
from .reporting import write_report

ONLY_STAFF = gettext_lazy("Alleen medewerkers van het steunpunt lezen het register in.")
TOO_LATE = gettext_lazy("Deze import is al bezig of klaar.")


def offer_file(file: File, *, reference_date: date, by: Actor, at: datetime, source: str = "") -> RegisterImport:
    """Keep a file with its dry run; a file that cannot be used is refused with the reason."""
    require(may_import(by), ONLY_STAFF)
    require(reference_date <= localdate(at), _("Deze peildatum ligt in de toekomst."), field="reference_date")
    try:
        found, plan = plan_for(cast("IO[bytes]", file.file), reference_date)
    except UnreadableFile as error:
        raise Refusal(error.sentence, field="file") from error
    with transaction.atomic():
        imported = RegisterImport(
            file_name=str(file.name).rsplit("/", 1)[-1][:200],
            checksum=_checksum(file),
            shape=found.shape.code,
            reference_date=reference_date,
            source=source or _source_of(found.shape.label),
            scope=[list(part) for part in found.parts],
            counts=counts_of(found, plan),
            created_at=at,
            created_by=by.reference,
        )
        imported.file.save(f"{imported.public_id}{_suffix(imported.file_name)}", file, save=False)
        imported.save()
        write_report(imported, plan)
        _record(imported, by, at, "register-checked", _("Registerbestand %(name)s is op proef gelezen."))
    return imported


def try_again(imported: RegisterImport, *, by: Actor, at: datetime) -> RegisterImport:
    """Repeat the dry run, because the register changed since."""
    require(may_import(by), ONLY_STAFF)
    require(can_start(imported), TOO_LATE)
    with imported.file.open("rb") as source:
        try:
            found, plan = plan_for(source, imported.reference_date)
        except UnreadableFile as error:
            raise Refusal(error.sentence) from error
    with transaction.atomic():
        imported = _locked(imported)
        require(can_start(imported), TOO_LATE)
        imported.counts, imported.state, imported.error = counts_of(found, plan), ImportState.CHECKED, ""
        imported.save(update_fields=["counts", "state", "error"])
        write_report(imported, plan)
        _record(imported, by, at, "register-checked", _("Registerbestand %(name)s is opnieuw op proef gelezen."))
    return imported


def cancel_import(imported: RegisterImport, *, by: Actor, at: datetime) -> RegisterImport:
    """Decide that a tried file will not be read in."""
    require(may_import(by), ONLY_STAFF)
    with transaction.atomic():
        imported = _locked(imported)
        require(can_cancel(imported), TOO_LATE)
        imported.state = ImportState.CANCELLED
        imported.save(update_fields=["state"])
        _record(imported, by, at, "register-cancelled", _("Registerbestand %(name)s wordt niet ingelezen."))
    return imported


def _locked(imported: RegisterImport) -> RegisterImport:
    """As it stands now, held until the transaction ends: somebody else may have started it meanwhile."""
    return RegisterImport.objects.select_for_update().get(pk=imported.pk)


def _record(imported: RegisterImport, by: Actor, at: datetime, deed: str, sentence: str) -> None:
    summary = sentence % {"name": imported.file_name}
    days = {"peildatum": ["", date_format(imported.reference_date)]}
    record(by=by, at=at, deed=deed, summary=summary, subjects=[imported.reference], changes=days)


def _source_of(label: str) -> str:
    """`het DUO-bestand met …` as the name of a source."""
    return label.removeprefix("het ").removeprefix("een ")[:200]


def _checksum(file: File) -> str:
    total = hashlib.sha256()
    for chunk in file.chunks():
        total.update(chunk)
    file.seek(0)
    return total.hexdigest()


def _suffix(name: str) -> str:
    lower = name.lower()
    return next((suffix for suffix in (".csv.gz", ".gz", ".zip") if lower.endswith(suffix)), ".csv")
