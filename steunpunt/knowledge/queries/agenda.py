"""The research agenda as a whole: every question with its themes and places, chosen and counted from one reading."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.asking import IndexUnavailable, ask
from steunpunt.foundation.search.documents import Question
from steunpunt.foundation.search.rules import tokens_of
from steunpunt.knowledge.models import (
    QuestionLevel,
    QuestionOrigin,
    QuestionStatus,
    ResearchQuestion,
)
from steunpunt.network.models import Theme
from steunpunt.network.queries.choices import choices

from .agenda_places import NATION, PROVINCE, UNKNOWN, Places, places
from .research import Families, families, running_work, visible_questions
from .research_documents import questions_with
from .shelf import Option

MOST_FOUND = 500
SOMEBODY, NOBODY = "iemand", "niemand"
WORK = {SOMEBODY: _("iemand werkt eraan"), NOBODY: _("niemand werkt eraan")}
FACETS = ("level", "status", "theme", "region", "work")


@dataclass(frozen=True)
class Choice:
    """What a reader chose; an empty text is everything."""

    level: str = ""
    status: str = ""
    theme: str = ""
    region: str = ""
    work: str = ""
    text: str = ""
    division: str = PROVINCE

    @property
    def is_any(self) -> bool:
        return not (self.text or any(getattr(self, name) for name in FACETS))


@dataclass(frozen=True)
class Entry:
    """A question of the agenda with what it is chosen and counted by."""

    pk: int
    level: str
    status: str
    themes: frozenset[str]
    """The slugs of its own themes."""
    places: frozenset[str]
    partnerships: frozenset[int]
    is_worked_on: bool

    @property
    def is_neglected(self) -> bool:
        """Open, and nobody works on it."""
        return self.status == QuestionStatus.OPEN and not self.is_worked_on

    @property
    def work(self) -> str:
        return SOMEBODY if self.is_worked_on else NOBODY


class Agenda:
    """Everything that stands on the agenda, read once: the list, its counts and the map say the same."""

    def __init__(self, actor: Actor, choice: Choice | None = None) -> None:
        self.choice = choice or Choice()
        self.actor = actor
        self.places = places(actor, actor.day, self.choice.division)
        self.themes = choices().themes
        self.main = set(Theme.objects.filter(parent__isnull=True).values_list("slug", flat=True))
        self.entries = _entries(actor, self.places)
        self._order = _places_found(actor, self.choice.text) if self.choice.text else None

    def questions(self) -> list[int]:
        """The keys of what was chosen: best first when words were asked for, otherwise newest first."""
        found = self.chosen(self.choice)
        if self._order is not None:
            order = self._order
            found = sorted(found, key=lambda entry: order[entry.pk])
        return [entry.pk for entry in found]

    def chosen(self, choice: Choice) -> list[Entry]:
        """What the reader chose, in no other order than newest first."""
        rows = self.entries if self._order is None else [row for row in self.entries if row.pk in self._order]
        if choice.theme:
            rows = self.about(choice.theme, rows)
        asked = [(_TESTS[name], value) for name in _TESTS if (value := getattr(choice, name))]
        return [entry for entry in rows if all(test(entry, value) for test, value in asked)]

    def about(self, theme: str, rows: list[Entry] | None = None) -> list[Entry]:
        """The questions about a theme or anything that falls under it."""
        below = self.under(theme)
        return [row for row in (self.entries if rows is None else rows) if not row.themes.isdisjoint(below)]

    def under(self, slug: str) -> frozenset[str]:
        """A theme and everything that falls under it."""
        return self.themes[slug].below if slug in self.themes else frozenset({slug})

    def options(self) -> dict[str, list[Option]]:
        """Per filter its values, counted over what the other filters leave."""
        about = self._without("theme")
        themes = Counter({slug: len(self.about(slug, about)) for slug in self.themes})
        regions = Counter(key for row in self._without("region") for key in row.places)
        known: dict[str, tuple[Iterable[tuple[str, object]], Counter[str]]] = {
            "level": (QuestionLevel.choices, Counter(row.level for row in self._without("level"))),
            "status": (QuestionStatus.choices, Counter(row.status for row in self._without("status"))),
            "theme": (self._themes_offered().items(), themes),
            "region": (self.places.names.items(), regions),
            "work": (WORK.items(), Counter(row.work for row in self._without("work"))),
        }
        return {name: _options(*pair, getattr(self.choice, name)) for name, pair in known.items()}

    def _themes_offered(self) -> dict[str, str]:
        """The main themes, and under the chosen one what falls under it."""
        opened = {slug for slug in self.main if self.choice.theme in self.under(slug)}
        parts = {slug for main in opened for slug in self.under(main)}
        return {slug: one.title for slug, one in self.themes.items() if slug in self.main or slug in parts}

    def _without(self, name: str) -> list[Entry]:
        return self.chosen(replace(self.choice, **{name: ""}))


Test = Callable[[Entry, str], bool]
_TESTS: dict[str, Test] = {
    "level": lambda entry, value: entry.level == value,
    "status": lambda entry, value: entry.status == value,
    "region": lambda entry, value: value in entry.places,
    "work": lambda entry, value: entry.work == value,
}


def _options(known: Iterable[tuple[str, object]], counts: Counter[str], chosen: str) -> list[Option]:
    """What leaves something, and what was chosen even when it leaves nothing, so that it can be seen and dropped."""
    return [Option(value, str(label), counts[value]) for value, label in known if counts[value] or value == chosen]


def _entries(actor: Actor, known: Places) -> list[Entry]:
    origins = QuestionOrigin.objects.select_related("region", "province")
    by_question: dict[int, list[QuestionOrigin]] = {}
    for origin in origins:
        by_question.setdefault(origin.question_id, []).append(origin)
    worked_on = set(running_work(actor.day).values_list("question", flat=True))
    merged = families()
    rows = visible_questions(actor).prefetch_related(Prefetch("themes", Theme.objects.only("pk", "slug")))
    return [_entry(row, by_question, worked_on, merged, known) for row in rows.order_by("-accepted_at", "-pk")]


def _entry(
    row: ResearchQuestion,
    by_question: dict[int, list[QuestionOrigin]],
    worked_on: set[int],
    merged: Families,
    known: Places,
) -> Entry:
    family = merged.of(row.pk)
    origins = [origin for pk in family for origin in by_question.get(pk, [])]
    where = frozenset({NATION}) if row.level == QuestionLevel.NATION else known.of_origins(origins)
    return Entry(
        pk=row.pk,
        level=row.level,
        status=row.status,
        themes=frozenset(theme.slug for theme in row.themes.all()),
        places=where & known.names.keys() or frozenset({UNKNOWN}),
        partnerships=frozenset(origin.partnership_id for origin in origins if origin.partnership_id),
        is_worked_on=not family.isdisjoint(worked_on),
    )


def _places_found(actor: Actor, text: str) -> dict[int, int]:
    """What the index finds for these words with its place; without the index what has them in the question."""
    rows = visible_questions(actor)
    question = Question(text, tokens_of(actor), {"soort": ("onderzoeksvraag",)}, limit=MOST_FOUND)
    try:
        found = [hit.reference.partition(":")[2] for hit in ask(question).hits]
    except IndexUnavailable:
        return {pk: place for place, pk in enumerate(questions_with(rows, text).values_list("pk", flat=True))}
    keys = dict(rows.filter(public_id__in=found).values_list("public_id", "pk"))
    return {keys[public_id]: place for place, public_id in enumerate(found) if public_id in keys}


def shown_questions(actor: Actor, keys: Iterable[int]) -> list[ResearchQuestion]:
    """These questions in this order, with what a line in a list says of them."""
    wanted = list(keys)
    rows: QuerySet[ResearchQuestion] = visible_questions(actor).filter(pk__in=wanted).prefetch_related("themes")
    known = {row.pk: row for row in rows}
    return [known[pk] for pk in wanted if pk in known]
