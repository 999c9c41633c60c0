"""All tables of the foundation, gathered from its parts so that Django finds them."""

from .accounts.models import ExampleAccount, User
from .events.models import Announcement, Delivery
from .health.models import Heartbeat
from .ledger.models import LedgerEntry
from .outbox.models import Mail
from .search.models import (
    AskedQuestion,
    FrequentQuestion,
    FruitlessQuestion,
    IndexBuild,
    SavedSearch,
    WaitingReference,
)
from .thread.models import Link
from .worklist.models import WorkItem

__all__ = [
    "Announcement",
    "AskedQuestion",
    "Delivery",
    "ExampleAccount",
    "FrequentQuestion",
    "FruitlessQuestion",
    "Heartbeat",
    "IndexBuild",
    "LedgerEntry",
    "Link",
    "Mail",
    "SavedSearch",
    "User",
    "WaitingReference",
    "WorkItem",
]
