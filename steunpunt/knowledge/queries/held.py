"""What the knowledge room holds of an account, for the download of one's own data."""

from typing import Any

from steunpunt.foundation.accounts.models import User
from steunpunt.knowledge.models import Bulletin, ItemContact, ItemVersion, Remark, SenderAllowance
from steunpunt.network.queries.people_held import people_behind


def held_items(account: User) -> list[dict[str, Any]]:
    rows = ItemVersion.objects.filter(item__author=account).select_related("item").order_by("item", "number")
    return [
        {
            "titel": row.title,
            "versie": row.number,
            "soort": row.item.get_kind_display(),
            "stand": row.item.get_state_display(),
            "opbrengst": row.outcome,
            "wanneer het werkt": row.conditions,
            "hoe het gaat": row.body,
        }
        for row in rows
    ]


def held_remarks(account: User) -> list[dict[str, Any]]:
    return [{"tekst": row.text, "op": row.at} for row in Remark.objects.filter(author=account)]


def held_contacts(account: User) -> list[dict[str, Any]]:
    rows = ItemContact.objects.filter(person__in=people_behind(account)).select_related("item", "role")
    return [{"kennisitem": row.item.slug, "rol": str(row.role)} for row in rows]


def held_bulletins(account: User) -> list[dict[str, Any]]:
    rows = Bulletin.objects.filter(author=account).select_related("sender").order_by("pk")
    return [
        {
            "titel": row.title,
            "tekst": row.text,
            "afzender": row.sender.name,
            "stand": row.get_state_display(),
            "bron": row.source,
            "geschreven op": row.created_at,
        }
        for row in rows
    ]


def held_allowances(account: User) -> list[dict[str, Any]]:
    rows = SenderAllowance.objects.filter(account=account).select_related("sender")
    return [{"afzender": row.sender.name, "vanaf": row.valid_from, "tot": row.valid_until} for row in rows]
