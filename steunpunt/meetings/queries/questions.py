"""What a meeting asks, and what was answered afterwards, as far as there are enough answers."""

from collections import Counter
from dataclasses import dataclass

from steunpunt.meetings.models import (
    Meeting,
    MeetingAnswer,
    MeetingQuestion,
    QuestionKind,
    QuestionMoment,
    Registration,
)

FEWEST = 5
"""Fewer answers than this are never shown: everybody would know whose they are."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was answered to one question afterwards."""

    question: MeetingQuestion
    number: int
    counts: list[tuple[str, int]]
    texts: list[str]

    @property
    def is_shown(self) -> bool:
        return self.number >= FEWEST


def questions_of(meeting: Meeting, moment: str) -> list[MeetingQuestion]:
    return list(MeetingQuestion.objects.filter(meeting=meeting, moment=moment).order_by("pk"))


def question_at(meeting: Meeting, public_id: str) -> MeetingQuestion | None:
    return MeetingQuestion.objects.filter(meeting=meeting, public_id=public_id).first()


def answers_of(registration: Registration) -> dict[int, str]:
    """Question → what this person answered when registering."""
    return dict(registration.answers.values_list("question", "text"))


def has_answers(question: MeetingQuestion) -> bool:
    return MeetingAnswer.objects.filter(question=question).exists()


def evaluated(meeting: Meeting) -> int:
    """How many people looked back."""
    return Registration.objects.filter(meeting=meeting, evaluated_at__isnull=False).count()


def results_of(meeting: Meeting) -> list[Result]:
    """The answers per question; with fewer than five nothing but their number."""
    rows = MeetingAnswer.objects.filter(question__meeting=meeting, question__moment=QuestionMoment.AFTER)
    found: dict[int, list[str]] = {}
    for question, text in rows.order_by("text", "pk").values_list("question", "text"):
        found.setdefault(question, []).append(text)
    return [_result(question, found.get(question.pk, [])) for question in questions_of(meeting, QuestionMoment.AFTER)]


def _result(question: MeetingQuestion, texts: list[str]) -> Result:
    if len(texts) < FEWEST:
        return Result(question, len(texts), [], [])
    if question.kind == QuestionKind.OPEN:
        return Result(question, len(texts), [], texts)
    counts = Counter(texts)
    offered = question.options if question.kind == QuestionKind.CHOICE else ["ja", "nee"]
    return Result(question, len(texts), [(option, counts[option]) for option in offered], [])
