"""The knowledge base as a list: chosen by kind, sector, theme and phase, newest first."""

from collections import Counter
from dataclasses import dataclass, replace

from django.db.models import Case, IntegerField, QuerySet, Value, When

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.asking import IndexUnavailable, ask
from steunpunt.foundation.search.documents import Question
from steunpunt.foundation.search.rules import tokens_of
from steunpunt.foundation.sectors import Sector
from steunpunt.knowledge.models import ItemKind, ItemVersion, KnowledgeItem, Phase
from steunpunt.network.models import Theme
from steunpunt.network.queries.choices import choices

from .items import visible_items, with_card
from .search_documents import items_with

MOST_FOUND = 200
"""Found items that can be looked through; whoever wants more says more."""


@dataclass(frozen=True)
class Choice:
    """What a reader chose; an empty text is everything."""

    kind: str = ""
    sector: str = ""
    theme: str = ""
    phase: str = ""
    text: str = ""

    @property
    def is_any(self) -> bool:
        return not (self.kind or self.sector or self.theme or self.phase or self.text)


@dataclass(frozen=True)
class Option:
    """A value to filter by, with how many items it leaves."""

    value: str
    label: str
    count: int


class Shelf:
    """What stands on the shelf for a reader and a choice; the index is asked once, whatever is counted."""

    def __init__(self, actor: Actor, choice: Choice) -> None:
        self.choice = choice
        self._found = _found(visible_items(actor), actor, choice.text) if choice.text else visible_items(actor)

    def items(self) -> QuerySet[KnowledgeItem]:
        """Best first when words were asked for, otherwise newest first."""
        rows = with_card(_chosen(self._found, self.choice))
        is_ranked = "place" in rows.query.annotations
        order: tuple[str, ...] = ("place", "pk") if is_ranked else ("-published_at", "-pk")
        return rows.order_by(*order)

    def options(self) -> dict[str, list[Option]]:
        """Per filter the values that leave something, counted over what the other filters leave."""
        kinds = Counter(self._without("kind").values_list("kind", flat=True))
        sectors = Counter(
            one for many in self._without("sector").values_list("live__sectors", flat=True) for one in many
        )
        phases = Counter(one for many in self._without("phase").values_list("live__phases", flat=True) for one in many)
        themes = Counter(_main_themes(self._without("theme")))
        titles = dict(Theme.objects.filter(parent__isnull=True).values_list("slug", "title"))
        return {
            "kind": [Option(one.value, str(one.label), kinds[one.value]) for one in ItemKind if kinds[one.value]],
            "sector": [Option(one.value, str(one.label), sectors[one.value]) for one in Sector if sectors[one.value]],
            "phase": [Option(one.value, str(one.label), phases[one.value]) for one in Phase if phases[one.value]],
            "theme": [Option(slug, title, themes[slug]) for slug, title in titles.items() if themes[slug]],
        }

    def _without(self, name: str) -> QuerySet[KnowledgeItem]:
        return _chosen(self._found, replace(self.choice, **{name: ""})).order_by()


def _chosen(rows: QuerySet[KnowledgeItem], choice: Choice) -> QuerySet[KnowledgeItem]:
    if choice.kind:
        rows = rows.filter(kind=choice.kind)
    if choice.sector:
        rows = rows.filter(live__sectors__contains=[choice.sector])
    if choice.phase:
        rows = rows.filter(live__phases__contains=[choice.phase])
    if choice.theme:
        rows = rows.filter(live__in=ItemVersion.objects.filter(themes__slug__in=themes_under(choice.theme)))
    return rows


def _found(rows: QuerySet[KnowledgeItem], actor: Actor, text: str) -> QuerySet[KnowledgeItem]:
    """What the index finds for these words, with its `place`; without the index what has them in title or yield."""
    question = Question(text, tokens_of(actor), {"soort": ("kennis",)}, limit=MOST_FOUND)
    try:
        found = [hit.reference.partition(":")[2] for hit in ask(question).hits]
    except IndexUnavailable:
        return items_with(rows, text)
    places = [When(public_id=public_id, then=Value(place)) for place, public_id in enumerate(found)]
    place = Case(*places, default=Value(len(found)), output_field=IntegerField())
    return rows.filter(public_id__in=found).annotate(place=place)


def themes_under(slug: str) -> set[str]:
    """A theme and everything that falls under it."""
    known = choices().themes
    return set(known[slug].below) if slug in known else {slug}


def _main_themes(rows: QuerySet[KnowledgeItem]) -> list[str]:
    """For each item each main theme once."""
    links = ItemVersion.themes.through.objects.filter(itemversion__in=rows.values("live"))
    pairs = links.values_list("itemversion_id", "theme__parent__slug", "theme__slug")
    return [slug for _version, slug in {(version, parent or own) for version, parent, own in pairs}]


def related_items(actor: Actor, item: KnowledgeItem, most: int = 4) -> list[KnowledgeItem]:
    """Other items that share the most themes with it, newest first among equals."""
    if item.live is None:
        return []
    own = _themes(item)
    versions = ItemVersion.objects.filter(themes__in=own)
    rows = with_card(visible_items(actor).filter(live__in=versions).exclude(pk=item.pk))
    found = sorted(rows, key=lambda row: row.published_at, reverse=True)  # type: ignore[arg-type, return-value]
    return sorted(found, key=lambda row: -len(own & _themes(row)))[:most]


def _themes(item: KnowledgeItem) -> set[int]:
    return {theme.pk for theme in item.live.themes.all()} if item.live else set()
