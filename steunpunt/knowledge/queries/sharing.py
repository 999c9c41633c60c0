"""For which partnerships somebody can share."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import KnowledgeItem
from steunpunt.network.models import Partnership
from steunpunt.network.queries.belonging import partnerships_of
from steunpunt.network.queries.partnerships import visible_partnerships
from steunpunt.network.queries.people import partnership_names


class Choosable:
    """Partnerships to choose from, with their names of a day."""

    def __init__(self, rows: QuerySet[Partnership]) -> None:
        self.rows = rows

    def first(self) -> Partnership | None:
        """The only one that fits, or None when there is a choice to make."""
        found = list(self.rows[:2])
        return found[0] if len(found) == 1 else None

    def names(self, day: date) -> list[tuple[int, str]]:
        found: dict[int, Any] = partnership_names(self.rows.values_list("pk", flat=True), day)
        return sorted(found.items(), key=lambda pair: pair[1].lower())


def partnerships_to_choose(actor: Actor, item: KnowledgeItem | None = None) -> Choosable:
    """Where the person works, and the one that the item has already; staff choose from all."""
    if actor.is_staff:
        return Choosable(visible_partnerships(actor))
    own = Q(pk__in=partnerships_of(actor, actor.day).values("pk"))
    if item is not None and item.partnership_id:
        own |= Q(pk=item.partnership_id)
    return Choosable(Partnership.objects.filter(own))
