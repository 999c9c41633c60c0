"""What of the knowledge base the world may take along: what a visitor may see, as records."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.timezone import localtime

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.formats.record import KIND_OF, Attached, Named, Record, clean
from steunpunt.knowledge.kinds import details_of
from steunpunt.knowledge.models import ItemFile, ItemVersion, KnowledgeItem
from steunpunt.network.queries.choices import ThemeChoice, choices
from steunpunt.network.queries.people import partnership_names

from .items import visible_items, with_words
from .search_documents import items_with

BATCH = 200
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


def public_items() -> QuerySet[KnowledgeItem]:
    """What leaves the house, whoever asks for it: no more than a visitor may see."""
    return visible_items(Actor.visitor())


@dataclass(frozen=True)
class Wanted:
    """Which of them; an empty collection is all."""

    kinds: Collection[str] = ()
    sectors: Collection[str] = ()
    themes: Collection[str] = ()
    text: str = ""


def wanted_from(query: QueryDict) -> Wanted:
    """The choice in an address of the list; words that do not exist find nothing."""

    def chosen(name: str) -> list[str]:
        return [value.replace("\x00", "") for value in query.getlist(name) if value]

    kinds = [KIND_OF.get(word, word) for word in chosen("soort")]
    return Wanted(kinds, chosen("sector"), chosen("thema"))


def wanted_items(wanted: Wanted) -> QuerySet[KnowledgeItem]:
    """The public items that fit, newest first; a theme finds what falls under it too."""
    rows = public_items()
    if wanted.kinds:
        rows = rows.filter(kind__in=wanted.kinds)
    if wanted.sectors:
        rows = rows.filter(live__sectors__overlap=list(wanted.sectors))
    if wanted.themes:
        known = choices().themes
        below = set().union(*(known[slug].below if slug in known else {slug} for slug in wanted.themes))
        rows = rows.filter(pk__in=rows.filter(live__themes__slug__in=below).values("pk"))
    if wanted.text:
        rows = items_with(rows, wanted.text)
    return rows.order_by("-published_at", "-pk")


def theme_is_known(slug: str) -> bool:
    return slug in choices().themes


def record_of(slug: str) -> Record | None:
    """One public item by its address."""
    return next(iter(records(public_items().filter(slug=slug))), None)


def records(rows: QuerySet[KnowledgeItem]) -> list[Record]:
    """The items as records, in a fixed number of queries."""
    return [record for _pk, record in numbered_records(rows)]


def all_records(rows: QuerySet[KnowledgeItem]) -> Iterator[Record]:
    """The same for many, a batch at a time."""
    pks = list(rows.values_list("pk", flat=True))
    for begin in range(0, len(pks), BATCH):
        yield from records_in_order(pks[begin : begin + BATCH])


def records_in_order(pks: Sequence[int]) -> list[Record]:
    """The public ones among these, in this order."""
    found = dict(numbered_records(public_items().filter(pk__in=pks)))
    return [found[pk] for pk in pks if pk in found]


@dataclass(frozen=True)
class _Around:
    """What stands around many items, looked up once: names of partnerships, items that may be named, themes."""

    names: dict[int, str]
    shown: set[int]
    themes: Mapping[str, ThemeChoice]


def numbered_records(rows: QuerySet[KnowledgeItem]) -> list[tuple[int, Record]]:
    """Items by their number in the database, as records."""
    items = [item for item in with_words(rows) if item.live is not None]
    partnerships = {item.partnership_id for item in items if item.partnership_id}
    others = {pk for item in items for pk in (item.copied_from_id, item.replaced_by_id) if pk}
    around = _Around(
        names=partnership_names(partnerships, Actor.visitor().day) if partnerships else {},
        shown=set(public_items().filter(pk__in=others).values_list("pk", flat=True)) if others else set(),
        themes=choices().themes,
    )
    return [(item.pk, _record(item, item.live, around)) for item in items if item.live]


def _record(item: KnowledgeItem, version: ItemVersion, around: _Around) -> Record:
    themes = list(version.themes.all())
    contact = next(iter(item.contacts.all()), None)
    return Record(
        public_id=item.public_id,
        url=item_address(item.slug),
        kind=item.kind,
        title=clean(version.title),
        outcome=clean(version.outcome),
        published_at=_moment(item.published_at, version),
        changed_at=_moment(version.published_at, version),
        conditions=clean(version.conditions),
        body=clean(version.body),
        details=tuple(_details(item.kind, version)),
        language=version.language,
        year=version.year,
        sectors=tuple(version.sectors),
        phases=tuple(version.phases),
        themes=tuple(Named(clean(theme.title), _address("network:theme", theme.slug), theme.slug) for theme in themes),
        theme_codes=_with_those_above({theme.slug for theme in themes}, around.themes),
        licence=version.licence,
        partnership=_partnership(item, around.names),
        contact_role=clean(str(contact.role)) if contact else "",
        link=version.link,
        files=tuple(_file(item, file) for file in version.files.all()),
        effort_hours=version.effort_hours,
        cost=version.cost,
        version=version.number,
        based_on=_other(item.copied_from, around.shown),
        replaced_by=_other(item.replaced_by, around.shown),
        is_example=item.is_example,
    )


def _moment(at: datetime | None, version: ItemVersion) -> datetime:
    """When something was published, on our own clock; a published item always has both moments."""
    return localtime(at or version.created_at)


def _details(kind: str, version: ItemVersion) -> Iterator[tuple[str, str]]:
    for detail in details_of(kind):
        answer = version.details.get(detail.key)
        if answer not in (None, ""):
            yield str(detail.label), clean(str(answer))


def _with_those_above(slugs: set[str], known: Mapping[str, ThemeChoice]) -> tuple[str, ...]:
    return tuple(sorted(slugs | {slug for slug, theme in known.items() if slugs & theme.below}))


def _partnership(item: KnowledgeItem, names: dict[int, str]) -> Named | None:
    if item.partnership is None:
        return None
    name = names.get(item.partnership.pk, item.partnership.slug)
    return Named(clean(name), _address("network:partnership", item.partnership.slug), item.partnership.public_id)


def _file(item: KnowledgeItem, file: ItemFile) -> Attached:
    address = _address("knowledge:file", item.slug, file.public_id)
    return Attached(clean(file.name), address, MEDIA_TYPES.get(file.kind, "application/octet-stream"))


def _other(other: KnowledgeItem | None, shown: set[int]) -> Named | None:
    """Another item, as far as a visitor may know that it exists."""
    if other is None or other.live is None or other.pk not in shown:
        return None
    return Named(clean(other.live.title), item_address(other.slug), other.public_id)


def item_path(slug: str) -> str:
    """The page of an item."""
    return reverse("knowledge:item", args=[slug])


def item_address(slug: str) -> str:
    """The page of an item, in full."""
    return f"{settings.BASE_URL}{item_path(slug)}"


def _address(name: str, *arguments: str) -> str:
    return f"{settings.BASE_URL}{reverse(name, args=arguments)}"
