"""Reading who used what: the uses of an item, one by its id, and what we hold of somebody's."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.knowledge.models import ItemUse, KnowledgeItem
from steunpunt.network.queries.people import partnership_names

from .items import visible_items
from .naming import Named


@dataclass(frozen=True)
class ShownUse:
    """A use with the names that stand with it; whoever said it is never named."""

    use: ItemUse
    who: Named
    """The partnership, or the role of somebody who works for none, without a page."""
    item: Named
    copy: Named | None
    """The own adaptation, once the reader may see it."""
    is_own: bool


def visible_uses(actor: Actor) -> QuerySet[ItemUse]:
    """Uses of whatever this reader may read, newest first; what was taken back is not among them."""
    rows = ItemUse.objects.filter(withdrawn_at__isnull=True, item__in=visible_items(actor))
    return rows.select_related("item__live", "partnership", "role").order_by("-reported_at", "-pk")


def use_count(actor: Actor) -> Coalesce:
    """To annotate items with: how often somebody told of using it, as far as this reader may read that."""
    mine = visible_uses(actor).filter(item=OuterRef("pk")).order_by().values("item")
    return Coalesce(Subquery(mine.annotate(number=Count("pk")).values("number")), 0)


def visible_use(actor: Actor, public_id: str) -> ItemUse | None:
    """One use that was not taken back; one's own also when the item can no longer be read."""
    wanted = Q(item__in=visible_items(actor))
    if actor.account is not None:
        wanted |= Q(account=actor.account)
    rows = ItemUse.objects.filter(wanted, withdrawn_at__isnull=True, public_id=public_id)
    return rows.select_related("item__live", "partnership", "role").first()


def shown_uses(rows: Iterable[ItemUse], actor: Actor) -> list[ShownUse]:
    """Uses as they are read: a fixed number of queries for any number."""
    uses = list(rows)
    names = partnership_names([use.partnership_id for use in uses if use.partnership_id], actor.day)
    copies = _copies(uses, actor)
    return [
        ShownUse(
            use,
            _who(use, names),
            named_item(use.item),
            copies.get(use.copy_id or 0),
            actor.account is not None and use.account_id == actor.account.pk,
        )
        for use in uses
    ]


def uses_of(item: KnowledgeItem, actor: Actor) -> list[ShownUse]:
    """Who used an item, newest first."""
    return shown_uses(visible_uses(actor).filter(item=item), actor)


def named_item(item: KnowledgeItem) -> Named:
    return Named(item.live.title if item.live else item.slug, reverse("knowledge:item", args=[item.slug]))


def held_uses(account: User) -> list[dict[str, Any]]:
    """For the download of one's own data."""
    rows = ItemUse.objects.filter(account=account).select_related("item", "partnership", "role")
    return [
        {
            "kennisitem": row.item.slug,
            "partnerschap": row.partnership.slug if row.partnership else "",
            "rol": str(row.role) if row.role else "",
            "wat er anders ging": row.adaptation,
            "wat het opleverde": row.result,
            "gemeld op": row.reported_at,
            "ingetrokken op": row.withdrawn_at,
        }
        for row in rows
    ]


def _who(use: ItemUse, names: dict[int, str]) -> Named:
    if use.partnership is None:
        return Named(str(use.role), "")
    name = names.get(use.partnership.pk, use.partnership.slug)
    return Named(name, reverse("network:partnership", args=[use.partnership.slug]))


def _copies(uses: list[ItemUse], actor: Actor) -> dict[int, Named]:
    wanted = [use.copy_id for use in uses if use.copy_id]
    if not wanted:
        return {}
    return {row.pk: named_item(row) for row in visible_items(actor).filter(pk__in=wanted).select_related("live")}
