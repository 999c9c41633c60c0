"""Two editors of one record: the row is locked, and whoever looked at an older state is told."""

from typing import Protocol, TypeVar

from django.db import connection
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.queries import history_of


class Counted(Protocol):
    """A record with a reference and a revision that counts its changes."""

    pk: int
    revision: int

    @property
    def reference(self) -> str: ...


Revised = TypeVar("Revised", bound=Counted)


class Outdated(Refusal):
    """Somebody else changed the record after this person opened the form; `revision` is how it stands now."""

    def __init__(self, message: str, revision: int) -> None:
        super().__init__(message)
        self.revision = revision


def locked(record: Revised, revision: int | None = None) -> Revised:
    """Lock the record for this transaction and give it a new revision; refuse when `revision` is an old one."""
    rows: QuerySet = type(record)._default_manager.all()  # type: ignore[attr-defined]
    row = rows.select_for_update().get(pk=record.pk)
    if revision is not None and revision != row.revision:
        raise Outdated(_told(row, row.revision - revision), row.revision)
    row.revision += 1
    row.save(update_fields=["revision"])
    record.revision = row.revision
    return row


def _told(row: Counted, missed: int) -> str:
    lines = [
        _("%(what)s (%(who)s, %(when)s)")
        % {
            "what": entry.summary.rstrip("."),
            "who": entry.actor_label,
            "when": date_format(localtime(entry.at), "j F Y H:i"),
        }
        for entry in history_of(row.reference, limit=min(max(missed, 1), 3))
    ]
    return _(
        "Iemand anders heeft dit gewijzigd terwijl jij bezig was: %(changes)s. "
        "Wat jij invulde staat hieronder nog. Kijk of het nog klopt en bewaar dan opnieuw."
    ) % {"changes": "; ".join(lines)}


def lock_tree(name: str) -> None:
    """Let one transaction at a time change a tree, because a cycle can arise between rows that nobody shares."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [name])
