"""All tables of the foundation, gathered from its parts so that Django finds them."""

from .accounts.models import ExampleAccount, User
from .events.models import Announcement, Delivery
from .health.models import Heartbeat
from .ledger.models import LedgerEntry
from .outbox.models import Mail
from .thread.models import Link
from .worklist.models import WorkItem

__all__ = ["Announcement", "Delivery", "ExampleAccount", "Heartbeat", "LedgerEntry", "Link", "Mail", "User", "WorkItem"]
