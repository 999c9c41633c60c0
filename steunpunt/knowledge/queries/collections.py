"""Reading collections: which ones somebody may see, and what of them they may read."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.urls import reverse

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.knowledge.models import CollectedItem, Collection, KnowledgeItem
from steunpunt.network.queries.people import partnership_names

from .items import visible_items, with_words
from .naming import Named


@dataclass(frozen=True)
class ShownCollection:
    """A collection as its readers see it."""

    collection: Collection
    maker: Named | None
    """In whose name it stands; None is the support point."""
    count: int
    """Of the items that this reader may read."""


def visible_collections(actor: Actor) -> QuerySet[Collection]:
    """What is public, and one's own."""
    wanted = Q(is_public=True)
    if actor.account is not None:
        wanted |= Q(account=actor.account)
    return Collection.objects.filter(wanted)


def own_collections(actor: Actor) -> QuerySet[Collection]:
    """What somebody put together, latest change first."""
    if actor.account is None:
        return Collection.objects.none()
    return Collection.objects.filter(account=actor.account).order_by("-changed_at", "-pk")


def visible_collection(actor: Actor, public_id: str) -> Collection | None:
    return visible_collections(actor).filter(public_id=public_id).select_related("partnership").first()


def entries_of(collection: Collection, actor: Actor) -> list[CollectedItem]:
    """What this reader may read of it, in the order of whoever made it: a fixed number of queries."""
    rows = collection.entries.filter(item__in=visible_items(actor)).order_by("place", "pk")
    return list(rows.prefetch_related(Prefetch("item", with_words(KnowledgeItem.objects.all()))))


def shown_collections(rows: QuerySet[Collection], actor: Actor) -> list[ShownCollection]:
    """Collections for a list, with names and counts: a fixed number of queries."""
    readable = Count("entries", filter=Q(entries__item__in=visible_items(actor)), distinct=True)
    found = list(rows.select_related("partnership").annotate(readable=readable))
    names = partnership_names([row.partnership_id for row in found if row.partnership_id], actor.day)
    return [ShownCollection(row, _maker(row, names), row.readable) for row in found]


def maker_of(collection: Collection, actor: Actor) -> Named | None:
    """The partnership in whose name it stands, as it is called today."""
    if collection.partnership_id is None:
        return None
    return _maker(collection, partnership_names([collection.partnership_id], actor.day))


def collections_with(item: KnowledgeItem, actor: Actor) -> QuerySet[Collection]:
    """Where the item stands among others, for this reader."""
    return visible_collections(actor).filter(entries__item=item).order_by("title", "pk")


def held_collections(account: User) -> list[dict[str, Any]]:
    """For the download of one's own data."""
    rows = Collection.objects.filter(account=account).prefetch_related("entries__item")
    return [
        {
            "titel": row.title,
            "waarvoor": row.intro,
            "voor iedereen": row.is_public,
            "bijdragen": [{"kennisitem": entry.item.slug, "waarom": entry.note} for entry in row.entries.all()],
        }
        for row in rows
    ]


def own_panel(account: User, actor: Actor, day: date) -> dict[str, Any]:
    """The panel on one's own page."""
    return {"collections": list(own_collections(actor))}


def _maker(row: Collection, names: dict[int, str]) -> Named | None:
    if row.partnership is None:
        return None
    return Named(
        names.get(row.partnership.pk, row.partnership.slug), reverse("network:partnership", args=[row.partnership.slug])
    )
