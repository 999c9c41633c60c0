"""What people changed or removed by hand, as the ledger tells it; loading leaves that alone."""

from collections.abc import Collection

from steunpunt.foundation.ledger.models import LedgerEntry

SYSTEM = "systeem:"


def kept_by_hand(references: Collection[str]) -> set[str]:
    """Those among these records that a person added or changed: somebody else than the platform was the actor."""
    rows = LedgerEntry.objects.filter(subjects__0__in=list(references)).exclude(actor__startswith=SYSTEM)
    return set(rows.values_list("subjects__0", flat=True))


def removed_by_hand(deed: str, field: str) -> set[str]:
    """What stood in this field of the records that were removed with that deed."""
    entries = LedgerEntry.objects.filter(deed=deed)
    return {str(entry.changes[field][0]) for entry in entries if entry.changes.get(field)}
