"""Saying that somebody works on a question of the research agenda, and that this ended."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.access.refusing import Sentences, refused_with
from steunpunt.knowledge.models import QuestionStatus, ResearchQuestion, ResearchWork
from steunpunt.knowledge.queries.research import families, is_worked_on
from steunpunt.knowledge.rules.research import (
    is_on_agenda,
    may_propose,
    may_speak_for,
    may_stop,
    may_work_for,
    never_began,
)

from .agenda import NOT_A_MEMBER, NOT_THEIRS, note
from .agenda_editing import WORKED_ON, put_status

NOT_THEIR_WORK = _("Dit kan wie het meldde, de coördinator van het partnerschap en het steunpunt.")
NOT_THEIR_PLACE = _("Kies een instituut waar je zelf een rol hebt.")
SENTENCES: Sentences = {
    "research_work_end_after_begin": (_("Het einde moet na het begin liggen."), "valid_until"),
    "research_work_of_somebody": (_("Kies wie eraan werkt."), "partnership"),
}


def take_on(work: ResearchWork, *, by: Actor, at: datetime) -> ResearchWork:
    """Somebody works on it (unsaved, with its question); an open question is in research from the day it begins."""
    require(may_propose(by), NOT_A_MEMBER)
    require(may_speak_for(by, work.partnership), NOT_THEIRS, field="partnership")
    require(may_work_for(by, work.organisation), NOT_THEIR_PLACE, field="organisation")
    with transaction.atomic(), refused_with(SENTENCES):
        question = ResearchQuestion.objects.select_for_update().get(pk=work.question_id)
        require(is_on_agenda(question), _("Deze vraag staat niet op de agenda."))
        require(not _same(work).exists(), _("Dat staat er al."), field="partnership")
        work.account = by.account
        work.save()
        summary = _("Werkt aan de vraag: %(text)s") % {"text": question.text}
        note(question, "question-taken-on", summary, None, _who(work), by=by, at=at)
        if question.status == QuestionStatus.OPEN and work.covers(localdate(at)):
            reason = str(WORKED_ON)
            put_status(question, QuestionStatus.IN_RESEARCH, reason, by=by, at=at)
    return work


def stop_working(work: ResearchWork, on: date, *, by: Actor, at: datetime) -> ResearchWork:
    """It is worked on until that day, or never was when it had not begun; when nobody is left the question is open."""
    require(may_stop(by, work), NOT_THEIR_WORK)
    with transaction.atomic(), refused_with(SENTENCES):
        row = ResearchWork.objects.select_for_update(of=["self"]).select_related("partnership").get(pk=work.pk)
        require(row.valid_until is None or row.valid_until > on, _("Dit is toen al gestopt."), field="valid_until")
        question = ResearchQuestion.objects.select_for_update().get(pk=_root(row.question_id))
        summary = _ended(row, on) % {"text": question.text}
        note(question, "question-work-ended", summary, None, _who(row), by=by, at=at)
        if question.status == QuestionStatus.IN_RESEARCH and not is_worked_on(question, localdate(at)):
            put_status(question, QuestionStatus.OPEN, _now("Niemand werkt er nu aan."), by=by, at=at)
    return row


def _ended(row: ResearchWork, on: date) -> str:
    """Put the end in the row, or take the row away when it never began; what the history says of it."""
    if never_began(row, on):
        row.delete()
        return _now("Toch niet begonnen aan de vraag: %(text)s")
    row.valid_until = on
    row.save(update_fields=["valid_until"])
    return _now("Stopt met de vraag: %(text)s")


def follow_work(*, by: Actor, at: datetime) -> int:
    """Work that began or ended by its own date changes the status of its question; how many questions changed.

    What was set by hand stays until then: only what happened after the day of the status counts.
    """
    day = localdate(at)
    root = families().root_of
    running: set[int] = set()
    moved: dict[int, date] = {}
    for row in ResearchWork.objects.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=day)):
        pk = root.get(row.question_id, row.question_id)
        running |= {pk} if row.covers(day) else set()
        moved[pk] = max(moved.get(pk, date.min), _last_moved(row, day))
    stands = ResearchQuestion.objects.filter(pk__in=moved).values_list("pk", "status_on")
    behind = [pk for pk, since in stands if since is None or moved[pk] > since]
    return sum(_follow(pk, pk in running, by=by, at=at) for pk in behind)


def follow_question(question: ResearchQuestion, *, by: Actor, at: datetime) -> None:
    """After a merge or its undoing: the status follows whether it is worked on now."""
    _follow(question.pk, is_worked_on(question, localdate(at)), by=by, at=at)


def _last_moved(work: ResearchWork, day: date) -> date:
    """The last day up to this one on which it began or ended."""
    return max(each for each in (work.valid_from, work.valid_until, date.min) if each and each <= day)


def _follow(pk: int, is_running: bool, *, by: Actor, at: datetime) -> bool:
    was, status = QuestionStatus.IN_RESEARCH, QuestionStatus.OPEN
    if is_running:
        was, status = status, was
    with transaction.atomic():
        question = ResearchQuestion.objects.select_for_update().filter(pk=pk, status=was).first()
        if question is None or not is_on_agenda(question):
            return False
        reason = str(WORKED_ON) if is_running else _now("Niemand werkt er nu aan.")
        put_status(question, status, reason, by=by, at=at)
    return True


def _same(work: ResearchWork) -> "QuerySet[ResearchWork]":
    """The same partnership and organisation on the same question, on a day that the new period holds too."""
    family = families().of(work.question_id)
    rows = ResearchWork.objects.filter(
        question__in=family, partnership=work.partnership, organisation=work.organisation
    )
    if work.valid_until:
        rows = rows.filter(Q(valid_from__isnull=True) | Q(valid_from__lt=work.valid_until))
    if work.valid_from:
        rows = rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=work.valid_from))
    return rows


def _root(pk: int) -> int:
    return families().root_of.get(pk, pk)


def _who(work: ResearchWork) -> list[str]:
    """On whose page the history tells of it."""
    return [work.partnership.reference] if work.partnership else []
