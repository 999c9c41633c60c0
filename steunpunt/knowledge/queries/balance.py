"""Give and take: what a partnership shared, who used it, and what it used of others."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import ItemUse, KnowledgeItem, QuestionState
from steunpunt.network.models import Partnership
from steunpunt.network.queries.people import managed_partnerships

from . import research, toolbox_questions
from .items import visible_items
from .use import ShownUse, shown_uses, visible_uses


@dataclass(frozen=True)
class Balance:
    """Three numbers that are only ever said in a sentence, and never set against those of another."""

    shared: int
    users: int
    """Other partnerships that used something of it."""
    took: int
    """Items of others that it used."""
    answered: int = 0
    """Questions of others, in the toolbox and on the research agenda, that its items answered."""

    @property
    def is_empty(self) -> bool:
        return not (self.shared or self.took)


@dataclass(frozen=True)
class GiveAndTake:
    """The same with the items and the words."""

    shared: list[KnowledgeItem]
    """Each with `users`: how many other partnerships used it, and `told`: how often others told of using it."""
    given: list[ShownUse]
    taken: list[ShownUse]


def balance_of(partnership: Partnership, actor: Actor, day: date) -> Balance:
    """As far as this reader may see the items, and as it stood on that day: four queries."""
    counted = _uses(actor, day).aggregate(
        users=Count(
            "partnership", distinct=True, filter=Q(item__partnership=partnership) & ~Q(partnership=partnership)
        ),
        took=Count("item", distinct=True, filter=Q(partnership=partnership) & ~Q(item__partnership=partnership)),
    )
    shared = _shared(partnership, actor, day)
    return Balance(shared.count(), counted["users"], counted["took"], _answered(shared, actor, day))


def give_and_take(partnership: Partnership, actor: Actor, day: date) -> GiveAndTake:
    """Everything behind the sentence, newest first, for whoever manages the partnership."""
    others = Q(uses__withdrawn_at__isnull=True) & ~Q(uses__partnership=partnership)
    shared = _shared(partnership, actor, day).select_related("live")
    shared = shared.annotate(
        users=Count("uses__partnership", distinct=True, filter=others),
        told=Count("uses", distinct=True, filter=others | Q(uses__withdrawn_at__isnull=True, uses__partnership=None)),
    )
    uses = _uses(actor, day)
    return GiveAndTake(
        list(shared.order_by("-published_at", "-pk")),
        shown_uses(uses.filter(item__partnership=partnership).exclude(partnership=partnership), actor),
        shown_uses(uses.filter(partnership=partnership).exclude(item__partnership=partnership), actor),
    )


def balance_panel(partnership: Partnership, actor: Actor, day: date) -> dict[str, Any] | None:
    """The panel on the page of the partnership; with nothing to tell only whoever manages it sees the invitation."""
    balance = balance_of(partnership, actor, day)
    manages = actor.is_staff or managed_partnerships(actor, actor.day).filter(pk=partnership.pk).exists()
    if balance.is_empty and not manages:
        return None
    return {"balance": balance, "partnership": partnership, "manages": manages}


def _answered(shared: QuerySet[KnowledgeItem], actor: Actor, day: date) -> int:
    toolbox = toolbox_questions.visible_open_questions(actor).filter(state=QuestionState.ANSWERED, items__in=shared)
    agenda = research.visible_questions(actor).filter(answers__items__in=shared, answers__added_at__date__lte=day)
    return toolbox.filter(decided_at__date__lte=day).distinct().count() + agenda.distinct().count()


def _shared(partnership: Partnership, actor: Actor, day: date) -> QuerySet[KnowledgeItem]:
    return visible_items(actor).filter(partnership=partnership, published_at__date__lte=day)


def _uses(actor: Actor, day: date) -> QuerySet[ItemUse]:
    return visible_uses(actor).filter(reported_at__date__lte=day)
