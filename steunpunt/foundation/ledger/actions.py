"""Writing in the ledger, always inside the transaction of the deed itself."""

from collections.abc import Collection
from datetime import datetime

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.actions.indexing import wait_for_index

from .models import LedgerEntry


def record(
    *,
    by: Actor,
    at: datetime,
    deed: str,
    summary: object,
    subjects: list[str],
    changes: dict[str, list] | None = None,
    personal: Collection[str] = (),
) -> LedgerEntry:
    """Add one line.

    `changes` maps the Dutch name of a field to [old, new]. Of the fields in `personal`
    only the name is kept, so that the ledger never holds data of a person.
    What can be found of the subjects is looked at again, so that no room has to think of it.
    """
    kept = {
        field: None if field in personal else [_plain(value) for value in values]
        for field, values in (changes or {}).items()
    }
    wait_for_index(subjects)
    return LedgerEntry.objects.create(
        at=at, actor=by.reference, deed=deed, summary=str(summary)[:300], subjects=subjects, changes=kept
    )


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)
