"""Who may import the register, and when an import can be started."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.network.intake.kinds import BRANCH_LABELS, KIND_LABELS, Part
from steunpunt.network.intake.register import RegisterFile
from steunpunt.network.models import ImportState, RegisterImport
from steunpunt.network.queries.register import is_import_running, register_dates

STARTABLE = (ImportState.CHECKED, ImportState.FAILED)


def may_import(actor: Actor) -> bool:
    return actor.is_staff


def is_broken_off(imported: RegisterImport) -> bool:
    """It says that it is running, and nothing runs: the worker was killed, and the old state stands."""
    return imported.state == ImportState.RUNNING and not is_import_running()


def can_start(imported: RegisterImport) -> bool:
    return imported.state in STARTABLE or is_broken_off(imported)


def can_cancel(imported: RegisterImport) -> bool:
    return imported.state in STARTABLE


def needs_agreement(imported: RegisterImport) -> bool:
    """So much would be closed that the file may be half or swapped; somebody has to say that it is right."""
    return bool(imported.counts.get("large_closings")) and not imported.counts.get("closings_agreed")


def why_too_old(found: RegisterFile, day: date) -> str:
    """The sentence that refuses a file older than the register, naming its newest part; empty when recent enough."""
    dates = register_dates(found.dated_parts)
    part = max(dates, key=lambda part: (dates[part], part), default=None)
    if part is None or dates[part] <= day:
        return ""
    return _(
        "Dit bestand is van %(day)s, maar het register is voor %(part)s al bijgewerkt tot %(known)s. "
        "Een ouder bestand lees je niet in."
    ) % {"day": date_format(day), "part": part_label(part), "known": date_format(dates[part])}


def part_label(part: Part) -> str:
    """Dutch words for a part of the register: "schoolvestigingen (voortgezet onderwijs)"."""
    kind, branch = part
    return f"{KIND_LABELS[kind]} ({BRANCH_LABELS[branch]})" if branch in BRANCH_LABELS else KIND_LABELS[kind]
