"""Writing the planned changes of organisations: identities, then ends, then new dated versions."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import F

from steunpunt.network.intake.kinds import Key, Part
from steunpunt.network.models import FieldOverride, Organisation, OrganisationVersion, RegisterImport
from steunpunt.network.queries.register import register_dates
from steunpunt.network.queries.register_known import OTHER_FACTS, TEXT_FACTS
from steunpunt.network.rules.register_plan import Change, Plan, part_of, speaks_for

from .progress import Progress

BATCH = 1000
VERSION_FIELDS = (*TEXT_FACTS, *OTHER_FACTS, "municipality", "part_of")


def apply_organisations(plan: Plan, imported: RegisterImport, progress: Progress) -> None:
    """Carry out a plan about boards, schools, sites or institutions."""
    identities = _identities(plan, imported)
    progress.tell(40)
    _end_versions(plan)
    _rewrite_versions(plan, identities)
    progress.tell(50)
    _begin_versions(plan, identities, progress)
    _stamp(plan, imported)
    FieldOverride.objects.filter(pk__in=plan.ended_overrides).update(ended_at=imported.started_at)


def _identities(plan: Plan, imported: RegisterImport) -> dict[Key, int]:
    """The keys of all organisations in the plan and of what they are part of; makes those that are new."""
    made = [
        Organisation(
            kind=change.key[0], code=change.key[1], source=imported.source, source_date=imported.reference_date
        )
        for change in plan.changes
        if change.known is None
    ]
    Organisation.objects.bulk_create(made, batch_size=BATCH)
    identities = {(organisation.kind, organisation.code): organisation.pk for organisation in made}
    identities |= {change.key: change.known.pk for change in plan.changes if change.known is not None}
    above = {change.facts["part_of"] for change in plan.changes if change.facts.get("part_of")}
    codes = Organisation.objects.filter(code__in=[code for _kind, code in above - identities.keys()])
    return identities | {(kind, code): pk for pk, kind, code in codes.values_list("pk", "kind", "code")}


def _begun_today(change: Change, plan: Plan) -> bool:
    return change.known is not None and change.known.valid_from == plan.day


def _closed_today(change: Change, plan: Plan) -> bool:
    """It closed on this same day and comes back as it was: then it never closed."""
    known = change.known
    return (
        change.outcome == "new" and known is not None and known.last_until == plan.day and known.facts == change.facts
    )


def _end_versions(plan: Plan) -> None:
    """What changes or closes holds until the reference date; what began on that same day never was."""
    ended, never = [], []
    for change in plan.changes:
        pk = change.known.version_pk if change.known else None
        if pk is None:
            continue
        if not _begun_today(change, plan):
            ended.append(pk)
        elif change.outcome == "closed":
            never.append(pk)
    for pks in _batches(ended):
        OrganisationVersion.objects.filter(pk__in=pks).update(valid_until=plan.day)
    OrganisationVersion.objects.filter(pk__in=never).delete()
    back = [change.known.last_pk or 0 for change in plan.changes if change.known and _closed_today(change, plan)]
    OrganisationVersion.objects.filter(pk__in=back).update(valid_until=None)


def _rewrite_versions(plan: Plan, identities: dict[Key, int]) -> None:
    """A second file of the same day corrects the first one instead of adding a version."""
    rewritten = [
        _version(change, plan, identities, pk=change.known.version_pk)
        for change in plan.changes
        if change.known and change.outcome == "changed" and _begun_today(change, plan)
    ]
    OrganisationVersion.objects.bulk_update(rewritten, VERSION_FIELDS, batch_size=BATCH)


def _begin_versions(plan: Plan, identities: dict[Key, int], progress: Progress) -> None:
    read_before = _parts_read_before(plan)
    begun = []
    for change in plan.changes:
        is_written = change.outcome == "changed" and _begun_today(change, plan)
        if change.outcome == "closed" or is_written or _closed_today(change, plan):
            continue
        version = _version(change, plan, identities)
        is_first_sight = change.known is None and part_of(change.key, change.facts) not in read_before
        version.begin_unknown = is_first_sight
        version.valid_until = change.known.valid_until if change.known else None
        begun.append(version)
    for number, versions in enumerate(_batches(begun)):
        OrganisationVersion.objects.bulk_create(versions)
        progress.tell(50 + 45 * (number + 1) * BATCH / (len(begun) + BATCH))


def _parts_read_before(plan: Plan) -> set[Part]:
    """Where the register was read before, something new began; elsewhere we only see it for the first time."""
    return set(register_dates({part_of(change.key, change.facts) for change in plan.changes}))


def _version(change: Change, plan: Plan, identities: dict[Key, int], *, pk: int | None = None) -> OrganisationVersion:
    facts = change.facts
    values: dict[str, Any] = {name: facts.get(name) or "" for name in TEXT_FACTS}
    values |= {name: facts.get(name) for name in OTHER_FACTS}
    above = facts.get("part_of")
    return OrganisationVersion(
        pk=pk,
        organisation_id=identities[change.key],
        valid_from=plan.day,
        municipality_id=facts.get("municipality") or None,
        part_of_id=identities[above] if above else None,
        **values,
    )


def _stamp(plan: Plan, imported: RegisterImport) -> None:
    """What the file speaks of is known from this source as of its date, unless a newer one spoke of it already."""
    changed = [(change.known, change.row) for change in plan.changes if change.known]
    for pks in _batches(known.pk for known, _row in changed):
        Organisation.objects.filter(pk__in=pks).update(revision=F("revision") + 1)
    spoken_of = [known.pk for known, row in changed if row is None or speaks_for(row, known)]
    for pks in _batches([*spoken_of, *(known.pk for known in plan.confirmed)]):
        Organisation.objects.filter(pk__in=pks).exclude(source_date__gt=imported.reference_date).update(
            source=imported.source, source_date=imported.reference_date
        )


def _batches(some: Iterable[Any]) -> Iterable[Sequence[Any]]:
    every = list(some)
    return (every[start : start + BATCH] for start in range(0, len(every), BATCH))
