"""Writing the planned changes of teacher-training programmes."""

from steunpunt.network.models import Programme, RegisterImport
from steunpunt.network.queries.register import register_dates
from steunpunt.network.queries.register_known import institution_keys
from steunpunt.network.rules.register_plan import Change, Plan, part_of

from .progress import Progress

FIELDS = ("croho", "name", "kind", "level", "funding", "place")


def apply_programmes(plan: Plan, imported: RegisterImport, progress: Progress) -> None:
    """End what changed or is gone, rewrite what began on this same day, begin the rest."""
    institutions = institution_keys()
    today = [change for change in plan.changes if change.known and change.known.valid_from == plan.day]
    over = [change for change in plan.changes if change not in today and change.known and change.known.version_pk]
    Programme.objects.filter(pk__in=[_pk(change) for change in over]).update(valid_until=plan.day)
    Programme.objects.filter(pk__in=[_pk(change) for change in today if change.outcome != "new"]).delete()
    progress.tell(60)
    is_first_sight = not register_dates({part_of(change.key, change.facts) for change in plan.changes})
    Programme.objects.bulk_create(
        Programme(
            institution_id=institutions[change.facts["institution"]],
            **{name: change.facts.get(name, "") for name in FIELDS},
            valid_from=plan.day,
            begin_unknown=is_first_sight,
            source=imported.source,
            source_date=imported.reference_date,
        )
        for change in plan.changes
        if change.outcome != "closed"
    )


def _pk(change: Change) -> int | None:
    return change.known.version_pk if change.known else None
