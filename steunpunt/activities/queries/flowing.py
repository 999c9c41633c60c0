"""What flows from one activity into the next."""

from dataclasses import asdict
from typing import Any

from steunpunt.activities.kind import kind_of
from steunpunt.activities.models import Activity

from .standings import standing


def cards_of(activity: Activity) -> list[dict[str, Any]]:
    """The outcome as cards, best first, as the settings of a next activity keep them."""
    found = standing(activity)
    return [asdict(card) for card in kind_of(activity.kind).cards(found.value)] if found.voters else []
