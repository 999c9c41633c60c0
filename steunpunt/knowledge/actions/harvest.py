"""Keeping the marks that tell harvesters what changed."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from steunpunt.knowledge.formats.record import Record
from steunpunt.knowledge.models import HarvestMark
from steunpunt.knowledge.queries.harvest import numbered_records, public_items

BATCH = 200


def mark_changes(public_ids: Collection[str] | None = None, *, at: datetime) -> int:
    """Look at these items, or at all, and mark those of which the world sees something new; how many."""
    rows, marks = public_items(), HarvestMark.objects.all()
    if public_ids is not None:
        rows, marks = rows.filter(public_id__in=public_ids), marks.filter(item__public_id__in=public_ids)
    at = at.replace(microsecond=0)
    pks = list(rows.order_by("pk").values_list("pk", flat=True))
    count = sum(_mark(pks[begin : begin + BATCH], at) for begin in range(0, len(pks), BATCH))
    gone = marks.exclude(item__in=public_items()).exclude(fingerprint="")
    return count + gone.update(fingerprint="", changed_at=at)


def _mark(pks: list[int], at: datetime) -> int:
    with transaction.atomic():
        known = {mark.item_id: mark for mark in HarvestMark.objects.select_for_update().filter(item__in=pks)}
        found = numbered_records(public_items().filter(pk__in=pks))
        fresh = [_made(pk, record, at) for pk, record in found if pk not in known]
        changed = [(known[pk], record) for pk, record in found if pk in known and _differs(known[pk], record)]
        for mark, record in changed:
            mark.sets, mark.fingerprint, mark.changed_at = record.sets, record.fingerprint, at
        HarvestMark.objects.bulk_create(fresh, ignore_conflicts=True)
        HarvestMark.objects.bulk_update([mark for mark, _record in changed], ["sets", "fingerprint", "changed_at"])
    return len(fresh) + len(changed)


def _made(pk: int, record: Record, at: datetime) -> HarvestMark:
    return HarvestMark(item_id=pk, changed_at=at, sets=record.sets, fingerprint=record.fingerprint)


def _differs(mark: HarvestMark, record: Record) -> bool:
    return mark.fingerprint != record.fingerprint
