"""Reading versions of items: the open one, what waits for an editor, and what differs between two."""

from dataclasses import dataclass

from django.db.models import QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.kinds import details_of
from steunpunt.knowledge.models import ItemVersion, KnowledgeItem
from steunpunt.network.queries.labels import field_label

from .items import editable_items

COMPARED = ("title", "outcome", "conditions", "body", "year", "link")


def latest_version(item: KnowledgeItem) -> ItemVersion:
    """The version with the highest number, published or not."""
    return item.versions.select_related("item").prefetch_related("themes", "files").order_by("-number")[0]


def visible_versions(actor: Actor, item: KnowledgeItem) -> QuerySet[ItemVersion]:
    """What was published, newest first; whoever works on the item sees the open version too."""
    rows = ItemVersion.objects.filter(item=item).prefetch_related("themes", "files")
    if editable_items(actor).filter(pk=item.pk).exists():
        return rows
    return rows.filter(published_at__isnull=False)


def waiting_versions(actor: Actor) -> QuerySet[ItemVersion]:
    """What waits for an editor, longest first."""
    if not actor.is_staff:
        return ItemVersion.objects.none()
    rows = ItemVersion.objects.filter(submitted_at__isnull=False, published_at__isnull=True)
    return rows.select_related("item", "item__partnership").order_by("submitted_at", "pk")


@dataclass(frozen=True)
class Difference:
    """One field in two versions, as words."""

    label: str
    old: str
    new: str

    @property
    def is_changed(self) -> bool:
        return self.old != self.new


def differences(old: ItemVersion, new: ItemVersion) -> list[Difference]:
    """Every field that is filled in at either side, in the order of the page."""
    rows = [Difference(field_label(new, name), _said(old, name), _said(new, name)) for name in COMPARED]
    rows += [
        Difference(str(detail.label), str(old.details.get(detail.key, "")), str(new.details.get(detail.key, "")))
        for detail in details_of(new.item.kind)
    ]
    rows += [Difference(field_label(new, name), _listed(old, name), _listed(new, name)) for name in ("themes", "files")]
    return [row for row in rows if row.old or row.new]


def _said(version: ItemVersion, name: str) -> str:
    value = getattr(version, name)
    return "" if value is None else str(value)


def _listed(version: ItemVersion, name: str) -> str:
    return ", ".join(sorted(str(row) for row in getattr(version, name).all()))
