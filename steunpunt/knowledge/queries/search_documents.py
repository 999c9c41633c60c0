"""What search may find of the knowledge base: each published item, for whoever may read it."""

from collections.abc import Collection, Iterator

from django.contrib.postgres.fields import ArrayField
from django.db.models import F, Func, Q, QuerySet, TextField

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.documents import PUBLIC, Document
from steunpunt.foundation.search.rules import SIGNED_IN, STAFF
from steunpunt.knowledge.models import Audience, ItemVersion, KnowledgeItem
from steunpunt.network.queries.choices import choices

from .items import visible_items, with_words

MOST_OF_A_FILE = 200_000
"""Characters of one file; a report of a hundred pages has some 250,000."""
BATCH = 100
SHOWN = ("public_id", "slug", "kind", "audience", "is_example", "live__title", "live__sectors", "live__year")
"""Everything that the card of a result says, and no more."""
THEME_TITLES: Func = Func(
    F("live"),
    template=(
        "ARRAY(SELECT theme.title FROM knowledge_itemversion_themes AS own JOIN network_theme AS theme"
        " ON theme.id = own.theme_id WHERE own.itemversion_id = %(expressions)s ORDER BY theme.position, theme.title)"
    ),
    output_field=ArrayField(TextField()),
)
"""Written out: putting the same together out of models for every page costs as much as asking it."""


def item_documents(public_ids: Collection[str] | None) -> Iterator[Document]:
    """Title, yield, what belongs to the kind, the text, and what stands in the files."""
    rows = visible_items(Actor.for_system("zoeken"))
    if public_ids is not None:
        rows = rows.filter(public_id__in=public_ids)
    for item in with_words(rows).order_by("pk").iterator(chunk_size=BATCH):
        if item.live is not None:
            yield _document(item, item.live)


def _document(item: KnowledgeItem, version: ItemVersion) -> Document:
    themes = {theme.slug for theme in version.themes.all()}
    main = tuple(slug for slug, theme in choices().themes.items() if not themes.isdisjoint(theme.below))
    return Document(
        reference=item.reference,
        title=version.title,
        text="\n".join(filter(None, _told(item, version))),
        audience=audience_of(item),
        facets={
            "sector": tuple(version.sectors),
            "thema": main,
            "fase": tuple(version.phases),
            "jaar": (str(version.year),) if version.year else (),
            "vorm": (item.kind,),
        },
        day=item.published_at.date() if item.published_at else None,
    )


def audience_of(item: KnowledgeItem) -> tuple[str, ...]:
    """The tokens of whoever may find the item; staff may find everything."""
    if item.audience == Audience.PUBLIC:
        return (PUBLIC,)
    if item.audience == Audience.SIGNED_IN:
        return (SIGNED_IN, STAFF)
    if item.audience == Audience.MEMBERS:
        return ("members", STAFF)
    if item.audience == Audience.PARTNERSHIP and item.partnership:
        return (f"partnership:{item.partnership.public_id}", STAFF)
    return (STAFF,)


def _told(item: KnowledgeItem, version: ItemVersion) -> Iterator[str]:
    yield version.outcome
    yield from (str(answer) for answer in version.details.values())
    yield version.body
    yield version.conditions
    yield from (file.text[:MOST_OF_A_FILE] for file in version.files.all())
    yield ", ".join(theme.title for theme in version.themes.all())


def items_touched(references: Collection[str]) -> set[str] | None:
    """The items themselves; after a change of the themes all of them."""
    if any(text.partition(":")[0] in {"thema", "lijsten"} for text in references):
        return None
    return {text.partition(":")[2] for text in references if text.startswith("kennis:")}


def item_rows(actor: Actor, found: QuerySet[KnowledgeItem]) -> QuerySet[KnowledgeItem]:
    """What a result shows of these items, in the order that search gives them afterwards."""
    return with_result(found).order_by()


def with_result(rows: QuerySet[KnowledgeItem]) -> QuerySet[KnowledgeItem]:
    """Items with what a result shows, in one query, and not their long texts: the passage comes from the index."""
    return rows.select_related("live").only(*SHOWN).annotate(theme_titles=THEME_TITLES)


def items_with(rows: QuerySet[KnowledgeItem], text: str) -> QuerySet[KnowledgeItem]:
    """Items with every word in their title or yield, for when there is no index."""
    for word in text.split():
        rows = rows.filter(Q(live__title__unaccent__icontains=word) | Q(live__outcome__unaccent__icontains=word))
    return rows
