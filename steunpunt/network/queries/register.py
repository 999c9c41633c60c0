"""Reading about register imports: which there are, how recent the register is, and the official names."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import connection
from django.db.models import Count, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.network.intake.kinds import KIND_LABELS, Part
from steunpunt.network.intake.places import Gazetteer, PostcodeArea
from steunpunt.network.models import ImportRow, ImportState, Municipality, Postcode, RegisterImport, RegisterScope

LOCK_SPACE, LOCK_NAME = 7207, 1
"""The advisory lock that a running import holds until its transaction ends, however it ends."""


def visible_imports(actor: Actor) -> QuerySet[RegisterImport]:
    """Imports are for staff."""
    imports = RegisterImport.objects.all()
    return imports if actor.is_staff else imports.none()


def waiting_imports() -> list[str]:
    waiting = RegisterImport.objects.filter(state=ImportState.WAITING).order_by("created_at")
    return list(waiting.values_list("public_id", flat=True))


def was_read_in(file_name: str, on: date) -> bool:
    """Whether a file of that name and reference date stands in the register."""
    done = RegisterImport.objects.filter(state=ImportState.DONE)
    return done.filter(file_name=file_name, reference_date=on).exists()


def report_rows(imported: RegisterImport, outcome: str = "") -> QuerySet[ImportRow]:
    """The lines of an import's report, of one outcome when asked."""
    rows = ImportRow.objects.filter(register_import=imported)
    return rows.filter(outcome=outcome) if outcome else rows


def outcome_counts(imported: RegisterImport) -> dict[str, int]:
    """How many lines the report has of each outcome."""
    rows = report_rows(imported).order_by().values_list("outcome")
    return dict(rows.annotate(number=Count("pk")))


def report_table(imported: RegisterImport) -> Iterator[tuple[object, ...]]:
    """The whole report for a download, in the order of `REPORT_COLUMNS`."""
    for row in report_rows(imported).iterator(chunk_size=2000):
        kind = KIND_LABELS.get(row.kind, "")
        yield row.get_outcome_display(), row.line, kind, row.code, row.name, row.column, row.old, row.new, row.reason


REPORT_COLUMNS = ("uitkomst", "regel", "soort", "code", "naam", "kolom", "stond er", "wordt", "reden")


def register_dates(parts: Iterable[Part]) -> dict[Part, date]:
    """How recent the register is for each of these parts; a part that was never read is left out."""
    asked = set(parts)
    scopes = RegisterScope.objects.values_list("kind", "sector", "reference_date")
    return {(kind, sector): day for kind, sector, day in scopes if (kind, sector) in asked}


def is_import_running() -> bool:
    """Whether some process is in the middle of an import: it holds the lock as long as it lives."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select exists (select from pg_locks where locktype = 'advisory' and granted and classid = %s"
            " and objid = %s and objsubid = 2 and database ="
            " (select oid from pg_database where datname = current_database()))",
            [LOCK_SPACE, LOCK_NAME],
        )
        return bool(cursor.fetchone()[0])


def gazetteer() -> Gazetteer:
    """The official names of municipalities and places, as far as they have been read."""
    names = Municipality.objects.values_list("code", "name")
    areas = Postcode.objects.values_list("digits", "place", "municipality_id", "latitude", "longitude")
    return Gazetteer.of(
        names,
        (
            PostcodeArea(digits, place, municipality or "", latitude, longitude)
            for digits, place, municipality, latitude, longitude in areas.iterator()
        ),
    )
