"""Who may decide on a proposal of a visitor, and what can be proposed."""

from datetime import date

from django.db.models import Q
from django.utils.timezone import localdate

from steunpunt.foundation.access import Actor
from steunpunt.foundation.references import parse_reference
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.queries.corrections import STATUS, record_of
from steunpunt.network.queries.people import managed_partnerships

from .partnership import may_edit_partnership


def may_handle_correction(actor: Actor, item: WorkItem) -> bool:
    """Staff, and for a partnership its coordinator; the status is for staff alone."""
    if actor.is_staff:
        return True
    if parse_reference(item.subject)[0] != "partnerschap" or item.data.get("field") == STATUS:
        return False
    partnership = record_of(item.subject)
    return partnership is not None and may_edit_partnership(actor, partnership, _today(actor))  # type: ignore[arg-type]


def corrections_handled_by(actor: Actor) -> Q:
    """The same as a condition on the work list, for whoever is not staff."""
    references = [row.reference for row in managed_partnerships(actor, _today(actor))]
    return Q(subject__in=references) & ~Q(data__field=STATUS)


def _today(actor: Actor) -> date:
    return actor.today or localdate()


def can_propose(old: object, new: object) -> bool:
    """A proposal says something else than what stands there."""
    return old != new
