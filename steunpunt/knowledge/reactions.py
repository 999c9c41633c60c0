"""What the knowledge room does when something was announced; each is safe to run twice."""

from django.utils import timezone

from .actions.harvest import mark_changes
from .events import ItemPublished, ItemWithdrawn


def mark_for_harvesters(event: ItemPublished | ItemWithdrawn) -> None:
    """Tell harvesters to fetch the item again. The moment is that of the mark: nobody asked for it before."""
    mark_changes([event.item], at=timezone.now())
