"""Dated rows that follow each other: a new one from a day on, one corrected, a planned one withdrawn."""

from collections.abc import Collection
from datetime import date
from typing import Any, TypeVar

from steunpunt.foundation.periods.models import Period, PeriodQuerySet

P = TypeVar("P", bound=Period)
DATES = ("valid_from", "valid_until", "begin_unknown")
IDENTITY = {"id", "public_id", *DATES}


def facts_of(row: Period) -> list[str]:
    """The names of the fields that say something, apart from identity and period."""
    return [field.attname for field in row._meta.concrete_fields if field.name not in IDENTITY]


def put(row: P, line: PeriodQuerySet, *, carry: Collection[str] = ()) -> P:
    """Save `row` from its `valid_from`: what held that day ends there, what was planned for later stays.

    A row that begins on the same day is overwritten; other facts do not tell since when, so a begin
    that nobody knows stays so. The facts named in `carry` go along into later rows, as long as
    those say the same as what held before.
    """
    day = row.valid_from or date.min
    held = line.on(day).first()
    before = {name: getattr(held, name) for name in carry} if held else {}
    if held is not None and held.valid_from == day:
        kept: Any = _overwritten(held, row)
    else:
        kept = _inserted(row, held, line)
    _carry_on(kept, before, line)
    return kept


def _overwritten(held: P, row: P) -> P:
    for name in facts_of(held):
        setattr(held, name, getattr(row, name))
    held.save()
    return held


def _inserted(row: P, held: P | None, line: PeriodQuerySet) -> P:
    later = line.upcoming(row.valid_from or date.min).order_by("valid_from").first()
    end = held.valid_until if held else later and later.valid_from
    row.valid_until = min(row.valid_until or date.max, end or date.max)
    if row.valid_until == date.max:
        row.valid_until = None
    if held:
        held.valid_until = row.valid_from
        held.save(update_fields=["valid_until"])
    row.save()
    return row


def _carry_on(kept: Period, before: dict[str, Any], line: PeriodQuerySet) -> None:
    changed = {name: getattr(kept, name) for name, old in before.items() if getattr(kept, name) != old}
    for row in line.upcoming(kept.valid_from or date.min).order_by("valid_from"):
        changed = {name: value for name, value in changed.items() if getattr(row, name) == before[name]}
        if not changed:
            return
        for name, value in changed.items():
            setattr(row, name, value)
        row.save(update_fields=list(changed))


def rewrite(row: P, corrected: P, line: PeriodQuerySet) -> P:
    """Give `row` the facts and period of `corrected`; a neighbour that touched it moves along."""
    others = line.exclude(pk=row.pk)
    before = others.filter(valid_until=row.valid_from).first() if row.valid_from else None
    after = others.filter(valid_from=row.valid_until).first() if row.valid_until else None
    earlier = _comes_before(corrected.valid_from, row.valid_from)
    later = _comes_before(row.valid_until, corrected.valid_until, empty_is_last=True)
    for name in [*facts_of(row), *DATES]:
        setattr(row, name, getattr(corrected, name))
    if before:
        before.valid_until = row.valid_from
    if after:
        after.valid_from = row.valid_until
    # Whatever shrinks goes first, so that no two rows hold on the same day in between.
    shrinking = [side for side, shrinks in ((before, earlier), (after, later)) if side and shrinks]
    growing = [side for side in (before, after) if side and side not in shrinking]
    for each in (*shrinking, row, *growing):
        each.save()
    return row


def _comes_before(one: date | None, other: date | None, *, empty_is_last: bool = False) -> bool:
    edge = date.max if empty_is_last else date.min
    return (one or edge) < (other or edge)


def withdrawn(row: P, line: PeriodQuerySet) -> P | None:
    """Remove a row; what ended on its first day goes on in its place and is returned."""
    held = line.filter(valid_until=row.valid_from).exclude(pk=row.pk).first()
    until = row.valid_until
    row.delete()
    if held:
        held.valid_until = until
        held.save(update_fields=["valid_until"])
    return held
