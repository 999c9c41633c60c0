"""Bringing a question that the toolbox leaves open to the research agenda, with its words and its trace."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.revisions import locked
from steunpunt.knowledge.models import OpenQuestion, ResearchQuestion
from steunpunt.knowledge.queries.handing_on import is_on_agenda
from steunpunt.knowledge.rules.toolbox import can_decide, may_decide

from .agenda import Brought, propose
from .agenda_editing import accept
from .toolbox import NOT_OPEN, ONLY_STAFF


def bring_to_agenda(question: OpenQuestion, facts: Mapping[str, Any], *, by: Actor, at: datetime) -> ResearchQuestion:
    """Put it on the agenda in words of its own; `facts`: `text`, `level`, `themes`.

    The question stays open in the toolbox, so that its followers hear of an answer.
    """
    require(may_decide(by), ONLY_STAFF)
    with transaction.atomic():
        held = locked(question)
        require(can_decide(held), NOT_OPEN)
        require(not is_on_agenda(held), _("Deze vraag staat al op de onderzoeksagenda."))
        origin = Brought(
            wording=held.text,
            source=_now("Vraag in de gereedschapskist"),
            reference=held.reference,
            brought_on=localdate(held.asked_at),
        )
        brought = propose(text=facts["text"], level=facts["level"], themes=facts["themes"], origin=origin, by=by, at=at)
        # Whoever brings it did not ask it: what comes of it is told to those who follow the question here.
        brought.origins.update(account=None)
        return accept(brought, by=by, at=at)
