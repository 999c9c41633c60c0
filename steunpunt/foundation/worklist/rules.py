"""Who may handle an item of the work list, and whether it still can be handled."""

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import worklist

from .models import WorkItem


def may_handle(actor: Actor, item: WorkItem) -> bool:
    """What the room says that pinned this kind of work."""
    return item.kind in worklist and worklist.get(item.kind).may_handle(actor, item)


def can_decide(item: WorkItem) -> bool:
    return item.is_open
