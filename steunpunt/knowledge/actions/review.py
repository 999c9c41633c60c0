"""The editor's side: talking with the author, publishing, sending back, withdrawing and bringing back."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.events.announcing import announce
from steunpunt.foundation.ledger.revisions import lock_tree, locked
from steunpunt.foundation.outbox.actions import post_mail
from steunpunt.foundation.thread.actions import link, unlink
from steunpunt.foundation.thread.models import Relation
from steunpunt.knowledge.events import ItemPublished, ItemReplaced, ItemWithdrawn
from steunpunt.knowledge.models import ItemState, ItemVersion, KnowledgeItem, Remark
from steunpunt.knowledge.queries.versions import latest_version
from steunpunt.knowledge.rules.items import (
    can_be_replaced,
    can_bring_back,
    can_publish,
    can_replace,
    can_withdraw,
    may_edit_item,
    may_point_to,
    may_review,
)

from .items import NOT_YOURS, note, refused_plainly, require_whole

NOT_PUBLISHED = _("Dit kan alleen met wat is gepubliceerd.")
ONLY_EDITORS = _("Dit kan alleen de redactie van het steunpunt.")
VALID_FOR = timedelta(days=730)
"""After two years the owner is asked whether it still holds."""


def remark(item: KnowledgeItem, text: str, *, by: Actor, at: datetime) -> Remark:
    """A line in the conversation; the other side gets mail."""
    require(may_edit_item(by, item), NOT_YOURS)
    require(bool(text.strip()), _("Schrijf wat je wilt vragen of zeggen."), field="text")
    from_editor = may_review(by) and by.account != item.author
    with transaction.atomic():
        said = Remark.objects.create(item=item, author=by.account, from_editor=from_editor, text=text.strip(), at=at)
        note(item, "item-remarked", _("Opmerking bij het concept."), by=by, at=at)
        if from_editor:
            _tell_author(item, _now("De redactie heeft een vraag over ‘%(title)s’"), said.text, at)
    return said


def publish(item: KnowledgeItem, *, by: Actor, at: datetime) -> ItemVersion:
    """Show the version that was sent in to its readers."""
    require(may_review(by), ONLY_EDITORS)
    with transaction.atomic(), refused_plainly():
        held = locked(item)
        version = latest_version(held)
        require(can_publish(version), _("Deze versie is nog niet ingestuurd, of al gepubliceerd."))
        require_whole(version)
        is_first = held.published_at is None
        version.published_at = at
        version.save(update_fields=["published_at"])
        held.live, held.state, held.published_at = version, ItemState.PUBLISHED, held.published_at or at
        held.check_on, held.reminded_on = localdate(at) + VALID_FOR, None
        held.save()
        note(held, "item-published", _("Gepubliceerd: %(title)s.") % {"title": version.title}, by=by, at=at)
        announce(ItemPublished(held.public_id, version.number, at, is_first))
        _tell_author(held, _now("‘%(title)s’ is gepubliceerd"), _now("Iedereen voor wie het is, kan het nu lezen."), at)
    return version


def send_back(item: KnowledgeItem, text: str, *, by: Actor, at: datetime) -> None:
    """Give the version back to its author, with what should be different."""
    require(may_review(by), ONLY_EDITORS)
    require(bool(text.strip()), _("Schrijf wat er anders moet."), field="text")
    with transaction.atomic():
        held = locked(item)
        version = latest_version(held)
        require(can_publish(version), _("Deze versie wacht niet op de redactie."))
        version.submitted_at = None
        version.save(update_fields=["submitted_at"])
        if held.state == ItemState.IN_REVIEW:
            held.state = ItemState.DRAFT
            held.save(update_fields=["state"])
        Remark.objects.create(item=held, author=by.account, from_editor=True, text=text.strip(), at=at)
        note(held, "item-sent-back", _("Teruggegeven aan de maker."), by=by, at=at)
        _tell_author(held, _now("‘%(title)s’ kan nog beter"), text.strip(), at)


def withdraw(item: KnowledgeItem, reason: str, *, by: Actor, at: datetime) -> None:
    """Take a published item away from its readers; everything is kept and can be brought back."""
    require(may_edit_item(by, item), NOT_YOURS)
    with transaction.atomic():
        held = locked(item)
        require(can_withdraw(held), _("Dit item is niet gepubliceerd."))
        note(held, "item-withdrawn", _("Ingetrokken."), {"reden": [None, reason]} if reason else None, by=by, at=at)
        held.state = ItemState.WITHDRAWN
        held.save(update_fields=["state"])
        announce(ItemWithdrawn(held.public_id, at))


def bring_back(item: KnowledgeItem, *, by: Actor, at: datetime) -> None:
    """Show a withdrawn item again as it was."""
    require(may_review(by), ONLY_EDITORS)
    with transaction.atomic():
        held = locked(item)
        require(can_bring_back(held), _("Dit item was niet ingetrokken."))
        held.state = ItemState.PUBLISHED
        held.save(update_fields=["state"])
        note(held, "item-brought-back", _("Weer zichtbaar."), by=by, at=at)
        announce(ItemPublished(held.public_id, held.live.number if held.live else 0, at, False))


def replace(
    item: KnowledgeItem, by_item: KnowledgeItem | None, *, by: Actor, at: datetime, revision: int | None = None
) -> None:
    """Say that another item took this one's place; None takes that back."""
    require(may_edit_item(by, item), NOT_YOURS)
    with transaction.atomic(), refused_plainly():
        lock_tree("knowledge items that replace others")
        held = locked(item, revision)
        if by_item is not None:
            _require_successor(held, by_item, by)
        if held.replaced_by:
            unlink(held.reference, held.replaced_by.reference, Relation.REPLACED_BY)
        held.replaced_by = by_item
        held.save(update_fields=["replaced_by"])
        if by_item:
            link(held.reference, by_item.reference, Relation.REPLACED_BY, by=by, at=at)
        summary = _("Vervangen door een ander item.") if by_item else _("Niet meer vervangen.")
        note(held, "item-replaced", summary, by=by, at=at)
        announce(ItemReplaced(held.public_id, by_item.public_id if by_item else "", at))


def _require_successor(item: KnowledgeItem, by_item: KnowledgeItem, by: Actor) -> None:
    require(can_be_replaced(item), NOT_PUBLISHED)
    require(may_point_to(by, by_item), _("Deze bijdrage is er niet, of je mag haar niet lezen."), field="successor")
    sentence = _("Kies een andere bijdrage. Anders verwijst deze, misschien via een andere, naar zichzelf.")
    require(can_replace(item, by_item), sentence, field="successor")


def confirm_valid(item: KnowledgeItem, *, by: Actor, at: datetime) -> None:
    """The owner says that it still holds; the next question comes after two years."""
    require(may_edit_item(by, item), NOT_YOURS)
    with transaction.atomic():
        held = locked(item)
        held.check_on, held.reminded_on = localdate(at) + VALID_FOR, None
        held.save(update_fields=["check_on", "reminded_on"])
        note(held, "item-confirmed", _("Nagekeken: klopt nog."), by=by, at=at)


def work_address(item: KnowledgeItem) -> str:
    return settings.BASE_URL + reverse("knowledge:work", args=[item.public_id])


def _tell_author(item: KnowledgeItem, subject: str, text: str, at: datetime) -> None:
    if item.author is None or not item.author.is_active:
        return
    title = latest_version(item).title
    words = _now("%(text)s\n\nBekijk het hier en antwoord daar:\n%(address)s\n")
    post_mail(
        to=item.author.email,
        subject=subject % {"title": title},
        text=words % {"text": text, "address": work_address(item)},
        at=at,
    )
