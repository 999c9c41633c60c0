"""Keeping the index as the records are: what waits is written, and now and then everything is made anew."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

from steunpunt.foundation.boards import due
from steunpunt.foundation.search.asking import IndexUnavailable, the_index
from steunpunt.foundation.search.documents import Document
from steunpunt.foundation.search.feeding import all_documents, changes_of, followed_kinds
from steunpunt.foundation.search.models import IndexBuild, WaitingReference
from steunpunt.foundation.search.queries import built_since, last_total

BATCH = 500
TELL_EVERY = 250
KEEP_BUILDS = timedelta(days=30)
NOT_AGAIN_WITHIN = timedelta(hours=12)
LOCK_SPACE, LOCK_NAME = 7130, 3
"""One process at a time writes in the index."""
Told = Callable[[int, int], None]


def wait_for_index(references: Iterable[str]) -> None:
    """Write, in the transaction of a deed, which records have to be looked at again."""
    kinds = followed_kinds()
    waiting = [text for text in dict.fromkeys(references) if text.partition(":")[0] in kinds]
    if not waiting:
        return
    # When something waits already, a job for it stands in the queue; the tick asks every minute anyway.
    is_first = not WaitingReference.objects.exists()
    WaitingReference.objects.bulk_create(WaitingReference(reference=text) for text in waiting)
    if is_first:
        due.get("search-waiting").enqueue()


def take_waiting() -> int:
    """Write what waits in the index; how many records. A row goes only after the index was written.

    Without an index everything stays: the build that comes takes it along.
    """
    taken = 0
    with _alone() as is_mine:
        while is_mine and (rows := list(WaitingReference.objects.order_by("pk")[:BATCH])):
            try:
                _write({row.reference for row in rows})
            except IndexUnavailable:
                break
            taken += WaitingReference.objects.filter(pk__in=[row.pk for row in rows]).delete()[0]
    return taken


def _write(references: set[str]) -> None:
    changes, index = changes_of(references), the_index()
    gone = set(changes.gone)
    for kind in changes.whole:
        gone |= set(index.references(kind)) - {document.reference for document in changes.written}
    if changes.written:
        index.write(changes.written)
    if gone:
        index.remove(sorted(gone))


def build_if_needed(*, at: datetime) -> bool:
    """Make the index when there is none that can be read; whether it was made."""
    if the_index().is_ready():
        return False
    return build_index(at=at)


def build_daily(*, at: datetime) -> bool:
    """Make the index anew, because what begins or ends on a day does so without a deed; whether it was made."""
    return not built_since(at - NOT_AGAIN_WITHIN) and build_index(at=at)


def build_index(*, at: datetime, told: Told = lambda done, total: None) -> bool:
    """Make the whole index anew; the old one answers until then. False when somebody else is writing."""
    with _alone() as is_mine:
        if not is_mine:
            return False
        # By number, not "everything until": a deed that commits while we read may have a lower number.
        seen = list(WaitingReference.objects.values_list("pk", flat=True))
        IndexBuild.objects.filter(started_at__lt=at - KEEP_BUILDS).delete()
        build = IndexBuild.objects.create(started_at=at, told_at=at, total=last_total())
        the_index().rebuild(_counted(all_documents(), build, told))
        build.finished_at = build.told_at = timezone.now()
        build.total = build.done
        build.save()
        WaitingReference.objects.filter(pk__in=seen).delete()
    return True


def _counted(documents: Iterable[Document], build: IndexBuild, told: Told) -> Iterator[Document]:
    for document in documents:
        yield document
        build.done += 1
        if build.done % TELL_EVERY == 0:
            build.told_at = timezone.now()
            build.save(update_fields=["done", "told_at"])
            told(build.done, build.total)


def learn_meaning(*, seconds: float) -> bool:
    """Work for so long on the meaning of what was written; whether there is more to do."""
    with _alone() as is_mine:
        if not is_mine:
            return False
        try:
            return bool(the_index().learn(seconds))
        except IndexUnavailable:
            return False


@contextmanager
def _alone() -> Iterator[bool]:
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_lock(%s, %s)", [LOCK_SPACE, LOCK_NAME])
        is_mine = bool(cursor.fetchone()[0])
    try:
        yield is_mine
    finally:
        if is_mine and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("select pg_advisory_unlock(%s, %s)", [LOCK_SPACE, LOCK_NAME])
