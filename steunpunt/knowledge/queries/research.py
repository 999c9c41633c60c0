"""Reading questions of the research agenda: who may see which, and everything about one."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Min, Prefetch, Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.foundation.periods.models import covering
from steunpunt.foundation.thread.queries import Resolved, resolve
from steunpunt.knowledge.models import (
    KnowledgeItem,
    KnownAnswer,
    QuestionOrigin,
    QuestionStatus,
    ResearchQuestion,
    ResearchWork,
)

from .items import visible_items
from .research_names import Names, names_for


def visible_questions(actor: Actor) -> QuerySet[ResearchQuestion]:
    """What stands on the agenda, the same for everybody: accepted, not retired, not gone up in another question."""
    rows = ResearchQuestion.objects.filter(accepted_at__isnull=False, merged_into__isnull=True)
    return rows.exclude(status=QuestionStatus.RETIRED)


def readable_questions(actor: Actor) -> QuerySet[ResearchQuestion]:
    """What somebody may open: the agenda, what one brought oneself and waits or was retired, for staff everything."""
    if actor.is_staff:
        return ResearchQuestion.objects.all()
    shown = visible_questions(actor)
    if actor.account is None:
        return shown
    own = QuestionOrigin.objects.filter(account=actor.account).values_list("question", flat=True)
    root = families().root_of
    hidden = Q(accepted_at__isnull=True) | Q(status=QuestionStatus.RETIRED)
    theirs = Q(pk__in={root.get(pk, pk) for pk in own}, merged_into__isnull=True)
    return ResearchQuestion.objects.filter(Q(pk__in=shown.values("pk")) | (hidden & theirs))


def waiting_questions(actor: Actor) -> QuerySet[ResearchQuestion]:
    """What members proposed and no editor has judged yet, oldest first; for staff."""
    rows = ResearchQuestion.objects.filter(accepted_at__isnull=True, merged_into__isnull=True)
    rows = rows.exclude(status=QuestionStatus.RETIRED)
    return rows.prefetch_related("themes").order_by("created_at", "pk") if actor.is_staff else rows.none()


def waiting_for_editors(actor: Actor) -> dict[str, Any] | None:
    """The tile of staff on the front page: how many wait and since when; nothing for others, nor when nothing waits."""
    found = waiting_questions(actor).aggregate(count=Count("pk"), oldest=Min("created_at"))
    return found if found["count"] else None


def put_away_questions(actor: Actor) -> QuerySet[ResearchQuestion]:
    """What was retired, and what went up in another question; for staff."""
    rows = ResearchQuestion.objects.filter(Q(status=QuestionStatus.RETIRED) | Q(merged_into__isnull=False))
    rows = rows.select_related("merged_into").order_by("text")
    return rows if actor.is_staff else rows.none()


def question_by_slug(actor: Actor, slug: str) -> ResearchQuestion | None:
    """The question at this address that somebody may open."""
    return readable_questions(actor).prefetch_related("themes__parent").filter(slug=slug).first()


def gone_up_in(actor: Actor, slug: str) -> ResearchQuestion | None:
    """The question that one at an old address went up in, when somebody may open it."""
    row = ResearchQuestion.objects.filter(slug=slug, merged_into__isnull=False).first()
    if row is None:
        return None
    root = families().root_of[row.pk]
    return readable_questions(actor).filter(pk=root).first()


def owner_of(actor: Actor, pk: int) -> ResearchQuestion | None:
    """The question on whose page this one's origins and work show: itself, or the one that it went up in."""
    return readable_questions(actor).filter(pk=families().root_of.get(pk, pk)).first()


def root_of(question: ResearchQuestion) -> ResearchQuestion:
    """The question itself, or the one that it went up in."""
    return ResearchQuestion.objects.get(pk=families().root_of.get(question.pk, question.pk))


@dataclass(frozen=True)
class Families:
    """Which questions are one by now: everything that ever went up in a question, and how to get there."""

    root_of: dict[int, int]
    members: dict[int, set[int]]

    def of(self, root: int) -> set[int]:
        return self.members.get(root, set()) | {root}


def families() -> Families:
    """All merges in one query; `merged_into` never makes a circle, because only a root is merged into a root."""
    rows = ResearchQuestion.objects.filter(merged_into__isnull=False)
    into: dict[int, int] = {pk: target for pk, target in rows.values_list("pk", "merged_into_id") if target}
    root_of: dict[int, int] = {}
    members: dict[int, set[int]] = defaultdict(set)
    for pk in into:
        root = pk
        while root in into:
            root = into[root]
        root_of[pk] = root
        members[root].add(pk)
    return Families(root_of, members)


@dataclass(frozen=True)
class Origin:
    """Where a question came from, as the reader may see it."""

    row: QuestionOrigin
    partnership: tuple[str, str] | None
    """Name and address."""
    record: Resolved | None
    was: str
    """The text of the question on the agenda that it belonged to before a merge, when that says something else."""
    is_removable: bool
    """Whether its own question has another one."""


@dataclass(frozen=True)
class Answer:
    """What is known, with the items that the reader may open."""

    row: KnownAnswer
    items: list[KnowledgeItem]


@dataclass(frozen=True)
class Work:
    """Who works on it, in words."""

    row: ResearchWork
    partnership: tuple[str, str] | None
    organisation: tuple[str, str] | None
    person: str
    is_academic: bool
    """Whether the partnership has an academic strand on the day."""
    is_running: bool


@dataclass(frozen=True)
class Dossier:
    """All that stands on the page of one question, over everything that went up in it."""

    origins: list[Origin]
    answers: list[Answer]
    work: list[Work]
    merged: list[ResearchQuestion]

    @property
    def running(self) -> list[Work]:
        return [one for one in self.work if one.is_running]

    @property
    def ended(self) -> list[Work]:
        return [one for one in self.work if not one.is_running]

    def to_end(self, day: date) -> list[ResearchWork]:
        """What runs or still has to begin."""
        return [one.row for one in self.work if one.row.valid_until is None or one.row.valid_until > day]


def dossier(question: ResearchQuestion, actor: Actor, day: date) -> Dossier:
    """Everything about a question for this reader, in a fixed number of queries."""
    family = families().of(question.pk)
    work = list(_work_of(family))
    origins = list(QuestionOrigin.objects.filter(question__in=family).select_related("question", "region", "province"))
    names = names_for([*work, *origins], actor, day)
    return Dossier(
        origins=_origins(origins, question, names, actor),
        answers=_answers(family, actor),
        work=[_shown_work(row, names, day) for row in work],
        merged=list(ResearchQuestion.objects.filter(merged_into=question).order_by("merged_at")),
    )


def _work_of(family: set[int]) -> QuerySet[ResearchWork]:
    return ResearchWork.objects.filter(question__in=family).select_related("partnership", "person", "project")


def _origins(rows: list[QuestionOrigin], question: ResearchQuestion, names: Names, actor: Actor) -> list[Origin]:
    records = resolve({row.reference for row in rows if row.reference}, actor)
    counts = Counter(row.question_id for row in rows)
    return [
        Origin(
            row,
            names.partnership(row.partnership_id),
            records.get(row.reference),
            _was(row, question),
            counts[row.question_id] > 1,
        )
        for row in rows
    ]


def _was(row: QuestionOrigin, question: ResearchQuestion) -> str:
    own = row.question
    stood_apart = own.pk != question.pk and own.accepted_at is not None
    return own.text if stood_apart and own.text != row.wording else ""


def _answers(family: set[int], actor: Actor) -> list[Answer]:
    items = Prefetch("items", visible_items(actor).select_related("live").order_by("pk"))
    rows = KnownAnswer.objects.filter(question__in=family).prefetch_related(items)
    return [Answer(row, list(row.items.all())) for row in rows]


def _shown_work(row: ResearchWork, names: Names, day: date) -> Work:
    return Work(
        row,
        names.partnership(row.partnership_id),
        names.organisation(row.organisation_id),
        names.person(row.person),
        row.partnership_id in names.academic,
        row.covers(day),
    )


def running_work(day: date) -> QuerySet[ResearchWork]:
    """What is worked on that day."""
    return ResearchWork.objects.filter(covering(day))


def is_worked_on(question: ResearchQuestion, day: date) -> bool:
    """Whether somebody works that day on it, or on what went up in it."""
    return running_work(day).filter(question__in=families().of(question.pk)).exists()


def work_by_id(public_id: str) -> ResearchWork | None:
    """One line of work, with its question."""
    return ResearchWork.objects.select_related("question", "partnership").filter(public_id=public_id).first()


def origin_by_id(public_id: str) -> QuestionOrigin | None:
    """One origin, with its question."""
    return QuestionOrigin.objects.select_related("question", "partnership").filter(public_id=public_id).first()
