"""Handing a role over on a day, and taking back a role that has still to begin."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.network.models import Affiliation, Person
from steunpunt.network.rules.people import can_take_over, can_withdraw_role, may_edit_affiliation

from .affiliations import end_role, in_words, keep, locked_role, note_role, take_up
from .coordinating import ask_if_unmanaged


def succeed(outgoing: Affiliation, incoming: Person, on: date, *, by: Actor, at: datetime) -> Affiliation:
    """Hand a role over on a day: the one ends, the other begins, in one deed."""
    require(may_edit_affiliation(by, outgoing, timezone.localdate(at)), _("Je mag deze rol niet overdragen."))
    require(incoming.pk != outgoing.person_id, _("Kies iemand anders als opvolger."), field="incoming")
    sentence = _("Deze persoon werkt op die dag niet voor dit partnerschap.")
    require(can_take_over(incoming, outgoing, on), sentence, field="incoming")
    with transaction.atomic():
        outgoing = locked_role(outgoing)
        successor = Affiliation(
            person=incoming,
            role=outgoing.role,
            organisation=outgoing.organisation,
            partnership=outgoing.partnership,
            local_title=outgoing.local_title,
            valid_from=on,
            took_over_from=outgoing,
            would_have_ended_on=outgoing.valid_until,
        )
        successor = take_up(successor, by=by, at=at)
        end_role(outgoing, on, by=by, at=at, field="on")
    return successor


def withdraw_affiliation(affiliation: Affiliation, *, by: Actor, at: datetime) -> None:
    """A role that has still to begin does not begin; whoever would hand it over goes on."""
    today = timezone.localdate(at)
    require(may_edit_affiliation(by, affiliation, today), _("Je mag deze rol niet intrekken."))
    with transaction.atomic():
        row = locked_role(affiliation)
        require(can_withdraw_role(row, today), _("Deze rol is al ingegaan. Verbeter of beëindig die."))
        before = {"sinds": in_words(row.valid_from)}
        note_role(
            row, "affiliation-withdrawn", _("Geplande rol ingetrokken: %(role)s"), {"sinds": None}, before, by=by, at=at
        )
        row.delete()
        _let_go_on(row, by=by, at=at)
        ask_if_unmanaged(row, row.valid_from or today, by=by, at=at)


def _let_go_on(row: Affiliation, *, by: Actor, at: datetime) -> None:
    """The role that would be handed over holds as long as it would have; not when it got another end since."""
    if row.took_over_from is None:
        return
    before = locked_role(row.took_over_from)
    if before.valid_until != row.valid_from:
        return
    stood, before.valid_until = {"tot": in_words(before.valid_until)}, row.would_have_ended_on
    keep(before, ["valid_until"])
    after = {"tot": in_words(before.valid_until)}
    note_role(before, "affiliation-changed", _("Rol loopt door: %(role)s"), after, stood, by=by, at=at)
