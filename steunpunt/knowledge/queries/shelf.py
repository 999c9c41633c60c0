"""The knowledge base as a list: chosen by kind, sector, theme and phase, newest first."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Case, IntegerField, QuerySet, Value, When

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.asking import IndexUnavailable, ask
from steunpunt.foundation.search.documents import Question
from steunpunt.foundation.search.rules import tokens_of
from steunpunt.foundation.sectors import Sector
from steunpunt.knowledge.models import ItemKind, ItemVersion, KnowledgeItem, Phase
from steunpunt.network.models import Theme
from steunpunt.network.queries.choices import choices

from .items import visible_items, with_words
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


def items_on_shelf(actor: Actor, choice: Choice) -> QuerySet[KnowledgeItem]:
    """What is published for this reader and fits the choice."""
    rows = visible_items(actor)
    if choice.kind:
        rows = rows.filter(kind=choice.kind)
    if choice.sector:
        rows = rows.filter(live__sectors__contains=[choice.sector])
    if choice.phase:
        rows = rows.filter(live__phases__contains=[choice.phase])
    if choice.theme:
        rows = rows.filter(live__themes__slug__in=themes_under(choice.theme)).distinct()
    if choice.text:
        return _best_first(with_words(rows), actor, choice.text)
    return with_words(rows).order_by("-published_at", "-pk")


def _best_first(rows: QuerySet[KnowledgeItem], actor: Actor, text: str) -> QuerySet[KnowledgeItem]:
    """What the index finds for these words, best first; without the index what has them in title or yield."""
    question = Question(text, tokens_of(actor), {"soort": ("kennis",)}, limit=MOST_FOUND)
    try:
        found = [hit.reference.partition(":")[2] for hit in ask(question).hits]
    except IndexUnavailable:
        return items_with(rows, text).order_by("-published_at", "-pk")
    places = [When(public_id=public_id, then=Value(place)) for place, public_id in enumerate(found)]
    place = Case(*places, default=Value(len(found)), output_field=IntegerField())
    return rows.filter(public_id__in=found).annotate(place=place).order_by("place", "pk")


def themes_under(slug: str) -> set[str]:
    """A theme and everything that falls under it."""
    known = choices().themes
    return set(known[slug].below) if slug in known else {slug}


@dataclass(frozen=True)
class Option:
    """A value to filter by, with how many items it leaves."""

    value: str
    label: str
    count: int


def options(actor: Actor, choice: Choice) -> dict[str, list[Option]]:
    """Per filter the values that leave something, counted over what the other filters leave."""
    kinds = Counter(_others(actor, choice, "kind").values_list("kind", flat=True))
    sectors = Counter(
        one for many in _others(actor, choice, "sector").values_list("live__sectors", flat=True) for one in many
    )
    phases = Counter(
        one for many in _others(actor, choice, "phase").values_list("live__phases", flat=True) for one in many
    )
    themes = Counter(_main_themes(_others(actor, choice, "theme")))
    titles = dict(Theme.objects.filter(parent__isnull=True).values_list("slug", "title"))
    return {
        "kind": [Option(one.value, str(one.label), kinds[one.value]) for one in ItemKind if kinds[one.value]],
        "sector": [Option(one.value, str(one.label), sectors[one.value]) for one in Sector if sectors[one.value]],
        "phase": [Option(one.value, str(one.label), phases[one.value]) for one in Phase if phases[one.value]],
        "theme": [Option(slug, title, themes[slug]) for slug, title in titles.items() if themes[slug]],
    }


def _others(actor: Actor, choice: Choice, without: str) -> QuerySet[KnowledgeItem]:
    kept = {name: getattr(choice, name) for name in ("kind", "sector", "theme", "phase", "text") if name != without}
    return items_on_shelf(actor, Choice(**kept)).order_by().prefetch_related(None)


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
    rows = with_words(visible_items(actor).filter(live__themes__in=own).exclude(pk=item.pk).distinct())
    found = sorted(rows, key=lambda row: row.published_at, reverse=True)  # type: ignore[arg-type, return-value]
    return sorted(found, key=lambda row: -len(own & _themes(row)))[:most]


def _themes(item: KnowledgeItem) -> set[int]:
    return {theme.pk for theme in item.live.themes.all()} if item.live else set()


def items_of(actor: Actor, partnership_pk: int, most: int = 6) -> list[KnowledgeItem]:
    """What a partnership shared, as far as this reader may see it."""
    rows = with_words(visible_items(actor).filter(partnership=partnership_pk))
    return list(rows.order_by("-published_at")[:most])
