"""Merging two persons: letting the role of the one cover the days of the other too, and giving the days back."""

from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import require
from steunpunt.network.actions.chains import DATES
from steunpunt.network.actions.noting import needed
from steunpunt.network.models import Affiliation

CHANGED = _(
    "Een rol is na het samenvoegen gewijzigd. Terugdraaien kan daarom niet meer. "
    "Voeg de andere persoon opnieuw toe en geef die de juiste rollen."
)


def stretch(twins: list[Affiliation], row: Affiliation) -> list[dict[str, Any]]:
    """Let the rows that overlap `row` cover its days too: outward at both ends, and over the gaps between them.

    What is kept of each row is what it was and what it became; of the last one also which row it goes as far as.
    """
    was = [_days(twin) for twin in twins]
    first, last = twins[0], twins[-1]
    if first.valid_from is not None and (row.valid_from is None or row.valid_from < first.valid_from):
        first.valid_from, first.begin_unknown = row.valid_from, row.begin_unknown
    for twin, following in pairwise(twins):
        twin.valid_until = following.valid_from
    if last.valid_until is not None and (row.valid_until is None or row.valid_until > last.valid_until):
        last.valid_until = row.valid_until
    Affiliation.objects.bulk_update(twins, DATES)
    marks = [
        {"id": twin.pk, "role": twin.role_id, "was": days, "became": _days(twin), "twin": None}
        for twin, days in zip(twins, was, strict=True)
    ]
    marks[-1]["twin"] = row.pk
    return marks


def _days(row: Affiliation) -> dict[str, Any]:
    """The period as it goes into the note of what was moved."""
    begin, end = (day.isoformat() if day else None for day in (row.valid_from, row.valid_until))
    return {"from": begin, "unknown": row.begin_unknown, "until": end}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def shrink(mark: dict[str, Any]) -> None:
    """A stretched row gets its own days back; an end of after the merge holds for it and for its twin."""
    row, was, became = _still_there(mark["id"]), mark["was"], mark["became"]
    begun = (row.role_id, row.valid_from, row.begin_unknown)
    require(begun == (mark["role"], _day(became["from"]), became["unknown"]), CHANGED)
    held_until = row.valid_until
    row.valid_from, row.begin_unknown, row.valid_until = _day(was["from"]), was["unknown"], _day(was["until"])
    if held_until != _day(became["until"]):
        ended = needed(held_until, CHANGED)
        require(mark["twin"] is not None and ended < (_day(became["until"]) or date.max), CHANGED)
        _end_by(row, ended)
        _end_by(_still_there(mark["twin"]), ended)
    row.save(update_fields=DATES)


def _still_there(pk: int) -> Affiliation:
    return needed(Affiliation.objects.select_for_update().filter(pk=pk).first(), CHANGED)


def _end_by(row: Affiliation, day: date) -> None:
    """The row ends on that day, or sooner when it did so already."""
    require((row.valid_from or date.min) < day, CHANGED)
    row.valid_until = min(row.valid_until or day, day)
    row.save(update_fields=DATES)
