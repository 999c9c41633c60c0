"""Making, removing and moving links of the thread, in the transaction of the deed itself."""

from datetime import datetime

from steunpunt.foundation.access import Actor

from .models import Link, Relation

ENDS = ("source", "target")


def link(source: str, target: str, relation: Relation, *, by: Actor, at: datetime) -> Link:
    """Tie two references; the same link again is left as it stands."""
    found, _ = Link.objects.get_or_create(
        source=source,
        target=target,
        relation=relation,
        source_was=[],
        target_was=[],
        defaults={"at": at, "by": by.reference},
    )
    return found


def unlink(source: str, target: str, relation: Relation) -> None:
    Link.objects.filter(source=source, target=target, relation=relation).delete()


def move_links(old: str, new: str) -> None:
    """Hang the links of a merged record on the one that remains; `move_back` undoes it."""
    for end in ENDS:
        for row in Link.objects.select_for_update().filter(**{end: old}):
            setattr(row, f"{end}_was", [*getattr(row, f"{end}_was"), old])
            setattr(row, end, new)
            row.save()


def move_back(old: str, new: str) -> None:
    """Undo `move_links(old, new)`, in whatever order: what moved on with a later merge comes back too."""
    for end in ENDS:
        for row in Link.objects.select_for_update().filter(**{f"{end}_was__contains": [old]}):
            trail = [*getattr(row, f"{end}_was"), getattr(row, end)]
            place = trail.index(old)
            if trail[place + 1] == new:
                setattr(row, f"{end}_was", trail[:place])
                setattr(row, end, old)
                row.save()
