"""The report of a plan: a line for every change, refusal and warning."""

from collections.abc import Iterator

from steunpunt.network.intake.kinds import Key
from steunpunt.network.intake.problems import Problem
from steunpunt.network.models import ImportRow, RegisterImport, RowOutcome
from steunpunt.network.rules.register_plan import Change, Plan, as_text

FIELD_LABELS = {
    "name": "naam",
    "sector": "sector",
    "part_of": "valt onder",
    "street": "straat",
    "house_number": "huisnummer",
    "postcode": "postcode",
    "place": "plaats",
    "municipality": "gemeente",
    "latitude": "breedtegraad",
    "longitude": "lengtegraad",
    "website": "website",
    "denomination": "denominatie",
    "structure": "onderwijsstructuur",
    "education_area": "onderwijsgebied",
    "pupils": "leerlingen",
    "funding": "bekostiging",
    "kind": "soort",
    "level": "niveau",
    "accredited_from": "geaccrediteerd vanaf",
    "accredited_until": "geaccrediteerd tot",
    "province": "provinciecode",
    "province_name": "provincie",
    "holiday_region": "vakantieregio",
}
MOST = 250


def write_report(imported: RegisterImport, plan: Plan) -> None:
    """Replace the report of an import."""
    ImportRow.objects.filter(register_import=imported).delete()
    ImportRow.objects.bulk_create(_lines(imported, plan), batch_size=1000)


def _lines(imported: RegisterImport, plan: Plan) -> Iterator[ImportRow]:
    for key, problem in plan.refused:
        yield _of_problem(imported, RowOutcome.REFUSED, key, problem)
    for key, problem in plan.warnings:
        yield _of_problem(imported, RowOutcome.WARNING, key, problem)
    for change in plan.changes:
        yield from _of_change(imported, change)


def _of_problem(imported: RegisterImport, outcome: RowOutcome, key: Key | None, problem: Problem) -> ImportRow:
    kind, code = key or ("", "")
    column = FIELD_LABELS.get(problem.column, problem.column)
    return ImportRow(
        register_import=imported,
        line=problem.line or None,
        outcome=outcome,
        kind=kind,
        code=_code(code),
        column=column[:60],
        new=problem.value[:MOST],
        reason=problem.reason[:MOST],
    )


def _of_change(imported: RegisterImport, change: Change) -> Iterator[ImportRow]:
    kind, code = change.key
    common = {
        "register_import": imported,
        "line": change.row.line if change.row else None,
        "outcome": RowOutcome(change.outcome),
        "kind": kind,
        "code": _code(code),
        "name": as_text(change.facts.get("name") or change.facts.get("place"))[:MOST],
        "reason": change.reason,
    }
    for name, (old, new) in change.changes.items():
        column = FIELD_LABELS.get(name, name)
        yield ImportRow(**common, column=column, old=as_text(old)[:MOST], new=as_text(new)[:MOST])
    if not change.changes:
        yield ImportRow(**common)


def _code(code: str) -> str:
    """A programme is told apart by its place as well; the report shows BRIN and CROHO."""
    return " ".join(code.split(" ")[:2])[:12]
