"""What may be the same or tell more: questions like a text that somebody types, and items that may hold an answer."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.duplicates import similar
from steunpunt.knowledge.models import QuestionOrigin, ResearchQuestion

from .items import visible_items
from .research import families, visible_questions
from .research_documents import questions_with
from .search_documents import items_with

SHOWN, OFFERED = 3, 12
ALIKE = 0.53
"""Of sixteen example questions said in other words all score from 0.55; of ten other questions the nearest 0.52."""


@dataclass(frozen=True)
class Alike:
    """A question that may be the same."""

    question: ResearchQuestion
    score: float

    @property
    def public_id(self) -> str:
        return self.question.public_id

    @property
    def name(self) -> str:
        return self.question.text

    @property
    def details(self) -> str:
        return f"{self.question.get_level_display()} · {self.question.get_status_display()}"

    @property
    def label(self) -> str:
        return f"{self.name} ({self.details})"


def alike(actor: Actor, text: str) -> list[Alike]:
    """What on the agenda asks nearly the same, in its own words or in those of an origin, most alike first."""
    return alike_for(actor, [text])[0]


def alike_for(actor: Actor, texts: Iterable[str]) -> list[list[Alike]]:
    """The same for many texts, in their order; the agenda is read once."""
    agenda = _agenda(actor)
    return [[one for one in agenda.by_likeness(text) if one.score >= ALIKE][:SHOWN] for text in texts]


def by_likeness(actor: Actor, text: str) -> list[Alike]:
    """The whole agenda, most alike first."""
    return _agenda(actor).by_likeness(text)


@dataclass(frozen=True)
class _Agenda:
    """The questions, and every wording of each; key of a wording is its question and its origin."""

    rows: dict[int, ResearchQuestion]
    wordings: dict[tuple[int, int], str]

    def by_likeness(self, text: str) -> list[Alike]:
        found: dict[int, float] = {}
        for (owner, _origin), score in similar(text, self.wordings):
            found.setdefault(owner, score)
        return [Alike(self.rows[pk], score) for pk, score in found.items()]


def _agenda(actor: Actor) -> _Agenda:
    rows = {row.pk: row for row in visible_questions(actor)}
    root = families().root_of
    wordings = {(pk, 0): row.text for pk, row in rows.items()}
    for pk, question, wording in QuestionOrigin.objects.values_list("pk", "question", "wording"):
        owner = root.get(question, question)
        if owner in rows:
            wordings[owner, pk] = wording
    return _Agenda(rows, wordings)


def questions_to_merge_with(actor: Actor, question: ResearchQuestion, text: str, picked: str = "") -> list[Alike]:
    """Into which questions of the agenda this one may go up: found by words, otherwise the most alike.

    The one with the public id `picked` stays among them.
    """
    others = [one for one in by_likeness(actor, question.text) if one.question.pk != question.pk]
    if text:
        found = set(questions_with(visible_questions(actor), text).values_list("pk", flat=True))
        others = [one for one in others if one.question.pk in found or one.question.public_id == picked]
    others.sort(key=lambda one: one.question.public_id != picked)
    return others[:OFFERED]


def items_that_may_tell(
    actor: Actor, question: ResearchQuestion, text: str, ticked: Collection[str] = ()
) -> list[tuple[int, str]]:
    """Key and title of items that may hold an answer: found by words, otherwise the newest on a theme of the question.

    What was ticked before comes first.
    """
    rows = visible_items(actor).select_related("live").order_by("-published_at", "-pk")
    kept = list(rows.filter(pk__in=[pk for pk in ticked if pk.isdecimal()]))
    found = items_with(rows, text) if text else rows.filter(live__themes__in=question.themes.all()).distinct()
    shown = [*kept, *(row for row in found[: OFFERED + len(kept)] if row not in kept)]
    return [(row.pk, row.live.title) for row in shown[: OFFERED + len(kept)] if row.live]
