"""Writing regulations: loading those that come with the project, and the ledger line of an edit by hand."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.ledger.revisions import lock_tree
from steunpunt.knowledge.models import Regulation
from steunpunt.knowledge.queries.by_hand import kept_by_hand, removed_by_hand
from steunpunt.network.actions.telling import told
from steunpunt.network.models import Theme
from steunpunt.network.queries.labels import field_label

from .shipped import RegulationLine

Changes = dict[str, list]
REMOVED = "regulation-removed"


def load_regulations(lines: list[RegulationLine], *, by: Actor, at: datetime) -> int:
    """Add or update what nobody changed by hand; how many were added or changed."""
    with transaction.atomic():
        lock_tree("regulations")
        numbers = [line.bwbr for line in lines]
        known = {row.bwbr: row for row in Regulation.objects.filter(bwbr__in=numbers).prefetch_related("themes")}
        kept = kept_by_hand({row.reference for row in known.values()})
        gone = removed_by_hand(REMOVED, field_label(Regulation, "bwbr"))
        themes = {theme.slug: theme for theme in Theme.objects.all()}
        changed = 0
        for line in lines:
            row = known.get(line.bwbr) or Regulation(bwbr=line.bwbr)
            if row.reference not in kept and line.bwbr not in gone:
                changed += _load(row, line, themes, by=by, at=at)
    return changed


def note_edit(row: Regulation, deed: str, summary: str, changes: Changes, *, by: Actor, at: datetime) -> None:
    """The ledger line of an edit by hand."""
    words = {"what": row._meta.verbose_name, "name": row}
    _record(row, f"regulation-{deed}", capfirst(summary % words), changes, by=by, at=at)


def told_regulation(row: Regulation, names: list[str]) -> dict[str, object]:
    """What stands there in words; the themes by their titles."""
    facts = told(row, *(name for name in names if name != "themes"))
    if "themes" in names:
        facts[field_label(row, "themes")] = ", ".join(str(theme) for theme in row.themes.all()) if row.pk else ""
    return facts


def _load(row: Regulation, line: RegulationLine, themes: dict[str, Theme], *, by: Actor, at: datetime) -> bool:
    is_new = row.pk is None
    names = [*line.facts, "themes"]
    wanted = [themes[slug] for slug in line.themes if slug in themes]
    if not is_new and _is_same(row, line.facts, wanted):
        return False
    before = {} if is_new else told_regulation(row, names)
    for name, value in line.facts.items():
        setattr(row, name, value)
    row.save()
    row.themes.set(wanted)
    row = Regulation.objects.get(pk=row.pk)
    changes = {} if is_new else field_changes(before, told_regulation(row, names))
    summary = _("Regeling toegevoegd: %(name)s") if is_new else _("Regeling bijgewerkt: %(name)s")
    deed = "regulation-added" if is_new else "regulation-updated"
    _record(row, deed, summary % {"name": row}, changes, by=by, at=at)
    return True


def _is_same(row: Regulation, facts: dict[str, Any], themes: list[Theme]) -> bool:
    return set(row.themes.all()) == set(themes) and all(getattr(row, name) == value for name, value in facts.items())


def _record(row: Regulation, deed: str, summary: str, changes: Changes, *, by: Actor, at: datetime) -> None:
    record(by=by, at=at, deed=deed, summary=summary, subjects=[row.reference], changes=changes)
