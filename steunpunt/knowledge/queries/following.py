"""Reading what somebody keeps at hand and follows, and whom a new item may interest."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.knowledge.models import Bookmark, ItemVersion, KnowledgeItem, ThemeFollow
from steunpunt.network.models import Theme

from .items import visible_items
from .use import named_item


def visible_bookmarks(actor: Actor) -> QuerySet[Bookmark]:
    """One's own, as far as the items can still be read; newest first."""
    rows = Bookmark.objects.filter(account=actor.account, item__in=visible_items(actor))
    return rows.select_related("item__live").order_by("-at", "-pk")


def visible_follows(actor: Actor) -> QuerySet[ThemeFollow]:
    """The themes that one follows oneself."""
    return ThemeFollow.objects.filter(account=actor.account).select_related("theme").order_by("theme__title", "pk")


def is_bookmarked(actor: Actor, item: KnowledgeItem) -> bool:
    return actor.is_signed_in and Bookmark.objects.filter(account=actor.account, item=item).exists()


def is_followed(actor: Actor, theme: Theme) -> bool:
    return actor.is_signed_in and ThemeFollow.objects.filter(account=actor.account, theme=theme).exists()


def follow_by_id(public_id: str) -> ThemeFollow | None:
    """Behind the link in a mail: whoever holds it needs no account."""
    return ThemeFollow.objects.filter(public_id=public_id).select_related("theme").first()


def kept_at_hand(account: User, actor: Actor, day: date) -> dict[str, Any]:
    """The panel on one's own page."""
    kept = [{"named": named_item(row.item), "slug": row.item.slug} for row in visible_bookmarks(actor)]
    return {"bookmarks": kept, "follows": list(visible_follows(actor))}


def theme_panel(theme: Theme, actor: Actor, day: date) -> dict[str, Any]:
    """The panel on the page of a theme."""
    return {"theme": theme, "is_followed": is_followed(actor, theme)}


def follows_of(version: ItemVersion) -> QuerySet[ThemeFollow]:
    """Whoever follows a theme of the version, or one that it falls under; an account's follows stand together."""
    rows = ThemeFollow.objects.filter(theme__in=_with_those_above(version), account__is_active=True)
    return rows.select_related("account", "theme").order_by("account", "theme__title", "pk")


def held_bookmarks(account: User) -> list[dict[str, Any]]:
    rows = Bookmark.objects.filter(account=account).select_related("item")
    return [{"kennisitem": row.item.slug, "bewaard op": row.at} for row in rows]


def held_follows(account: User) -> list[dict[str, Any]]:
    rows = ThemeFollow.objects.filter(account=account).select_related("theme").order_by("at", "pk")
    return [{"thema": row.theme.title, "sinds": row.at} for row in rows]


def _with_those_above(version: ItemVersion) -> set[int]:
    """One query per level of the tree."""
    front = set(version.themes.values_list("pk", flat=True))
    found = set(front)
    while front:
        above = Theme.objects.filter(pk__in=front, parent__isnull=False).values_list("parent", flat=True)
        front = {pk for pk in above if pk} - found
        found |= front
    return found
