"""Files of items: handed in and checked at once, read in the background."""

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.boards import due
from steunpunt.foundation.intake.kinds import Kind
from steunpunt.foundation.intake.reading import ReadDocument
from steunpunt.foundation.intake.reading_apart import read_apart
from steunpunt.foundation.intake.receiving import receive
from steunpunt.foundation.intake.storing import NamedUpload, discard, stored_path
from steunpunt.foundation.ledger.revisions import locked
from steunpunt.foundation.search.actions.indexing import wait_for_index
from steunpunt.knowledge.models import FileState, ItemFile, ItemVersion, KnowledgeItem
from steunpunt.knowledge.rules.items import may_edit_item

from .items import NOT_YOURS, free_slug, note, open_version

STALE = timedelta(minutes=5)
"""Reading takes a minute at most: what still reads after this was begun by a worker that is gone."""


def hand_in(item: KnowledgeItem, upload: NamedUpload, *, by: Actor, at: datetime) -> ItemFile:
    """Check and keep a file for the open version of an item; it is read afterwards."""
    require(may_edit_item(by, item), NOT_YOURS)
    folder = Path(settings.FILES_DIR)
    stored, checked = receive(upload, folder, most_mb=settings.UPLOAD_MAX_MB, scan_command=settings.VIRUS_SCAN_COMMAND)
    try:
        with transaction.atomic():
            held = locked(item)
            row = ItemFile.objects.create(
                item=held,
                stored_as=stored.name,
                name=checked.name,
                kind=checked.kind.value,
                size=stored.size,
                sha256=stored.sha256,
                handed_in_at=at,
            )
            open_version(held, at).files.add(row)
            note(item, "item-file-added", _("Bestand toegevoegd."), by=by, at=at)
    except BaseException:
        discard(stored.name, folder)
        raise
    due.get("read-files").enqueue()
    return row


def take_out(file: ItemFile, *, by: Actor, at: datetime) -> None:
    """Take a file out of the open version; versions that were published keep it."""
    require(may_edit_item(by, file.item), NOT_YOURS)
    with transaction.atomic():
        held = locked(file.item)
        open_version(held, at).files.remove(file)
        note(held, "item-file-removed", _("Bestand weggehaald."), by=by, at=at)


def read_waiting(*, at: datetime) -> int:
    """Read every file that waits, or whose reading broke off; how many."""
    waiting = Q(state=FileState.WAITING) | Q(state=FileState.READING, read_at__lt=at - STALE)
    count = 0
    while (row := _next(waiting, at)) is not None:
        _read(row, at)
        count += 1
    return count


def _next(waiting: Q, at: datetime) -> ItemFile | None:
    with transaction.atomic():
        row = ItemFile.objects.filter(waiting).select_for_update(skip_locked=True).order_by("pk").first()
        if row is not None:
            row.state, row.read_at, row.done_part = FileState.READING, at, 0
            row.save(update_fields=["state", "read_at", "done_part"])
        return row


def _read(row: ItemFile, at: datetime) -> None:
    """One file; what cannot be read keeps the sentence that says why."""
    path = stored_path(row.stored_as, Path(settings.FILES_DIR))
    try:
        require(path.exists(), _("Het bestand is er niet meer."))
        found = read_apart(path, Kind(row.kind), lambda done, total: _tell(row, done, total))
    except Refusal as refusal:
        row.state, row.problem = FileState.FAILED, refusal.message
        row.save(update_fields=["state", "problem"])
        return
    with transaction.atomic():
        _keep(row, found, at)
        _fill_empty(row)
        wait_for_index([row.item.reference])


def _tell(row: ItemFile, done: int, total: int) -> None:
    part = min(99, done * 100 // max(total, 1))
    if part >= row.done_part + 5:
        row.done_part = part
        ItemFile.objects.filter(pk=row.pk).update(done_part=part)


def _keep(row: ItemFile, found: ReadDocument, at: datetime) -> None:
    row.state, row.done_part, row.read_at, row.problem = FileState.READ, 100, at, ""
    row.title, row.text, row.headings = found.title[:300], found.text, list(found.headings)[:200]
    row.language, row.dated_on, row.pages = found.language, found.date, found.pages
    row.save()


def _fill_empty(row: ItemFile) -> None:
    """What the file says goes where its author left nothing: the title, the year and the language."""
    for version in ItemVersion.objects.select_for_update().filter(files=row, published_at__isnull=True):
        if version.title == row.name and row.title:
            version.title = row.title[:160]
            _give_address(version)
        if version.year is None and row.dated_on:
            version.year = row.dated_on.year
        if row.language in {"nl", "en", "de", "fr"}:
            version.language = row.language
        version.save(update_fields=["title", "year", "language"])


def _give_address(version: ItemVersion) -> None:
    """An item that nobody has seen yet is called after its title, not after its file."""
    if version.item.published_at is None:
        KnowledgeItem.objects.filter(pk=version.item_id).update(slug=free_slug(version.title))
