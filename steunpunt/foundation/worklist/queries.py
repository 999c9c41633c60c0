"""Reading the work list."""

from datetime import datetime
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import worklist

from .models import WorkItem, WorkState

if TYPE_CHECKING:
    from steunpunt.foundation.accounts.models import User


def visible_items(actor: Actor) -> QuerySet[WorkItem]:
    """Staff see everything; others what they may handle, and what they opened themselves."""
    if actor.is_staff:
        return WorkItem.objects.all()
    if actor.is_signed_in:
        return WorkItem.objects.filter(_handled_by(actor) | Q(opened_by=actor.reference))
    return WorkItem.objects.none()


def items_for(actor: Actor) -> QuerySet[WorkItem]:
    """What the actor is asked to decide on."""
    if actor.is_staff:
        return WorkItem.objects.all()
    if actor.is_signed_in:
        return WorkItem.objects.filter(_handled_by(actor))
    return WorkItem.objects.none()


def own_items(actor: Actor) -> QuerySet[WorkItem]:
    """What the account asked itself, newest first."""
    if not actor.is_signed_in:
        return WorkItem.objects.none()
    return WorkItem.objects.filter(opened_by=actor.reference).order_by("-opened_at", "-id")


def _handled_by(actor: Actor) -> Q:
    """The kinds of work that people beside staff may handle: what each pin says."""
    nothing = Q(pk__in=[])
    return reduce(lambda found, pin: found | (Q(kind=pin.kind) & pin.handled(actor)), worklist, nothing)


def open_items(actor: Actor) -> QuerySet[WorkItem]:
    return items_for(actor).filter(state=WorkState.OPEN)


def waits_for(kind: str, subject: str, opened_by: str = "") -> bool:
    """Whether a question of this kind about this subject (by this actor) is still open."""
    rows = WorkItem.objects.filter(kind=kind, subject=subject, state=WorkState.OPEN)
    return rows.filter(opened_by=opened_by).exists() if opened_by else rows.exists()


def was_asked(kind: str, subject: str, opened_by: str) -> bool:
    """Whether this actor asked this before, whatever the answer was."""
    return WorkItem.objects.filter(kind=kind, subject=subject, opened_by=opened_by).exists()


def was_decided_since(kind: str, subject: str, moment: datetime) -> bool:
    """Whether somebody answered a question of this kind about the subject after that moment."""
    return WorkItem.objects.filter(kind=kind, subject=subject, decided_at__gte=moment).exists()


def still_personal(before: datetime) -> QuerySet[WorkItem]:
    """What was decided before that moment and still holds an address, or words of whoever asked."""
    kinds = [pin.kind for pin in worklist]
    unknown = ~Q(kind__in=kinds) & ~Q(data={})
    words = (Q(kind=pin.kind, data__has_any_keys=sorted(pin.personal)) for pin in worklist if pin.personal)
    return WorkItem.objects.filter(reduce(or_, words, ~Q(reply_to="") | unknown), decided_at__lt=before)


def visible_item(actor: Actor, public_id: str) -> WorkItem | None:
    """One item, when the actor may see it."""
    return visible_items(actor).filter(public_id=public_id).first()


def item_by_token(token: str) -> WorkItem | None:
    """The item of whoever holds its secret link."""
    return WorkItem.objects.filter(token=token).first()


def held_items(account: "User") -> list[dict[str, Any]]:
    """What somebody asked, for the download of one's own data."""
    asked = Q(opened_by=f"account:{account.public_id}") | Q(reply_to__iexact=account.email)
    return [
        {
            "titel": item.title,
            "inhoud": item.data,
            "ingediend op": item.opened_at,
            "stand": item.get_state_display(),
            "antwoord": item.answer,
        }
        for item in WorkItem.objects.filter(asked)
    ]
