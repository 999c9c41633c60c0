"""The editors' side of the research agenda: accepting, revising, setting the status, answering, retiring."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.events.announcing import announce
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.ledger.revisions import locked
from steunpunt.foundation.thread.actions import link
from steunpunt.foundation.thread.models import Relation
from steunpunt.knowledge.events import ResearchQuestionAnswered
from steunpunt.knowledge.models import KnowledgeItem, KnownAnswer, QuestionOrigin, QuestionStatus, ResearchQuestion
from steunpunt.knowledge.queries.research import is_worked_on, root_of
from steunpunt.knowledge.rules.research import can_accept, can_change, is_on_agenda, may_edit_agenda

from .agenda import GONE_UP, _require_question, note
from .agenda_telling import tell_who_asked

ONLY_EDITORS = _("Dit kan alleen de redactie van het steunpunt.")
NOT_YET_THERE = _("Deze vraag staat niet op de agenda. Zet haar eerst op de agenda.")
WORKED_ON = _("Er wordt aan gewerkt.")
FACTS = ("text", "explanation", "level")
MAY_NAME = ("vraag", "toelichting")
"""What somebody may have put a name in: the history says that it changed, not what it said."""


def accept(question: ResearchQuestion, *, by: Actor, at: datetime) -> ResearchQuestion:
    """Put a proposed question on the agenda."""
    require(may_edit_agenda(by), ONLY_EDITORS)
    with transaction.atomic():
        held = locked(question)
        require(can_accept(held), _("Deze vraag wacht niet op de redactie."))
        held.accepted_at, held.status_on = at, localdate(at)
        held.save(update_fields=["accepted_at", "status_on"])
        note(held, "question-accepted", _("Op de onderzoeksagenda gezet."), by=by, at=at)
        tell_who_asked(held, _now("Je vraag staat op de onderzoeksagenda"), _now("Iedereen kan haar nu lezen."), at)
    return held


def revise(
    question: ResearchQuestion, facts: Mapping[str, Any], *, by: Actor, at: datetime, revision: int | None = None
) -> ResearchQuestion:
    """Say the question better; `facts` holds text, explanation, level and themes. Origins keep their own words."""
    require(may_edit_agenda(by), ONLY_EDITORS)
    themes = list(facts["themes"])
    _require_question(facts["text"], facts["level"], themes)
    with transaction.atomic():
        held = locked(question, revision)
        require(can_change(held), GONE_UP)
        before = _told(held)
        for name in FACTS:
            setattr(held, name, facts[name].strip())
        held.save(update_fields=list(FACTS))
        held.themes.set(themes)
        changes = field_changes(before, _told(held))
        require(bool(changes), _("Er is niets veranderd. Pas eerst iets aan."))
        note(held, "question-revised", _("Vraag anders opgeschreven."), changes, personal=MAY_NAME, by=by, at=at)
    return held


def reword_origin(origin: QuestionOrigin, wording: str, *, by: Actor, at: datetime) -> QuestionOrigin:
    """Other words for an origin, such as without a name; the older ones are kept nowhere."""
    require(may_edit_agenda(by), ONLY_EDITORS)
    require(bool(wording.strip()), _("Schrijf de vraag op."), field="wording")
    require(len(wording.strip()) <= 300, _("Maak de vraag korter: hooguit 300 tekens."), field="wording")
    with transaction.atomic():
        row = QuestionOrigin.objects.select_for_update().get(pk=origin.pk)
        row.wording = wording.strip()
        row.save(update_fields=["wording"])
        note(root_of(row.question), "question-origin-reworded", _("Een herkomst anders verwoord."), by=by, at=at)
    return row


def set_status(
    question: ResearchQuestion,
    status: str,
    reason: str,
    *,
    by: Actor,
    at: datetime,
    revision: int | None = None,
) -> ResearchQuestion:
    """How far the answer is, and why we say so; retiring has its own deed."""
    require(may_edit_agenda(by), ONLY_EDITORS)
    require(bool(reason.strip()), _("Schrijf waarom de stand verandert."), field="reason")
    require(status in QuestionStatus.values, _("Kies een stand uit de lijst."), field="status")
    require(status != QuestionStatus.RETIRED, _("Kies daarvoor ‘Afvoeren’."), field="status")
    with transaction.atomic():
        held = locked(question, revision)
        require(can_change(held), GONE_UP)
        require(is_on_agenda(held), _("Deze vraag staat niet op de agenda."))
        require(status != held.status, _("Dat is de stand al."), field="status")
        put_status(held, status, reason, by=by, at=at)
        if status == QuestionStatus.ANSWERED:
            announce(ResearchQuestionAnswered(held.public_id, at, is_final=True))
            tell_who_asked(held, _now("Je onderzoeksvraag is beantwoord"), reason.strip(), at)
    return held


def answer(
    question: ResearchQuestion,
    text: str,
    items: Iterable[KnowledgeItem] = (),
    *,
    is_final: bool = False,
    by: Actor,
    at: datetime,
) -> KnownAnswer:
    """Write down what is known, with the items that say so; `is_final` makes the question answered."""
    require(may_edit_agenda(by), ONLY_EDITORS)
    require(bool(text.strip()), _("Schrijf in gewone taal wat we al weten."), field="text")
    with transaction.atomic():
        held = locked(question)
        require(can_change(held), GONE_UP)
        require(not is_final or is_on_agenda(held), NOT_YET_THERE, field="is_final")
        known = KnownAnswer.objects.create(question=held, text=text.strip(), added_at=at)
        known.items.set(items)
        for item in known.items.all():
            link(held.reference, item.reference, Relation.ANSWERED_BY, by=by, at=at)
        note(held, "question-answer-added", _("Erbij geschreven wat we al weten."), by=by, at=at)
        if is_final and held.status != QuestionStatus.ANSWERED:
            put_status(held, QuestionStatus.ANSWERED, _now("Er is een antwoord."), by=by, at=at)
        if is_on_agenda(held):
            announce(ResearchQuestionAnswered(held.public_id, at, is_final))
            tell_who_asked(held, _now("Er is meer bekend over je onderzoeksvraag"), known.text, at)
    return known


def retire(
    question: ResearchQuestion, reason: str, *, by: Actor, at: datetime, revision: int | None = None
) -> ResearchQuestion:
    """Take a question off the agenda, or say no to a proposal; it is kept and can come back."""
    require(may_edit_agenda(by), ONLY_EDITORS)
    require(bool(reason.strip()), _("Schrijf waarom de vraag van de agenda gaat."), field="reason")
    with transaction.atomic():
        held = locked(question, revision)
        require(can_change(held), GONE_UP)
        require(held.status != QuestionStatus.RETIRED, _("Deze vraag is al afgevoerd."))
        put_status(held, QuestionStatus.RETIRED, reason, by=by, at=at)
        tell_who_asked(held, _now("Je vraag staat niet op de onderzoeksagenda"), reason.strip(), at)
    return held


def bring_back(question: ResearchQuestion, *, by: Actor, at: datetime) -> ResearchQuestion:
    """Open a retired question again; one that was never accepted waits for the editors again."""
    require(may_edit_agenda(by), ONLY_EDITORS)
    with transaction.atomic():
        held = locked(question)
        require(can_change(held), GONE_UP)
        require(held.status == QuestionStatus.RETIRED, _("Deze vraag is niet afgevoerd."))
        if is_worked_on(held, localdate(at)):
            put_status(held, QuestionStatus.IN_RESEARCH, str(WORKED_ON), by=by, at=at)
        else:
            put_status(held, QuestionStatus.OPEN, "", by=by, at=at)
    return held


def put_status(question: ResearchQuestion, status: str, reason: str, *, by: Actor, at: datetime) -> None:
    """Write the status with its reason and day, and the ledger line that tells of it."""
    before = question.get_status_display()
    question.status, question.status_reason, question.status_on = status, reason.strip()[:300], localdate(at)
    question.save(update_fields=["status", "status_reason", "status_on"])
    changes: dict[str, list] = {"stand": [before, question.get_status_display()]}
    if question.status_reason:
        changes["reden"] = [None, question.status_reason]
    summary = _("Nu %(status)s.") % {"status": question.get_status_display()}
    note(question, f"question-{status.replace('_', '-')}", summary, changes, by=by, at=at)


def _told(question: ResearchQuestion) -> dict[str, object]:
    return {
        "vraag": question.text,
        "toelichting": question.explanation,
        "niveau": str(question.get_level_display()),
        "thema's": ", ".join(theme.title for theme in question.themes.order_by("pk")),
    }
