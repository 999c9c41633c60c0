"""The real run: one transaction that changes the register wholly or not at all."""

import logging
from datetime import datetime

from django.db import Error, connection, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.network.intake.problems import UnreadableFile
from steunpunt.network.models import ImportState, RegisterImport, RegisterScope
from steunpunt.network.queries.register import LOCK_NAME, LOCK_SPACE, waiting_imports
from steunpunt.network.rules.register import needs_agreement
from steunpunt.network.rules.register_plan import Plan

from .applying import apply_plan
from .planning import counts_of, plan_for
from .progress import Progress

logger = logging.getLogger(__name__)


def run_waiting(*, at: datetime) -> list[str]:
    """Run every import that waits, in turn."""
    done = waiting_imports()
    for public_id in done:
        run_import(public_id, at=at)
    return done


def run_import(public_id: str, *, at: datetime) -> RegisterImport | None:
    """Read a waiting file into the register; None when it was not waiting (any more)."""
    waiting = RegisterImport.objects.filter(public_id=public_id, state=ImportState.WAITING)
    if not waiting.update(state=ImportState.RUNNING, started_at=at, progress=0, error=""):
        return None
    imported = RegisterImport.objects.get(public_id=public_id)
    try:
        with Progress(imported.pk) as progress, transaction.atomic():
            _read_in(imported, progress, at)
    except (Refusal, UnreadableFile) as error:
        _fail(imported, str(error))
    except Exception:
        logger.exception("register import %s failed", public_id)
        _fail(imported, _("Er ging iets mis. Er is niets veranderd; probeer het opnieuw of vraag de beheerder."))
    return imported


def _read_in(imported: RegisterImport, progress: Progress, at: datetime) -> None:
    _wait_for_turn()
    progress.tell(2)
    with imported.file.open("rb") as source:
        found, plan = plan_for(source, imported.reference_date)
    progress.tell(30)
    is_as_tried = plan.digest == imported.counts.get("plan")
    require(
        is_as_tried, _("Het register is sinds de proef veranderd. Draai de proef opnieuw en kijk wat er nu verandert.")
    )
    require(not needs_agreement(imported), _("Er vervalt zo veel dat iemand eerst moet zeggen dat het klopt."))
    apply_plan(plan, imported, progress)
    for kind, sector in found.updated_parts:
        RegisterScope.objects.update_or_create(
            kind=kind,
            sector=sector,
            defaults={"reference_date": imported.reference_date, "source": imported.source},
        )
    _finish(imported, plan, counts_of(found, plan), at)


def _wait_for_turn() -> None:
    """One import at a time; the lock goes when the transaction ends, however it ends."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [LOCK_SPACE, LOCK_NAME])


def _finish(imported: RegisterImport, plan: Plan, counts: dict[str, object], at: datetime) -> None:
    imported.state, imported.progress, imported.finished_at = ImportState.DONE, 100, at
    imported.counts = imported.counts | counts
    imported.save(update_fields=["state", "progress", "finished_at", "counts"])
    total = {name: sum(some[name] for some in plan.outcomes.values()) for name in ("new", "changed", "closed")}
    summary = _("Register ingelezen tot %(day)s: %(new)d nieuw, %(changed)d gewijzigd, %(closed)d vervallen.")
    record(
        by=Actor.for_system("register-import"),
        at=at,
        deed="register-imported",
        summary=summary % (total | {"day": date_format(imported.reference_date)}),
        subjects=[imported.reference],
    )


def _fail(imported: RegisterImport, sentence: str) -> None:
    """Note the fault; when even that cannot be written, the import shows as broken off."""
    imported.state, imported.error = ImportState.FAILED, sentence
    if not connection.in_atomic_block and not connection.is_usable():
        connection.close()
    try:
        imported.save(update_fields=["state", "error"])
    except Error:
        logger.exception("the fault of register import %s could not be noted", imported.public_id)
