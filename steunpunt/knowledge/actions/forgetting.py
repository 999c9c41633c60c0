"""Erasing what the knowledge room holds of somebody: what was shared stays, the name behind it goes."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.intake.storing import discard
from steunpunt.knowledge.models import (
    Bulletin,
    BulletinState,
    ItemContact,
    ItemFile,
    ItemState,
    KnowledgeItem,
    Remark,
    SenderAllowance,
)
from steunpunt.network.queries.people_held import people_behind


def forget_author(account: User, at: datetime) -> None:
    """Drafts that nobody else has seen go; what was published stays without its author."""
    own = KnowledgeItem.objects.filter(author=account)
    drafts = list(own.filter(state=ItemState.DRAFT, published_at__isnull=True).values_list("pk", flat=True))
    stored = list(ItemFile.objects.filter(item__in=drafts).values_list("stored_as", flat=True))
    KnowledgeItem.objects.filter(pk__in=drafts).delete()
    own.update(author=None)
    transaction.on_commit(lambda: _discard_all(stored))


def forget_remarks(account: User, at: datetime) -> None:
    """The conversation keeps its words, for the other side of it, without whose they are."""
    Remark.objects.filter(author=account).update(author=None)


def forget_contacts(account: User, at: datetime) -> None:
    """The role remains to be called."""
    for row in ItemContact.objects.filter(person__in=people_behind(account)):
        if ItemContact.objects.filter(item=row.item, role=row.role, person=None).exists():
            row.delete()
        else:
            row.person = None
            row.save(update_fields=["person"])


def forget_bulletins(account: User, at: datetime) -> None:
    """Drafts that nobody else could see go; the rest is the sender's and stays without its writer."""
    own = Bulletin.objects.filter(author=account)
    others = SenderAllowance.objects.on(localdate(at)).exclude(account=account).values("sender")
    own.filter(state=BulletinState.DRAFT, published_at__isnull=True).exclude(sender__in=others).delete()
    own.update(author=None)


def forget_allowances(account: User, at: datetime) -> None:
    SenderAllowance.objects.filter(account=account).delete()


def _discard_all(names: list[str]) -> None:
    for name in names:
        discard(name, Path(settings.FILES_DIR))
