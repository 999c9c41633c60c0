"""Opening an item of the work list and deciding on it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.boards import worklist
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.outbox.actions import post_mail

from .models import WorkItem, WorkState
from .queries import still_personal
from .rules import can_decide, may_handle

if TYPE_CHECKING:
    from steunpunt.foundation.accounts.models import User

KEEP_ASKER = timedelta(days=30)
"""How long after a decision we know whom to answer, and what this person wrote with it; the privacy page says so."""


def open_item(
    *, kind: str, subject: str, title: str, data: dict, by: Actor, at: datetime, reply_to: str = ""
) -> WorkItem:
    """Put a question on the list; the proposer gets a mail with a link to follow it."""
    with transaction.atomic():
        item = WorkItem.objects.create(
            kind=kind,
            subject=subject,
            title=title[:200],
            data=data,
            opened_at=at,
            opened_by=by.reference,
            reply_to=reply_to,
        )
        record(by=by, at=at, deed=f"{kind}-opened", summary=title, subjects=[item.reference])
        if reply_to:
            _mail_receipt(item, at)
    return item


def accept_item(item: WorkItem, *, by: Actor, at: datetime, answer: str = "") -> WorkItem:
    """Say yes: the room that pinned this kind carries it out in the same transaction."""
    return _decide(item, WorkState.ACCEPTED, by=by, at=at, answer=answer)


def decline_item(item: WorkItem, *, by: Actor, at: datetime, answer: str) -> WorkItem:
    """Say no, with a reason that the proposer can read."""
    require(bool(answer.strip()), _("Schrijf waarom je dit niet overneemt. De indiener leest dit."), field="answer")
    return _decide(item, WorkState.DECLINED, by=by, at=at, answer=answer)


def _decide(item: WorkItem, state: WorkState, *, by: Actor, at: datetime, answer: str) -> WorkItem:
    with transaction.atomic():
        item = WorkItem.objects.select_for_update().get(pk=item.pk)
        require(may_handle(by, item), _("Je mag dit verzoek niet behandelen."))
        require(can_decide(item), _("Over dit verzoek is al besloten."))
        item.state, item.decided_at, item.decided_by, item.answer = state, at, by.reference, answer.strip()
        item.save()
        pin = worklist.get(item.kind)
        (pin.accept if state == WorkState.ACCEPTED else pin.decline)(item, by, at)
        record(
            by=by,
            at=at,
            deed=f"{item.kind}-{state}",
            summary=_("Verzoek %(state)s: %(title)s") % {"state": state.label, "title": item.title},
            subjects=[item.reference],
        )
        if item.reply_to:
            _mail_decision(item, at)
    return item


def _address(item: WorkItem) -> str:
    return settings.BASE_URL + reverse("foundation:work_item_followed", args=[item.token])


def _mail_receipt(item: WorkItem, at: datetime) -> None:
    text = _(
        "Dank je wel. We hebben je verzoek ontvangen: %(title)s\n\n"
        "Een medewerker van het steunpunt kijkt ernaar. Je krijgt bericht als er is besloten.\n"
        "Volg je verzoek hier: %(url)s\n"
    ) % {"title": item.title, "url": _address(item)}
    post_mail(to=item.reply_to, subject=_("We hebben je verzoek ontvangen"), text=text, at=at)


def _mail_decision(item: WorkItem, at: datetime) -> None:
    text = _("Je verzoek \u201c%(title)s\u201d is %(state)s.\n\n%(answer)s\n\nBekijk het hier: %(url)s\n") % {
        "title": item.title,
        "state": item.get_state_display(),
        "answer": item.answer,
        "url": _address(item),
    }
    post_mail(to=item.reply_to, subject=_("Er is besloten over je verzoek"), text=text, at=at)


def forget_asker(account: "User", at: datetime) -> None:
    """An erased account: its open requests about itself go, of the others the address, the account and the words."""
    reference = f"account:{account.public_id}"
    for item in WorkItem.objects.filter(Q(opened_by=reference) | Q(reply_to__iexact=account.email)):
        if item.data.pop("account", "") == account.public_id and item.is_open:
            item.delete()
        else:
            _forget_words(item)


def forget_decided(*, at: datetime) -> int:
    """Of what was decided a while ago the question and the answer stay, not who asked in which words; how many."""
    items = list(still_personal(at - KEEP_ASKER))
    for item in items:
        _forget_words(item)
    return len(items)


def _forget_words(item: WorkItem) -> None:
    """What the room that pinned this kind calls personal; of a kind that nobody knows any more, everything."""
    personal = worklist.get(item.kind).personal if item.kind in worklist else item.data.keys()
    item.reply_to = ""
    item.data = {key: value for key, value in item.data.items() if key not in personal}
    item.save(update_fields=["reply_to", "data"])
