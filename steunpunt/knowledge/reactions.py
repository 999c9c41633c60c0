"""What the knowledge room does when something was announced; each is safe to run twice."""

from django.utils import timezone

from .actions.following import tell_followers
from .actions.harvest import mark_changes
from .actions.toolbox_proposals import propose_answers
from .actions.use import tell_owner
from .events import ItemPublished, ItemReplaced, ItemUsed, ItemWithdrawn


def mark_for_harvesters(event: ItemPublished | ItemReplaced | ItemWithdrawn) -> None:
    """Tell harvesters to fetch the item again. The moment is that of the mark: nobody asked for it before."""
    mark_changes([event.item], at=timezone.now())


def thank_for_sharing(event: ItemUsed) -> None:
    """The owner hears that somebody used the item, and with what result."""
    tell_owner(event.use, at=timezone.now())


def tell_of_new_item(event: ItemPublished) -> None:
    """Who follows a theme hears of an item once, when it is new; a revision is no news."""
    if event.is_first:
        tell_followers(event.item, at=timezone.now())


def look_for_questions(event: ItemPublished) -> None:
    """Something new: does it answer what somebody asked? Staff decide."""
    propose_answers(event.item, at=timezone.now())
