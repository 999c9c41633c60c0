"""Saying that an item was used and with what result, taking that back, and telling its owner."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.access.refusing import Sentences, refused_with
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.events.announcing import announce
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.revisions import lock_tree
from steunpunt.foundation.outbox.actions import post_mail
from steunpunt.foundation.thread.actions import link, unlink
from steunpunt.foundation.thread.models import Relation
from steunpunt.knowledge.events import ItemUsed
from steunpunt.knowledge.models import ItemState, ItemUse, KnowledgeItem
from steunpunt.knowledge.rules.use import (
    can_withdraw_use,
    is_own_use,
    may_report_for,
    may_report_use,
    may_withdraw_use,
)
from steunpunt.network.models import Partnership
from steunpunt.network.queries.people import coordinators_of, partnership_name

from .copying import begin_adaptation
from .items import shows_on_partnership

SENTENCES: Sentences = {
    "use_by_partnership_or_role": (_("Kies voor welk partnerschap, of in welke rol."), "role"),
    "use_has_result": (_("Schrijf in één of twee zinnen wat het opleverde."), "result"),
}


def report_use(item: KnowledgeItem, facts: Mapping[str, Any], *, by: Actor, at: datetime) -> ItemUse:
    """Somebody used an item. `facts`: `result`, `partnership` or `role`, and perhaps `adaptation` and `copy`.

    With `copy` an own adaptation is begun, which stands in `copy` of the use.
    """
    require(may_report_use(by, item), _("Log in om te laten weten dat je dit gebruikte."))
    partnership: Partnership | None = facts.get("partnership")
    if partnership is not None:
        require(may_report_for(by, partnership), _("Kies een partnerschap waar je bij hoort."), field="partnership")
    with transaction.atomic(), refused_with(SENTENCES):
        use = ItemUse(item=item, account=by.account, partnership=partnership, reported_at=at)
        use.role = None if partnership else facts.get("role")
        use.adaptation, use.result = facts.get("adaptation", "").strip(), facts["result"].strip()
        lock_tree(f"use {item.pk}")
        told = ItemUse.objects.filter(item=item, account=by.account, result=use.result, withdrawn_at__isnull=True)
        require(by.account is None or not told.exists(), _("Dit staat er al."), field="result")
        if facts.get("copy"):
            use.copy = begin_adaptation(item, partnership, by=by, at=at)
        use.save()
        if partnership:
            link(item.reference, partnership.reference, Relation.USED_IN, by=by, at=at)
        _note(use, "item-used", _("Gebruikt, met wat het opleverde."), by=by, at=at)
        announce(ItemUsed(item.public_id, use.public_id, at))
    return use


def withdraw_use(use: ItemUse, reason: str = "", *, by: Actor, at: datetime) -> None:
    """Take a use away from its readers; staff say why, and that stands in the ledger."""
    require(may_withdraw_use(by, use), _("Dit kan alleen wie het meldde, en het steunpunt."))
    given = reason.strip()
    require(is_own_use(by, use) or bool(given), _("Schrijf waarom je dit weghaalt."), field="reason")
    with transaction.atomic():
        held = ItemUse.objects.select_for_update().get(pk=use.pk)
        require(can_withdraw_use(held), _("Dit is al ingetrokken."))
        held.withdrawn_at = at
        held.save(update_fields=["withdrawn_at"])
        if held.partnership and not _used_by(held.item, held.partnership):
            unlink(held.item.reference, held.partnership.reference, Relation.USED_IN)
        changes = {"reden": [None, given]} if given else None
        _note(held, "use-withdrawn", _("Melding van gebruik ingetrokken."), changes, by=by, at=at)


def tell_owner(public_id: str, *, at: datetime) -> int:
    """Mail the owner of the item once that somebody used it; how many mails."""
    with transaction.atomic():
        rows = ItemUse.objects.select_for_update(of=("self",)).filter(public_id=public_id, withdrawn_at__isnull=True)
        use = rows.filter(told_at__isnull=True, item__state=ItemState.PUBLISHED).select_related("item__live").first()
        if use is None:
            return 0
        use.told_at = at
        use.save(update_fields=["told_at"])
        owners = _owners(use, at)
        for owner in owners:
            _mail(use, owner, at)
    return len(owners)


def forget_uses(account: User, at: datetime) -> None:
    """What somebody told of a use helps others and stays, without whose it was; what was taken back goes."""
    own = ItemUse.objects.filter(account=account)
    own.filter(withdrawn_at__isnull=False).delete()
    own.update(account=None)


def _used_by(item: KnowledgeItem, partnership: Partnership) -> bool:
    return ItemUse.objects.filter(item=item, partnership=partnership, withdrawn_at__isnull=True).exists()


def _note(
    use: ItemUse, deed: str, summary: object, changes: dict[str, list] | None = None, *, by: Actor, at: datetime
) -> None:
    """The history of a partnership is public, so it tells of public items only."""
    subjects = [use.item.reference]
    if use.partnership and shows_on_partnership(use.item):
        subjects.append(use.partnership.reference)
    record(by=by, at=at, deed=deed, summary=summary, subjects=subjects, changes=changes)


def _owners(use: ItemUse, at: datetime) -> list[User]:
    """The author, or else whoever coordinates the partnership of the item; never the one who said it."""
    item = use.item
    if item.author and item.author.is_active:
        accounts = [item.author]
    else:
        people = coordinators_of(item.partnership, localdate(at)) if item.partnership else []
        accounts = [person.account for person in people if person.account and person.account.is_active]
    return [account for account in accounts if account.pk != use.account_id]


def _mail(use: ItemUse, owner: User, at: datetime) -> None:
    title = use.item.live.title if use.item.live else ""
    who = partnership_name(use.partnership, localdate(at)) if use.partnership else _role(use)
    words = _now(
        "Wat je deelde wordt gebruikt.\n\n%(who)s werkte met ‘%(title)s’.\n\nWat het opleverde:\n%(result)s\n\n"
        "%(adaptation)sLees het terug bij je bijdrage:\n%(address)s\n"
    )
    adaptation = _now("Wat er anders ging:\n%(text)s\n\n") % {"text": use.adaptation} if use.adaptation else ""
    facts = {"who": who, "title": title, "result": use.result, "adaptation": adaptation, "address": _address(use)}
    post_mail(
        to=owner.email,
        subject=_now("‘%(title)s’ is gebruikt door %(who)s") % {"title": title, "who": who},
        text=words % facts,
        at=at,
    )


def _role(use: ItemUse) -> str:
    return _now("Iemand in de rol van %(role)s") % {"role": str(use.role).lower()}


def _address(use: ItemUse) -> str:
    return settings.BASE_URL + reverse("knowledge:item", args=[use.item.slug]) + "#gebruikt"
