"""What changed lately in what everybody may see, newest first, one line per record."""

from dataclasses import dataclass
from datetime import datetime

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.ledger.queries import latest_deeds
from steunpunt.foundation.thread.queries import Resolved, resolve

IMPORTED = "register-imported"
PUBLIC_DEEDS = (
    "academic-strand-ended",
    "academic-strand-started",
    "lead-set",
    "membership-added",
    "membership-ended",
    "membership-moved",
    "organisation-added",
    "organisation-closed",
    "organisation-facts-changed",
    "partnership-confirmed",
    "partnership-facts-changed",
    "partnership-facts-corrected",
    "partnership-started",
    "project-added",
    "region-added",
    IMPORTED,
    "status-set",
    "succession-added",
    "vision-set",
)
"""Deeds that change what a visitor sees; what is about people stays away from the front page."""
LOOK_BACK = 100


@dataclass(frozen=True)
class Happening:
    """A deed with the record that it is about; without a record it concerns the register as a whole."""

    at: datetime
    text: str
    record: Resolved | None


def latest_happenings(actor: Actor, limit: int) -> list[Happening]:
    """The newest deed of each record, and of the register one; a record that the actor may not see leaves no trace."""
    newest: dict[str, LedgerEntry] = {}
    for entry in latest_deeds(PUBLIC_DEEDS, limit=LOOK_BACK):
        newest.setdefault(entry.deed if entry.deed == IMPORTED else entry.subjects[0], entry)
    chosen = list(newest.values())[: limit * 3]
    records = resolve([entry.subjects[0] for entry in chosen], actor)
    found = [
        Happening(entry.at, entry.summary, records.get(entry.subjects[0]))
        for entry in chosen
        if entry.subjects[0] in records or entry.deed == IMPORTED
    ]
    return found[:limit]
