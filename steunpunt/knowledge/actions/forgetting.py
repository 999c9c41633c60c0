"""Erasing what the knowledge room holds of somebody: what was shared stays, the name behind it goes."""

from datetime import datetime

from steunpunt.foundation.accounts.models import User
from steunpunt.knowledge.models import (
    Bulletin,
    BulletinState,
    ItemContact,
    ItemState,
    KnowledgeItem,
    Remark,
    SenderAllowance,
)


def forget_author(account: User, at: datetime) -> None:
    """Drafts that nobody else has seen go; what was published stays without its author."""
    own = KnowledgeItem.objects.filter(author=account)
    own.filter(state=ItemState.DRAFT, published_at__isnull=True).delete()
    own.update(author=None)


def forget_remarks(account: User, at: datetime) -> None:
    """The conversation keeps its words, for the other side of it, without whose they are."""
    Remark.objects.filter(author=account).update(author=None)


def forget_contacts(account: User, at: datetime) -> None:
    """The role remains to be called."""
    for row in ItemContact.objects.filter(person__account=account):
        if ItemContact.objects.filter(item=row.item, role=row.role, person=None).exists():
            row.delete()
        else:
            row.person = None
            row.save(update_fields=["person"])


def forget_bulletins(account: User, at: datetime) -> None:
    """Drafts that nobody else has seen go; what was posted is the sender's and stays without its writer."""
    own = Bulletin.objects.filter(author=account)
    own.filter(state=BulletinState.DRAFT, published_at__isnull=True).delete()
    own.update(author=None)


def forget_allowances(account: User, at: datetime) -> None:
    SenderAllowance.objects.filter(account=account).delete()
