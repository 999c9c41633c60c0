"""What search may find of the bulletins: each one that is published and stands by itself."""

from collections.abc import Collection, Iterator

from django.db.models import Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.documents import Document
from steunpunt.foundation.sectors import Sector
from steunpunt.knowledge.models import Bulletin
from steunpunt.network.queries.choices import choices

from .bulletins import visible_bulletins, with_words

BATCH = 100


def bulletin_documents(public_ids: Collection[str] | None) -> Iterator[Document]:
    """Title, text, who told it and for whom."""
    rows = visible_bulletins(Actor.for_system("zoeken"))
    if public_ids is not None:
        rows = rows.filter(public_id__in=public_ids)
    for bulletin in with_words(rows).order_by("pk").iterator(chunk_size=BATCH):
        yield _document(bulletin)


def _document(bulletin: Bulletin) -> Document:
    themes = {theme.slug for theme in bulletin.reached_themes}
    told = [row.text for row in bulletin.parts]
    told += [sender.name for sender in bulletin.senders] + [row.source for row in bulletin.parts]
    told += [role.title for role in bulletin.reached_roles] + [theme.title for theme in bulletin.reached_themes]
    return Document(
        reference=bulletin.reference,
        title=bulletin.title,
        text="\n".join(told),
        facets={
            "sector": tuple(bulletin.reached_sectors or Sector.values),
            "thema": tuple(slug for slug, theme in choices().themes.items() if not themes.isdisjoint(theme.below)),
            "jaar": (str(bulletin.effective_on.year),),
        },
        day=bulletin.published_at.date() if bulletin.published_at else None,
    )


def bulletins_touched(references: Collection[str]) -> set[str] | None:
    """The bulletins themselves; after a change of senders, themes or lists all of them."""
    if any(text.partition(":")[0] in {"afzender", "thema", "lijsten"} for text in references):
        return None
    return {text.partition(":")[2] for text in references if text.startswith("bericht:")}


def bulletin_rows(actor: Actor, found: QuerySet[Bulletin]) -> QuerySet[Bulletin]:
    """What a result shows of these bulletins."""
    return with_words(found)


def bulletins_with(rows: QuerySet[Bulletin], text: str) -> QuerySet[Bulletin]:
    """Bulletins with every word in their title or text, for when there is no index."""
    for word in text.split():
        rows = rows.filter(Q(title__unaccent__icontains=word) | Q(text__unaccent__icontains=word))
    return rows
