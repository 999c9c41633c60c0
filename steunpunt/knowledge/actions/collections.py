"""Putting items together, ordering them, showing the whole to everybody, and taking that back."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.revisions import locked
from steunpunt.knowledge.models import CollectedItem, Collection, KnowledgeItem
from steunpunt.knowledge.queries.items import visible_items
from steunpunt.knowledge.rules.collections import may_collect, may_edit_collection, may_show_to_all, may_speak_for

NOT_YOURS = _("Dit kan alleen wie de verzameling maakte.")
MOST = 100
"""Items in one collection; who has more, has two subjects."""


def make_collection(facts: Mapping[str, Any], *, by: Actor, at: datetime) -> Collection:
    """An empty collection that only its maker sees; `facts`: `title` and perhaps `intro`."""
    require(may_collect(by), _("Log eerst in."))
    with transaction.atomic():
        made = Collection(account=by.account, title=facts["title"].strip(), intro=facts.get("intro", "").strip())
        made.changed_at = at
        made.save()
        _note(made, "collection-made", _("Verzameling gemaakt."), by=by, at=at)
    return made


def revise_collection(
    collection: Collection, facts: Mapping[str, Any], *, by: Actor, at: datetime, revision: int | None = None
) -> None:
    """Change its words, and whether everybody sees it; `facts`: `title`, `intro`, `is_public`, `partnership`."""
    require(may_edit_collection(by, collection), NOT_YOURS)
    shown = facts.get("is_public", collection.is_public)
    speaker = facts.get("partnership", collection.partnership)
    require(
        shown or collection.account_id is not None,
        _("Deze verzameling is van niemand meer. Haal haar weg als ze niet meer nodig is."),
        field="is_public",
    )
    if shown and (not collection.is_public or speaker != collection.partnership):
        require(may_show_to_all(by), _("Alleen wie bij een partnerschap hoort kan dit."), field="is_public")
        require(may_speak_for(by, speaker), _("Kies het partnerschap waar dit van is."), field="partnership")
    with transaction.atomic():
        held = locked(collection, revision)
        was = held.is_public
        held.title, held.intro, held.is_public = facts["title"].strip(), facts["intro"].strip(), shown
        held.partnership = speaker
        _changed(held, at)
        _note(held, "collection-changed", _told(was, now=shown), by=by, at=at)


def collect(collection: Collection, item: KnowledgeItem, note: str = "", *, by: Actor, at: datetime) -> None:
    """Add an item at the end; when it stands there already a new word of why takes the place of the old."""
    require(may_edit_collection(by, collection), NOT_YOURS)
    require(visible_items(by).filter(pk=item.pk).exists(), _("Dit item kun je niet (meer) lezen."))
    with transaction.atomic():
        held = locked(collection)
        entry = held.entries.filter(item=item).first()
        if entry is None:
            require(held.entries.count() < MOST, _("Er passen honderd bijdragen in een verzameling. Begin een tweede."))
            last = held.entries.aggregate(last=Max("place"))["last"] or 0
            CollectedItem.objects.create(collection=held, item=item, note=note.strip(), place=last + 1)
        elif note.strip():
            entry.note = note.strip()
            entry.save(update_fields=["note"])
        _changed(held, at)


def collect_in_new(title: str, item: KnowledgeItem, note: str = "", *, by: Actor, at: datetime) -> Collection:
    """Begin a collection with an item in it; neither without the other."""
    with transaction.atomic():
        made = make_collection({"title": title}, by=by, at=at)
        collect(made, item, note, by=by, at=at)
    return made


def write_note(entry: CollectedItem, note: str, *, by: Actor, at: datetime) -> None:
    """Say why it belongs there."""
    with _tending(entry, by, at) as row:
        row.note = note.strip()
        row.save(update_fields=["note"])


def drop(entry: CollectedItem, *, by: Actor, at: datetime) -> None:
    """Take an item out of the collection."""
    with _tending(entry, by, at) as row:
        row.delete()


def move(entry: CollectedItem, steps: int, *, by: Actor, at: datetime) -> None:
    """Move an item up (negative) or down among those that one may read; past the end changes nothing."""
    with _tending(entry, by, at) as row:
        rows = list(row.collection.entries.order_by("place", "pk"))
        seen = set(row.collection.entries.filter(item__in=visible_items(by)).values_list("pk", flat=True))
        stops = [one for one in rows if one.pk in seen or one == row]
        beside = stops[min(max(stops.index(row) + steps, 0), len(stops) - 1)]
        target = rows.index(beside)
        rows.insert(target, rows.pop(rows.index(row)))
        for place, one in enumerate(rows, 1):
            one.place = place
        CollectedItem.objects.bulk_update(rows, ["place"])


def remove_collection(collection: Collection, *, by: Actor, at: datetime) -> None:
    """Take the whole away; the items stay where they are."""
    require(may_edit_collection(by, collection), NOT_YOURS)
    with transaction.atomic():
        held = locked(collection)
        _note(held, "collection-removed", _("Verzameling weggehaald."), by=by, at=at)
        held.delete()


def forget_collections(account: User, at: datetime) -> None:
    """What only its maker saw goes; what is public stays without whose it was."""
    Collection.objects.filter(account=account, is_public=False).delete()
    Collection.objects.filter(account=account).update(account=None)


@contextmanager
def _tending(entry: CollectedItem, by: Actor, at: datetime) -> Iterator[CollectedItem]:
    """Lock the collection of an entry, hand out the entry as it stands, and keep the moment of the change."""
    require(may_edit_collection(by, entry.collection), NOT_YOURS)
    with transaction.atomic():
        held = locked(entry.collection)
        row = held.entries.filter(pk=entry.pk).first()
        if row is None:
            raise Refusal(_now("Dit is al uit de verzameling gehaald."))
        yield row
        _changed(held, at)


def _changed(collection: Collection, at: datetime) -> None:
    collection.changed_at = at
    collection.save()


def _told(was: bool, *, now: bool) -> str:
    if was == now:
        return _now("Verzameling gewijzigd.")
    return _now("Verzameling te zien voor iedereen.") if now else _now("Verzameling niet meer te zien voor anderen.")


def _note(collection: Collection, deed: str, summary: object, *, by: Actor, at: datetime) -> None:
    record(by=by, at=at, deed=deed, summary=summary, subjects=[collection.reference])
