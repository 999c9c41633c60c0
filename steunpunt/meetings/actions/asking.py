"""What a meeting asks of those who come, and the answers afterwards, which nobody's name is kept with."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.meetings.models import Meeting, MeetingAnswer, MeetingQuestion, QuestionMoment, Registration
from steunpunt.meetings.queries.questions import has_answers, questions_of
from steunpunt.meetings.rules.registering import can_evaluate, may_see_who_comes

from .attending import ONLY_LEADERS

MOST = 12
"""More questions than this nobody answers well."""


def add_question(meeting: Meeting, facts: Mapping[str, Any], *, by: Actor, at: datetime) -> MeetingQuestion:
    """Ask something more, when registering or afterwards."""
    require(may_see_who_comes(by, meeting), ONLY_LEADERS)
    with transaction.atomic():
        held = Meeting.objects.select_for_update().get(pk=meeting.pk)
        few = len(questions_of(held, facts["moment"])) < MOST
        require(few, _("Er staan al twaalf vragen. Haal er eerst een weg."), field="text")
        question = MeetingQuestion.objects.create(meeting=held, **facts)
        _note(held, "meeting-question-added", _now("Vraag aan deelnemers toegevoegd."), by=by, at=at)
    return question


def remove_question(question: MeetingQuestion, *, by: Actor, at: datetime) -> None:
    """Only while nobody answered it."""
    require(may_see_who_comes(by, question.meeting), ONLY_LEADERS)
    with transaction.atomic():
        meeting = Meeting.objects.select_for_update().get(pk=question.meeting_id)
        require(not has_answers(question), _("Op deze vraag zijn al antwoorden. Die gooi je niet weg."))
        question.delete()
        _note(meeting, "meeting-question-removed", _now("Vraag aan deelnemers weggehaald."), by=by, at=at)


def look_back(registration: Registration, answers: Mapping[int, str], *, at: datetime) -> None:
    """Once per person. That somebody answered is kept with the registration, what they answered is not."""
    with transaction.atomic():
        rows = Registration.objects.select_for_update(of=("self",)).select_related("meeting")
        held = rows.get(pk=registration.pk)
        require(can_evaluate(held, at), _("Je hebt al teruggekeken, of dat kan nu niet."))
        asked = {question.pk for question in questions_of(held.meeting, QuestionMoment.AFTER)}
        MeetingAnswer.objects.bulk_create(
            MeetingAnswer(question_id=key, text=text) for key, text in answers.items() if key in asked and text
        )
        held.evaluated_at = at
        held.save(update_fields=["evaluated_at"])


def _note(meeting: Meeting, deed: str, summary: str, *, by: Actor, at: datetime) -> None:
    record(by=by, at=at, deed=deed, summary=summary, subjects=[meeting.reference])
