"""From a stored file to its plan: the way that the dry run and the real run share."""

from datetime import date
from typing import IO, Any

from steunpunt.foundation.access import require
from steunpunt.network.intake.kinds import PROGRAMME
from steunpunt.network.intake.register import RegisterFile, read_register
from steunpunt.network.queries.register import gazetteer
from steunpunt.network.queries.register_known import institution_keys, known_things
from steunpunt.network.rules.register import why_too_old
from steunpunt.network.rules.register_plan import Plan, planned


def plan_for(source: IO[bytes], day: date) -> tuple[RegisterFile, Plan]:
    """Read a file and work out what it would change on that day; refuses a file older than the register."""
    names = gazetteer()
    found = read_register(source, names)
    sentence = why_too_old(found, day)
    require(not sentence, sentence, field="reference_date")
    institutions = institution_keys() if found.shape.kind == PROGRAMME else {}
    return found, planned(found, known_things(found.shape.kind, day), names, day, institutions)


def counts_of(found: RegisterFile, plan: Plan) -> dict[str, Any]:
    """The figures of a plan, as they are kept with the import."""
    outcomes = {
        kind: {name: plan.outcomes[kind][name] for name in ("new", "changed", "closed", "same")}
        for kind in sorted(plan.outcomes)
    }
    return {
        "kinds": outcomes,
        "refused": len(plan.refused),
        "warnings": len(plan.warnings),
        "rows": sum(not row.is_derived for row in found.rows),
        "encoding": found.encoding,
        "delimiter": found.delimiter,
        "withholds_closings": plan.withholds_closings,
        "large_closings": [[*part, plan.closings[part], plan.sizes[part]] for part in plan.large_closings],
        "plan": plan.digest,
    }
