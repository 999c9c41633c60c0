"""Which organisations send bulletins, and who may post for them; staff decide."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.access.refusing import Sentences, refused_with
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.ledger.revisions import locked
from steunpunt.foundation.references import new_public_id
from steunpunt.knowledge.models import Sender, SenderAllowance
from steunpunt.knowledge.rules.bulletins import may_manage_senders
from steunpunt.network.actions.telling import told

from .bulletins import ONLY_EDITORS

FACTS = ("name", "website", "organisation")
RESERVED = {"nieuw"}
SENTENCES: Sentences = {
    "knowledge_sender_name_key": (_("Deze afzender staat er al."), "name"),
    "sender_allowance_once": (_("Deze persoon kan al plaatsen voor deze afzender."), "email"),
    "sender_allowance_end_after_begin": (_("De einddag ligt na de begindag."), "valid_until"),
}


def add_sender(facts: Mapping[str, Any], *, by: Actor, at: datetime) -> Sender:
    """An organisation that may tell schools something."""
    require(may_manage_senders(by), ONLY_EDITORS)
    with transaction.atomic(), refused_with(SENTENCES):
        sender = Sender(slug=_free_slug(facts["name"]), **{name: facts[name] for name in FACTS if name in facts})
        sender.save()
        _note(sender, "sender-added", _now("Afzender toegevoegd."), by=by, at=at)
    return sender


def change_sender(
    sender: Sender, facts: Mapping[str, Any], *, by: Actor, at: datetime, revision: int | None = None
) -> Sender:
    """Another name, website or page; the address of its stream stays."""
    require(may_manage_senders(by), ONLY_EDITORS)
    with transaction.atomic(), refused_with(SENTENCES):
        held = locked(sender, revision)
        before = told(held, *FACTS)
        for name in FACTS:
            if name in facts:
                setattr(held, name, facts[name])
        held.save()
        changes = field_changes(before, told(held, *FACTS))
        require(bool(changes), _("Er is niets veranderd. Pas eerst iets aan."))
        _note(held, "sender-changed", _now("Afzender gewijzigd."), changes, by=by, at=at)
    return held


def allow(
    sender: Sender, account: User, since: date, until: date | None = None, *, by: Actor, at: datetime
) -> SenderAllowance:
    """This person posts for the sender, from a day on."""
    require(may_manage_senders(by), ONLY_EDITORS)
    with transaction.atomic(), refused_with(SENTENCES):
        row = SenderAllowance(sender=sender, account=account, valid_from=since, valid_until=until)
        row.save()
        _note(sender, "sender-allowance-given", _now("Iemand kan berichten plaatsen voor deze afzender."), by=by, at=at)
    return row


def end_allowance(row: SenderAllowance, on: date, *, by: Actor, at: datetime) -> None:
    """From that day on this person posts no more; one that had not begun by then never was."""
    require(may_manage_senders(by), ONLY_EDITORS)
    with transaction.atomic():
        held = SenderAllowance.objects.select_for_update().get(pk=row.pk)
        require(held.valid_until is None or held.valid_until > on, _("Dit was die dag al gestopt."))
        if held.valid_from is not None and held.valid_from >= on:
            held.delete()
        else:
            held.valid_until = on
            held.save(update_fields=["valid_until"])
        _note(held.sender, "sender-allowance-ended", _now("Iemand plaatst niet meer voor deze afzender."), by=by, at=at)


def _note(
    sender: Sender, deed: str, summary: str, changes: dict[str, list] | None = None, *, by: Actor, at: datetime
) -> None:
    record(by=by, at=at, deed=deed, summary=summary, subjects=[sender.reference], changes=changes)


def _free_slug(name: str) -> str:
    base = slugify(name)[:60].strip("-") or "afzender"
    taken = base in RESERVED or Sender.objects.filter(slug=base).exists()
    return f"{base}-{new_public_id()}" if taken else base
