"""Writing, posting, changing and withdrawing bulletins, and making one of doubles."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.access.refusing import Sentences, refused_with
from steunpunt.foundation.events.announcing import announce
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.ledger.revisions import lock_tree, locked
from steunpunt.foundation.references import new_public_id
from steunpunt.foundation.thread.actions import move_back, move_links
from steunpunt.knowledge.events import BulletinPublished
from steunpunt.knowledge.models import Bulletin, BulletinState
from steunpunt.knowledge.queries.bulletins import below
from steunpunt.knowledge.rules.bulletins import (
    can_merge,
    can_post,
    can_undo_merge,
    can_withdraw,
    may_edit_bulletin,
    may_merge,
    may_post_for,
)
from steunpunt.network.actions.telling import told
from steunpunt.network.queries.labels import field_label

NOT_THEIRS = _("Voor deze afzender kun je geen berichten plaatsen. Vraag het steunpunt om toegang.")
NOT_YOURS = _("Dit kan alleen wie voor de afzender plaatst, en het steunpunt.")
ONLY_EDITORS = _("Dit kan alleen de redactie van het steunpunt.")
FACTS = ("sender", "title", "text", "sectors", "effective_on", "expires_on", "source", "source_link")
SETS = ("roles", "themes")
RESERVED = {"plaatsen", "mijn", "redactie", "afzenders"}
"""Words that stand in addresses where a bulletin's own word could stand."""
MERGING = "bulletin-merging"
SENTENCES: Sentences = {
    "knowledge_bulletin_slug_key": (_("Dit bericht staat er al. Kijk bij ‘Mijn berichten’."), "title"),
    "bulletin_ends_after_begin": (_("De dag waarop het stopt, ligt na de dag waarop het ingaat."), "expires_on"),
    "bulletin_not_merged_with_itself": (_("Een bericht kan niet met zichzelf worden samengevoegd."), "other"),
}


def begin_bulletin(facts: Mapping[str, Any], *, by: Actor, at: datetime) -> Bulletin:
    """A draft; `facts` holds what `FACTS` and `SETS` name."""
    require(may_post_for(by, facts["sender"]), NOT_THEIRS, field="sender")
    with transaction.atomic(), refused_with(SENTENCES):
        bulletin = Bulletin(slug=_free_slug(facts["title"]), author=by.account, created_at=at, changed_at=at)
        _fill(bulletin, facts)
        _note(bulletin, "bulletin-begun", _now("Begonnen aan een bericht."), by=by, at=at)
    return bulletin


def post(
    bulletin: Bulletin,
    facts: Mapping[str, Any] | None = None,
    *,
    by: Actor,
    at: datetime,
    revision: int | None = None,
) -> Bulletin:
    """Show a draft to its readers, or a withdrawn one again; as it was kept, or as `facts` says it now."""
    _require_theirs(by, bulletin, facts or {})
    with transaction.atomic(), refused_with(SENTENCES):
        held = locked(bulletin, revision)
        require(can_post(held), _("Dit bericht staat al op de site."))
        _say(held, facts or {}, by=by, at=at)
        is_first = held.published_at is None
        held.state, held.published_at, held.changed_at = BulletinState.PUBLISHED, held.published_at or at, at
        held.save()
        summary = _now("Geplaatst.") if is_first else _now("Weer op de site gezet.")
        _note(held, "bulletin-posted", summary, by=by, at=at)
        announce(BulletinPublished(held.public_id, at, is_first))
    return held


def post_new(facts: Mapping[str, Any], *, by: Actor, at: datetime) -> Bulletin:
    """Write and post in one go."""
    with transaction.atomic():
        return post(begin_bulletin(facts, by=by, at=at), by=by, at=at)


def revise(
    bulletin: Bulletin, facts: Mapping[str, Any], *, by: Actor, at: datetime, revision: int | None = None
) -> Bulletin:
    """Say it differently; of what readers saw before, the history keeps what it was."""
    _require_theirs(by, bulletin, facts)
    with transaction.atomic(), refused_with(SENTENCES):
        held = locked(bulletin, revision)
        require(_say(held, facts, by=by, at=at), _("Er is niets veranderd. Pas eerst iets aan."))
    return held


def withdraw(bulletin: Bulletin, reason: str = "", *, by: Actor, at: datetime) -> None:
    """Take it away from its readers; what was merged with it stands by itself again."""
    require(may_edit_bulletin(by, bulletin), NOT_YOURS)
    with transaction.atomic():
        lock_tree(MERGING)
        held = locked(bulletin)
        require(can_withdraw(held), _("Dit bericht staat niet op de site."))
        if held.merged_into_id is None:
            for double in Bulletin.objects.filter(merged_into=held):
                _part(locked(double), by=by, at=at)
        changes = {_now("reden"): [None, reason]} if reason else None
        _note(held, "bulletin-withdrawn", _now("Ingetrokken."), changes, by=by, at=at)
        held.state, held.changed_at = BulletinState.WITHDRAWN, at
        held.save()


def merge(double: Bulletin, kept: Bulletin, *, by: Actor, at: datetime) -> Bulletin:
    """Two that say the same become one: `kept` stays, with the senders, sources and readers of both."""
    require(may_merge(by), ONLY_EDITORS)
    with transaction.atomic(), refused_with(SENTENCES):
        lock_tree(MERGING)
        gone, stays = locked(double), locked(kept)
        require(can_merge(gone, stays), _("Samenvoegen kan met twee verschillende berichten die op de site staan."))
        Bulletin.objects.filter(shown_in=gone).update(shown_in=stays)
        gone.merged_into, gone.shown_in = stays, stays
        gone.changed_at = stays.changed_at = at
        gone.save()
        stays.save()
        move_links(gone.reference, stays.reference)
        words = {"name": gone.sender.name}
        _note(gone, "bulletin-merged", _now("Samengevoegd met een ander bericht."), by=by, at=at)
        _note(stays, "bulletin-took-in", _now("Samengevoegd met een bericht van %(name)s.") % words, by=by, at=at)
    return stays


def undo_merge(double: Bulletin, *, by: Actor, at: datetime) -> Bulletin:
    """Both stand by themselves again, whatever was merged in between."""
    require(may_merge(by), ONLY_EDITORS)
    with transaction.atomic():
        lock_tree(MERGING)
        held = locked(double)
        require(can_undo_merge(held), _("Dit bericht is niet samengevoegd."))
        _part(held, by=by, at=at)
    return held


def _part(double: Bulletin, *, by: Actor, at: datetime) -> None:
    """Take a double out of what it was merged into; what it took in itself goes along."""
    kept, shown = double.merged_into, double.shown_in
    if kept is None or shown is None:
        return
    Bulletin.objects.filter(pk__in=below(double)).update(shown_in=double)
    double.merged_into = double.shown_in = None
    double.changed_at = at
    double.save()
    move_back(double.reference, kept.reference)
    words = {"name": double.sender.name}
    _note(double, "bulletin-parted", _now("Staat weer apart."), by=by, at=at)
    for row in {kept, shown}:
        _note(row, "bulletin-let-go", _now("Het bericht van %(name)s staat weer apart.") % words, by=by, at=at)
    Bulletin.objects.filter(pk=shown.pk).update(changed_at=at)
    if double.state != BulletinState.PUBLISHED:
        # Nobody sees it, so what it took in cannot be seen with it.
        for inner in Bulletin.objects.filter(merged_into=double):
            _part(locked(inner), by=by, at=at)


def _require_theirs(by: Actor, bulletin: Bulletin, facts: Mapping[str, Any]) -> None:
    """They post for its sender, and for the one that it gets."""
    require(may_edit_bulletin(by, bulletin), NOT_YOURS)
    require(may_post_for(by, facts.get("sender", bulletin.sender)), NOT_THEIRS, field="sender")


def _say(held: Bulletin, facts: Mapping[str, Any], *, by: Actor, at: datetime) -> bool:
    """Whether anything came to be said differently."""
    before = _told(held)
    held.changed_at = at
    _fill(held, facts)
    changes = field_changes(before, _told(held))
    if changes and held.state == BulletinState.DRAFT:
        _note(held, "bulletin-kept", _now("Concept bewaard."), by=by, at=at)
    elif changes:
        _note(held, "bulletin-revised", _now("Bericht gewijzigd."), changes, by=by, at=at)
    return bool(changes)


def _fill(bulletin: Bulletin, facts: Mapping[str, Any]) -> None:
    for name in FACTS:
        if name in facts:
            setattr(bulletin, name, facts[name])
    bulletin.save()
    for name in SETS:
        if name in facts:
            getattr(bulletin, name).set(facts[name])


def _told(bulletin: Bulletin) -> dict[str, object]:
    """What it says, in words."""
    sets = {
        field_label(bulletin, name): ", ".join(sorted(str(row) for row in getattr(bulletin, name).all()))
        for name in SETS
    }
    return told(bulletin, *FACTS) | sets


def _note(
    bulletin: Bulletin,
    deed: str,
    summary: str,
    changes: dict[str, list] | None = None,
    *,
    by: Actor,
    at: datetime,
) -> None:
    """One ledger line; what becomes of a double shows at the bulletin that it stands with, without its words."""
    record(by=by, at=at, deed=deed, summary=summary, subjects=[bulletin.reference], changes=changes)
    if bulletin.shown_in is not None and deed != "bulletin-merged":
        told_there = _now("Een bericht dat hiermee is samengevoegd, is gewijzigd of ingetrokken.")
        record(by=by, at=at, deed="bulletin-double-changed", summary=told_there, subjects=[bulletin.shown_in.reference])


def _free_slug(title: str) -> str:
    """An address from the title that no other bulletin has."""
    base = slugify(title)[:80].strip("-") or "bericht"
    taken = base in RESERVED or Bulletin.objects.filter(slug=base).exists()
    return f"{base}-{new_public_id()}" if taken else base
