"""What the toolbox looks through: methods that may fit a question, as far as the reader may see them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.asking import IndexUnavailable, ask
from steunpunt.foundation.search.documents import Question
from steunpunt.foundation.search.rules import tokens_of
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.knowledge.matching import Method, Need, forms_of, words_of
from steunpunt.knowledge.models import ItemVersion, KnowledgeItem, OpenQuestion
from steunpunt.network.models import Theme
from steunpunt.network.queries.choices import ThemeChoice, choices

from .items import visible_items, with_words
from .shelf import themes_under
from .use import use_count

MOST_FOUND = 40
"""So many are compared with a question; the page shows the best of them."""
SHORTEST_WORD = 4
MOST_WORDS = 12
OFFERED = 8


@dataclass(frozen=True)
class Found:
    """Methods to compare with a question, and whether search was there to find them."""

    methods: list[Method]
    is_simple: bool = False
    """Without the index: only words in title and yield, and themes."""


def methods_for(actor: Actor, need: Need) -> Found:
    """What search finds for the words, and what carries a chosen theme; the words are asked of the index once."""
    rows = visible_items(actor)
    places, is_simple = _places(rows, actor, need.words_typed)
    about = _about(rows, need) if need.themes or need.phase or need.hours or need.group_size else []
    counted = rows.filter(pk__in={*places, *about}).annotate(used=use_count(actor))
    wanted = with_words(counted).order_by("-published_at", "-pk")
    known = choices().themes
    methods = []
    for row in wanted:
        if row.live:
            row.live.item = row
            methods.append(method_of(row, row.live, known, places.get(row.pk)))
    return Found(methods, is_simple)


def method_of(
    item: KnowledgeItem, version: ItemVersion, known: Mapping[str, ThemeChoice], place: int | None = None
) -> Method:
    """What an item says, as plain values to compare; `known` are the themes with what falls under each."""
    told = (version.title, version.outcome, version.conditions, version.body, *map(str, version.details.values()))
    return Method(
        item=item,
        forms=forms_of("\n".join(told)),
        themes=_themes(version, known),
        phases=tuple(version.phases),
        sectors=tuple(version.sectors),
        hours=version.effort_hours,
        group_min=version.group_min,
        group_max=version.group_max,
        place=place,
    )


def _themes(version: ItemVersion, known: Mapping[str, ThemeChoice]) -> dict[str, str]:
    """The own themes and what they fall under."""
    own = {theme.slug: theme.title for theme in version.themes.all()}
    above = {slug: title for slug, theme in known.items() for below, title in own.items() if below in theme.below}
    return {**above, **own}


def _places(rows: QuerySet[KnowledgeItem], actor: Actor, text: str) -> tuple[dict[int, int], bool]:
    """Key of each found item with its place; and whether it was found in the simple way."""
    if not text.strip():
        return {}, False
    question = Question(text, tokens_of(actor), {"soort": ("kennis",)}, limit=MOST_FOUND)
    try:
        found = [hit.reference.partition(":")[2] for hit in ask(question).hits]
    except IndexUnavailable:
        return _simply(rows, text), True
    keys = dict(rows.filter(public_id__in=found).values_list("public_id", "pk"))
    return {keys[public_id]: place for place, public_id in enumerate(found) if public_id in keys}, False


def _simply(rows: QuerySet[KnowledgeItem], text: str) -> dict[int, int]:
    """Without the index: items with any longer word in title or yield, most words first."""
    words = [word for word in words_of(text) if len(word) >= SHORTEST_WORD][:MOST_WORDS]
    if not words:
        return {}
    told = {word: _says(word) for word in words}
    counted = sum(
        (Case(When(says, then=Value(1)), default=Value(0), output_field=IntegerField()) for says in told.values()),
        start=Value(0, output_field=IntegerField()),
    )
    found = rows.annotate(said=counted).filter(said__gt=0).order_by("-said", "-published_at", "-pk")
    return {pk: place for place, pk in enumerate(found.values_list("pk", flat=True)[:MOST_FOUND])}


def _says(word: str) -> Q:
    return Q(live__title__unaccent__icontains=word) | Q(live__outcome__unaccent__icontains=word)


def _about(rows: QuerySet[KnowledgeItem], need: Need) -> list[int]:
    """The newest items that were chosen without words: about a theme, or otherwise for a phase, time or group."""
    if need.themes:
        under = set().union(*(themes_under(slug) for slug in need.themes))
        rows = rows.filter(live__themes__slug__in=under).distinct()
    elif need.words_typed:
        return []
    else:
        rows = rows.filter(_chosen(need))
    return list(rows.order_by("-published_at", "-pk").values_list("pk", flat=True)[:MOST_FOUND])


def _chosen(need: Need) -> Q:
    chosen = Q()
    if need.phase:
        chosen &= Q(live__phases__contains=[need.phase])
    if need.hours is not None:
        chosen &= Q(live__effort_hours__lte=need.hours)
    if need.group_size is not None:
        chosen &= Q(live__group_min__lte=need.group_size, live__group_max__gte=need.group_size)
    return chosen


def themes_named(slugs: tuple[str, ...]) -> list[Theme]:
    """The themes with these slugs, in the order of the tree."""
    return list(Theme.objects.filter(slug__in=slugs))


def was_proposed(kind: str, question: str, item: str) -> bool:
    """Whether staff were asked before whether this item answers that question."""
    return WorkItem.objects.filter(kind=kind, subject=question, data__item=item).exists()


def proposal_shown(work: WorkItem) -> dict[str, Any]:
    """What the work list shows: the question, and the item with its yield."""
    question = OpenQuestion.objects.filter(public_id=work.data.get("question", "")).first()
    item = with_words(visible_items(Actor.for_system("werklijst"))).filter(public_id=work.data.get("item", "")).first()
    return {"question": question, "item": item}


def items_to_answer(actor: Actor, question: OpenQuestion, sought: str, chosen: Collection[str]) -> list[KnowledgeItem]:
    """Items that staff can answer with: the chosen ones first, then what fits the question or what was searched for."""
    rows = visible_items(actor)
    places, _is_simple = _places(rows, actor, sought or question.text)
    best = sorted(places, key=lambda key: places[key])[:OFFERED]
    found = {item.pk: item for item in with_words(rows.filter(Q(pk__in=best) | Q(public_id__in=chosen)))}
    first = [item for item in found.values() if item.public_id in chosen]
    return first + [found[key] for key in best if key in found and found[key] not in first]


def items_named(actor: Actor, public_ids: Collection[str]) -> list[KnowledgeItem]:
    """The items with these ids that the actor may see."""
    return list(visible_items(actor).filter(public_id__in=public_ids).order_by("pk"))
