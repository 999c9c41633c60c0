"""Making, removing and moving links of the thread."""

from datetime import datetime

from django.db.models import F

from steunpunt.foundation.access import Actor

from .models import Link, Relation


def link(source: str, target: str, relation: Relation, *, by: Actor, at: datetime) -> Link:
    """Tie two references; the same link again is left as it stands."""
    found, _ = Link.objects.get_or_create(
        source=source, target=target, relation=relation, defaults={"at": at, "by": by.reference}
    )
    return found


def unlink(source: str, target: str, relation: Relation) -> None:
    Link.objects.filter(source=source, target=target, relation=relation).delete()


def move_links(old: str, new: str) -> None:
    """Hang the links of a merged record on the one that remains; `move_back` undoes it."""
    for side in ("source", "target"):
        for row in Link.objects.select_for_update().filter(**{side: old}):
            other = row.target if side == "source" else row.source
            ends = {"source": new, "target": other} if side == "source" else {"source": other, "target": new}
            taken = Link.objects.filter(relation=row.relation, **ends).exists()
            if other != new and not taken:
                Link.objects.filter(pk=row.pk).update(**{side: new, "moved_from": old})


def move_back(old: str, new: str) -> None:
    """Undo `move_links(old, new)`."""
    moved = Link.objects.filter(moved_from=old)
    moved.filter(source=new).update(source=F("moved_from"), moved_from="")
    moved.filter(target=new).update(target=F("moved_from"), moved_from="")
