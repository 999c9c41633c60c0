"""Putting a newly published item to staff when it may answer an open question."""

from datetime import datetime

from django.utils.translation import gettext as _now

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.worklist.actions import open_item
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.knowledge.models import KnowledgeItem
from steunpunt.knowledge.queries.items import visible_items, with_words
from steunpunt.knowledge.queries.toolbox import method_of, was_proposed
from steunpunt.knowledge.queries.toolbox_questions import questions_waiting, visible_question
from steunpunt.knowledge.rules.toolbox import fits_well
from steunpunt.network.queries.choices import choices

from .toolbox import NOT_OPEN, answer

KIND = "open-vraag"
SYSTEM = Actor.for_system("gereedschapskist")


def propose_answers(item_id: str, *, at: datetime) -> int:
    """A line on the work list for every open question that the item may answer; how many. Safe to repeat."""
    item = with_words(visible_items(SYSTEM)).filter(public_id=item_id).first()
    if item is None or item.live is None:
        return 0
    method = method_of(item, item.live, choices().themes)
    fitting = [question for question in questions_waiting() if fits_well(question, method)]
    fresh = [question for question in fitting if not was_proposed(KIND, question.reference, item.public_id)]
    for question in fresh:
        title = _now("Beantwoordt ‘%(title)s’ deze vraag?") % {"title": item.live.title}
        data = {"item": item.public_id, "question": question.public_id}
        open_item(kind=KIND, subject=question.reference, title=title, data=data, by=SYSTEM, at=at)
    return len(fresh)


def accept_proposal(work: WorkItem, by: Actor, at: datetime) -> None:
    """The item is the answer; what staff wrote with it is the sentence."""
    question = visible_question(by, work.data["question"])
    item: KnowledgeItem | None = visible_items(by).filter(public_id=work.data["item"]).first()
    require(
        bool(work.answer.strip()),
        _now("Schrijf in een zin wat het antwoord is. Wie de vraag volgt, leest dit."),
        field="answer",
    )
    require(question is not None and item is not None, NOT_OPEN)
    if question is not None and item is not None:
        answer(question, [item], work.answer, by=by, at=at)


def decline_proposal(work: WorkItem, by: Actor, at: datetime) -> None:
    """The question stays open as it was."""
