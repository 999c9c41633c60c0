"""What search may find of the words in common: frameworks, each of their criteria, and regulations; all are public."""

import re
from collections.abc import Collection, Iterator

from django.db.models import Q, QuerySet
from django.utils.text import Truncator

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards.pins import own_kind
from steunpunt.foundation.search.documents import Document
from steunpunt.knowledge.models import Criterion, Regulation
from steunpunt.network.queries.choices import choices

from .frameworks import visible_criteria, visible_frameworks
from .regulations import NUMBER, visible_regulations

RESTS_ON = re.compile(rf",?\s*{NUMBER.pattern}")
TITLE_WORDS = 14
VISITOR = Actor.visitor()


def framework_documents(public_ids: Collection[str] | None) -> Iterator[Document]:
    """Title, summary, the names of the levels, and the source; by its number a regulation is found, not what rests on it."""
    for row in _chosen(visible_frameworks(VISITOR), public_ids).prefetch_related("levels"):
        levels = ", ".join(level.title for level in row.levels.all())
        yield Document(row.reference, row.title, _told(row.summary, levels, RESTS_ON.sub("", row.source)))


def criterion_documents(public_ids: Collection[str] | None) -> Iterator[Document]:
    """Title and text; what the title says already is left out."""
    for row in _chosen(visible_criteria(VISITOR), public_ids):
        title = criterion_title(row)
        yield Document(row.reference, title, "" if title.endswith(row.text) else row.text)


def regulation_documents(public_ids: Collection[str] | None) -> Iterator[Document]:
    """Title, our summary, the number, what kind it is, and its themes."""
    for row in _chosen(visible_regulations(VISITOR).prefetch_related("themes"), public_ids):
        own = {theme.slug for theme in row.themes.all()}
        main = tuple(slug for slug, theme in choices().themes.items() if not own.isdisjoint(theme.below))
        named = ", ".join(theme.title for theme in row.themes.all())
        yield Document(
            reference=row.reference,
            title=row.title,
            text=_told(row.summary, row.bwbr, row.kind, named),
            facets={
                "sector": tuple(row.sectors),
                "thema": main,
                "jaar": (str(row.signed_on.year),) if row.signed_on else (),
            },
            day=row.signed_on,
        )


def criterion_title(row: Criterion) -> str:
    """Its own title, or how its sentence begins."""
    return f"{row.code} {row.title or Truncator(row.text).words(TITLE_WORDS)}"


def regulation_rows(actor: Actor, found: QuerySet[Regulation]) -> QuerySet[Regulation]:
    return found.prefetch_related("themes")


def regulations_touched(references: Collection[str]) -> set[str] | None:
    """The regulations themselves; after a change of the themes all of them."""
    if any(text.partition(":")[0] in {"thema", "lijsten"} for text in references):
        return None
    return own_kind(references, "wet")


def criteria_with(rows: QuerySet[Criterion], text: str) -> QuerySet[Criterion]:
    """Criteria with every word in their title or text, for when there is no index."""
    for word in text.split():
        rows = rows.filter(Q(title__unaccent__icontains=word) | Q(text__unaccent__icontains=word))
    return rows


def regulations_with(rows: QuerySet[Regulation], text: str) -> QuerySet[Regulation]:
    """Regulations with every word in their title, number or summary, for when there is no index."""
    for word in text.split():
        said = Q(title__unaccent__icontains=word) | Q(summary__unaccent__icontains=word)
        rows = rows.filter(said | Q(bwbr__iexact=word))
    return rows.prefetch_related("themes")


def _chosen(rows: QuerySet, public_ids: Collection[str] | None) -> QuerySet:
    return rows if public_ids is None else rows.filter(public_id__in=public_ids)


def _told(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
