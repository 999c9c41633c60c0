"""Writing the planned changes of teacher-training programmes."""

from steunpunt.network.models import Programme, RegisterImport
from steunpunt.network.queries.register import register_dates
from steunpunt.network.queries.register_known import institution_keys
from steunpunt.network.rules.register_plan import Change, Plan, part_of

from .progress import Progress

TEXTS = ("croho", "name", "kind", "level", "funding", "place")
DAYS = ("accredited_from", "accredited_until")
FIELDS = (*TEXTS, *DAYS, "source", "source_date")


def apply_programmes(plan: Plan, imported: RegisterImport, progress: Progress) -> None:
    """End what changed or is gone, rewrite what began on this same day, begin the rest."""
    institutions = institution_keys()
    _end(plan)
    progress.tell(60)
    rewritten = [change for change in plan.changes if _is_rewritten(change, plan)]
    begun = [change for change in plan.changes if change.outcome != "closed" and not _is_rewritten(change, plan)]
    is_first_sight = not register_dates({part_of(change.key, change.facts) for change in plan.changes})
    Programme.objects.bulk_update(
        (_row(change, institutions, imported, pk=_pk(change)) for change in rewritten), FIELDS
    )
    Programme.objects.bulk_create(
        _row(change, institutions, imported, valid_from=plan.day, begin_unknown=is_first_sight) for change in begun
    )
    same = Programme.objects.filter(pk__in=[known.version_pk for known in plan.confirmed])
    same.update(source=imported.source, source_date=imported.reference_date)


def _end(plan: Plan) -> None:
    """What changes or is gone holds until the reference date; what began on that same day never was."""
    over = [change for change in plan.changes if _pk(change) is not None and not _began_today(change, plan)]
    Programme.objects.filter(pk__in=[_pk(change) for change in over]).update(valid_until=plan.day)
    never = [change for change in plan.changes if change.outcome == "closed" and _began_today(change, plan)]
    Programme.objects.filter(pk__in=[_pk(change) for change in never]).delete()


def _began_today(change: Change, plan: Plan) -> bool:
    return change.known is not None and change.known.valid_from == plan.day


def _is_rewritten(change: Change, plan: Plan) -> bool:
    """A second file of the same day corrects the first one instead of adding a row."""
    return change.outcome == "changed" and _began_today(change, plan)


def _row(change: Change, institutions: dict[str, int], imported: RegisterImport, **others: object) -> Programme:
    facts = change.facts
    return Programme(
        institution_id=institutions[facts["institution"]],
        **{name: facts.get(name, "") for name in TEXTS},
        **{name: facts.get(name) for name in DAYS},
        source=imported.source,
        source_date=imported.reference_date,
        **others,
    )


def _pk(change: Change) -> int | None:
    return change.known.version_pk if change.known else None
