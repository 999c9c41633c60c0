"""Finding the item that takes the place of another."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import KnowledgeItem

from .items import visible_items, with_card
from .shelf import Choice, Shelf

MOST = 10


@dataclass(frozen=True)
class Candidate:
    """A published item as an option in a list."""

    public_id: str
    name: str
    details: str

    @property
    def label(self) -> str:
        return " · ".join(part for part in (self.name, self.details) if part)


def leading_here(item: KnowledgeItem) -> set[int]:
    """The item itself and all that it took the place of, directly or by way of others."""
    found: set[int] = set()
    fresh = {item.pk}
    while fresh:
        found |= fresh
        fresh = set(KnowledgeItem.objects.filter(replaced_by__in=fresh).values_list("pk", flat=True)) - found
    return found


def successors_found(actor: Actor, item: KnowledgeItem, text: str) -> list[Candidate]:
    """What can take its place and has these words, best first, one more than `MOST` when there are; none without words."""
    if not text:
        return []
    rows = Shelf(actor, Choice(text=text)).items().exclude(pk__in=leading_here(item))
    return [_candidate(row) for row in rows[: MOST + 1]]


def successor_chosen(actor: Actor, public_id: str) -> KnowledgeItem | None:
    return with_card(visible_items(actor)).filter(public_id=public_id).first()


def successor_of(actor: Actor, item: KnowledgeItem) -> KnowledgeItem | None:
    """What took its place, when this person may read that."""
    return with_card(visible_items(actor)).filter(pk=item.replaced_by_id).first() if item.replaced_by_id else None


def _candidate(row: KnowledgeItem) -> Candidate:
    version = row.live
    year = str(version.year) if version and version.year else ""
    title = version.title if version else row.slug
    return Candidate(row.public_id, title, " · ".join(filter(None, [str(row.get_kind_display()), year, _of(row)])))


def _of(row: KnowledgeItem) -> str:
    return _("voorbeeld") if row.is_example else ""
