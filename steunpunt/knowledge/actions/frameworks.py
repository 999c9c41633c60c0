"""Writing frameworks: loading those that come with the project, and the ledger line of an edit by hand.

A framework is kept as a whole: once somebody changed any part of it by hand, loading leaves all of it alone.
"""

from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.ledger.revisions import lock_tree
from steunpunt.knowledge.models import Criterion, Crosswalk, Framework, Level
from steunpunt.knowledge.queries.by_hand import kept_by_hand, removed_by_hand
from steunpunt.network.actions.telling import told
from steunpunt.network.queries.labels import field_label

from .shipped import CriterionLine, CrosswalkLine, FrameworkLine

Changes = dict[str, list]
REMOVED = "framework-removed"


def load_frameworks(lines: list[FrameworkLine], walks: list[CrosswalkLine], *, by: Actor, at: datetime) -> int:
    """Add or update what nobody changed by hand; how many frameworks were added or changed."""
    with transaction.atomic():
        lock_tree("frameworks")
        ours = _ours(lines)
        known = {row.slug: row for row in Framework.objects.filter(slug__in=ours)}
        changes = {line.slug: _put_framework(known, line) for line in lines if line.slug in ours}
        for line in lines:
            if line.slug in ours:
                changes[line.slug] |= _put_successor(line)
                changes[line.slug] |= _put_crosswalks(line.slug, walks)
        for slug in [slug for slug, changed in changes.items() if changed]:
            _record_loading(Framework.objects.get(slug=slug), slug not in known, changes[slug], by=by, at=at)
    return sum(bool(changed) for changed in changes.values())


def note_edit(row: models.Model, deed: str, summary: str, changes: Changes, *, by: Actor, at: datetime) -> None:
    """The ledger line of an edit by hand; it shows with the framework that the row is a part of."""
    words = {"what": row._meta.verbose_name, "name": row}
    record(
        by=by,
        at=at,
        deed=f"{row._meta.model_name}-{deed}",
        summary=capfirst(summary % words),
        subjects=_subjects(row),
        changes=changes,
    )


def _subjects(row: models.Model) -> list[str]:
    """The framework first, because that is what loading asks for."""
    if isinstance(row, Crosswalk):
        return [row.source.framework.reference, row.target.framework.reference]
    if isinstance(row, Criterion):
        return [row.framework.reference, row.reference]
    whole = row.framework if isinstance(row, Level) else row
    return [whole.reference]  # type: ignore[attr-defined]


def _ours(lines: list[FrameworkLine]) -> set[str]:
    """The slugs that loading may write: neither changed nor removed by hand."""
    slugs = [line.slug for line in lines]
    there = {row.reference: row.slug for row in Framework.objects.filter(slug__in=slugs)}
    kept = {there[reference] for reference in kept_by_hand(there)}
    return set(slugs) - kept - removed_by_hand(REMOVED, field_label(Framework, "slug"))


def _put_framework(known: dict[str, Framework], line: FrameworkLine) -> Changes:
    row = known.get(line.slug) or Framework(slug=line.slug)
    changes = _put(row, line.facts)
    changes |= _put_levels(row, line.levels)
    return changes | _put_criteria(row, line.criteria)


def _put_levels(framework: Framework, levels: list[dict[str, Any]]) -> Changes:
    known = {row.code: row for row in framework.levels.all()}
    changes: Changes = {}
    for facts in levels:
        row = known.pop(facts["code"], None) or Level(framework=framework)
        changes |= _changed(row, facts, _("niveau %(code)s") % {"code": facts["code"]})
    return changes | _drop(known.values())


def _put_criteria(framework: Framework, lines: list[CriterionLine]) -> Changes:
    known = {row.code: row for row in framework.criteria.select_related("parent")}
    placed: dict[str, Criterion] = {}
    changes: Changes = {}
    for line in lines:
        row = known.pop(line.code, None) or Criterion(framework=framework, code=line.code)
        parent = placed[line.parent] if line.parent else None
        changes |= _changed(row, line.facts | {"parent": parent}, _("criterium %(code)s") % {"code": line.code})
        placed[line.code] = row
    return changes | _drop(reversed(known.values()))


def _put_successor(line: FrameworkLine) -> Changes:
    row = Framework.objects.get(slug=line.slug)
    successor = Framework.objects.filter(slug=line.replaced_by).first() if line.replaced_by else None
    return _put(row, {"replaced_by": successor})


def _put_crosswalks(slug: str, walks: list[CrosswalkLine]) -> Changes:
    """Those that begin in this framework; one to a criterion that is not there any more is left out."""
    own = [walk for walk in walks if walk.source[0] == slug]
    slugs = {walk.target[0] for walk in own} | {slug}
    there = {(row.framework.slug, row.code): row for row in _criteria_in(slugs)}
    known = {(row.source_id, row.target_id): row for row in Crosswalk.objects.filter(source__framework__slug=slug)}
    changes: Changes = {}
    for walk in own:
        source, target = there.get(walk.source), there.get(walk.target)
        if source and target:
            row = known.pop((source.pk, target.pk), None) or Crosswalk(source=source, target=target)
            changes |= _changed(row, walk.facts, f"{source.code} – {target.framework} {target.code}")
    return changes | _drop(known.values())


def _criteria_in(slugs: set[str]) -> models.QuerySet[Criterion]:
    return Criterion.objects.filter(framework__slug__in=slugs).select_related("framework")


def _changed(row: models.Model, facts: dict[str, Any], name: str) -> Changes:
    """The changes of a part, under one name in the ledger of the whole."""
    changes = _put(row, facts)
    if not changes:
        return {}
    moved = field_label(Criterion, "position")
    told_of = [pair for field, pair in changes.items() if field != moved]
    old, new = ("; ".join(str(pair[side]) for pair in told_of if pair[side]) for side in (0, 1))
    return {name: [old or None, new or None]}


def _put(row: models.Model, facts: dict[str, Any]) -> Changes:
    """Store these facts when they differ; Dutch field name → [old, new]."""
    is_new = row.pk is None
    if not is_new and all(getattr(row, name) == value for name, value in facts.items()):
        return {}
    before = {} if is_new else told(row, *facts)
    for name, value in facts.items():
        setattr(row, name, value)
    row.save()
    return field_changes(before, told(row, *facts))


def _drop(rows: Any) -> Changes:
    """Remove what the file does not have any more, except what others refer to."""
    changes: Changes = {}
    for row in rows:
        try:
            with transaction.atomic():
                row.delete()
        except ProtectedError:
            continue
        changes[str(row)] = [_("stond erin"), None]
    return changes


def _record_loading(row: Framework, is_new: bool, changes: Changes, *, by: Actor, at: datetime) -> None:
    summary = _("Kader toegevoegd: %(name)s") if is_new else _("Kader bijgewerkt: %(name)s")
    record(
        by=by,
        at=at,
        deed="framework-added" if is_new else "framework-updated",
        summary=summary % {"name": row},
        subjects=[row.reference],
        changes={} if is_new else changes,
    )
