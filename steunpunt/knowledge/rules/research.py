"""Who may bring, judge and join questions of the research agenda, and what can be done with one now."""

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import QuestionOrigin, QuestionStatus, ResearchQuestion, ResearchWork
from steunpunt.network.models import Partnership
from steunpunt.network.queries.belonging import is_member, partnerships_of
from steunpunt.network.queries.people import managed_partnerships


def may_propose(actor: Actor) -> bool:
    """Staff, and whoever works for a partner of a current partnership."""
    return actor.is_staff or is_member(actor, actor.day)


def may_edit_agenda(actor: Actor) -> bool:
    return actor.is_staff


def may_speak_for(actor: Actor, partnership: Partnership | None) -> bool:
    """Staff for everybody, others for the partnerships where they work."""
    if actor.is_staff or partnership is None:
        return may_propose(actor)
    return partnerships_of(actor, actor.day).filter(pk=partnership.pk).exists()


def may_stop(actor: Actor, work: ResearchWork) -> bool:
    """Whoever said that it was worked on, the coordinator of that partnership, and staff."""
    if actor.is_staff:
        return True
    if actor.account is None:
        return False
    if work.account_id == actor.account.pk:
        return True
    return work.partnership in managed_partnerships(actor, actor.day)


def may_take_out(actor: Actor, origin: QuestionOrigin) -> bool:
    """Whoever brought it, and staff."""
    return actor.is_staff or (actor.account is not None and origin.account_id == actor.account.pk)


def is_on_agenda(question: ResearchQuestion) -> bool:
    """Whether everybody sees it."""
    is_accepted = question.accepted_at is not None and question.merged_into_id is None
    return is_accepted and question.status != QuestionStatus.RETIRED


def can_accept(question: ResearchQuestion) -> bool:
    is_waiting = question.accepted_at is None and question.merged_into_id is None
    return is_waiting and question.status != QuestionStatus.RETIRED


def can_change(question: ResearchQuestion) -> bool:
    """What went up in another question is changed there."""
    return question.merged_into_id is None


def can_merge(kept: ResearchQuestion, merged: ResearchQuestion) -> bool:
    """Into a question of the agenda, and neither went up in another: so no circle can arise."""
    return kept.pk != merged.pk and is_on_agenda(kept) and merged.merged_into_id is None
