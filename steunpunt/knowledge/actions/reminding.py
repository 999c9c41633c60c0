"""Asking the owner of an item, once per round, whether it still holds."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from steunpunt.foundation.outbox.actions import post_mail
from steunpunt.knowledge.models import ItemState, KnowledgeItem
from steunpunt.network.queries.people import coordinators_of


def remind_owners(*, at: datetime) -> int:
    """One mail per item whose day has come; how many."""
    today = localdate(at)
    due = KnowledgeItem.objects.filter(state=ItemState.PUBLISHED, check_on__lte=today, reminded_on__isnull=True)
    count = 0
    for pk in due.order_by("pk").values_list("pk", flat=True):
        count += _remind(pk, at)
    return count


def _remind(pk: int, at: datetime) -> int:
    with transaction.atomic():
        rows = KnowledgeItem.objects.select_for_update(of=("self",)).select_related("live", "author", "partnership")
        item = rows.get(pk=pk)
        if item.reminded_on is not None or item.live is None:
            return 0
        for address in _owners(item, at):
            _mail(item, item.live.title, address, at)
        item.reminded_on = localdate(at)
        item.save(update_fields=["reminded_on"])
    return 1


def _owners(item: KnowledgeItem, at: datetime) -> list[str]:
    """The author, or else whoever coordinates its partnership now."""
    if item.author and item.author.is_active:
        return [item.author.email]
    people = coordinators_of(item.partnership, localdate(at)) if item.partnership else []
    return [person.account.email for person in people if person.account]


def _mail(item: KnowledgeItem, title: str, address: str, at: datetime) -> None:
    words = _(
        "Je deelde ‘%(title)s’ op de kennisbank. Klopt het nog?\n\n"
        "Kijk het na en bevestig het, pas het aan of trek het in:\n%(address)s\n"
    )
    page = settings.BASE_URL + reverse("knowledge:work", args=[item.public_id])
    subject = _("Klopt ‘%(title)s’ nog?") % {"title": title}
    post_mail(to=address, subject=subject, text=words % {"title": title, "address": page}, at=at)
