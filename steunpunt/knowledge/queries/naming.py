"""The names that stand with an item: of its partnership, and of whom to call."""

from dataclasses import dataclass

from django.urls import reverse

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import KnowledgeItem
from steunpunt.network.queries.people import partnership_name


@dataclass(frozen=True)
class Named:
    """A name with its page."""

    name: str
    url: str


def item_partnership(item: KnowledgeItem, actor: Actor) -> Named | None:
    """The partnership that an item comes from, as it is called today."""
    if item.partnership is None:
        return None
    page = reverse("network:partnership", args=[item.partnership.slug])
    return Named(partnership_name(item.partnership, actor.day), page)
