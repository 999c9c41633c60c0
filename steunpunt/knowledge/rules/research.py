"""Who may bring, judge and join questions of the research agenda, and what can be done with one now."""

from collections.abc import Iterable
from datetime import date

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import QuestionOrigin, QuestionStatus, ResearchQuestion, ResearchWork
from steunpunt.knowledge.queries.research_names import institutions_of
from steunpunt.network.models import Organisation, Partnership
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


def may_work_for(actor: Actor, organisation: Organisation | None) -> bool:
    """Staff for every institution, others for those where they have a role."""
    return actor.is_staff or organisation is None or organisation.pk in institutions_of(actor, actor.day)


def may_stop(actor: Actor, work: ResearchWork) -> bool:
    """Whoever said that it was worked on, the coordinator of that partnership, and staff."""
    return work.pk in stoppable(actor, [work])


def stoppable(actor: Actor, rows: Iterable[ResearchWork]) -> set[int]:
    """Which of these somebody may end; where one coordinates is read once."""
    if actor.is_staff:
        return {row.pk for row in rows}
    if actor.account is None:
        return set()
    managed = set(managed_partnerships(actor, actor.day).values_list("pk", flat=True))
    return {row.pk for row in rows if row.account_id == actor.account.pk or row.partnership_id in managed}


def never_began(work: ResearchWork, on: date) -> bool:
    """Whether nothing is left of it when it ends that day."""
    return work.valid_from is not None and on <= work.valid_from


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
