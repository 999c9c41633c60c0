"""Taking back what was planned for later: a change that has still to begin, or an end that has still to come."""

from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.events.announcing import announce
from steunpunt.foundation.ledger.actions import record
from steunpunt.network.events import MembershipChanged, PartnershipChanged
from steunpunt.network.models import Membership
from steunpunt.network.queries.editing import line_of
from steunpunt.network.queries.planned import PlannedRow
from steunpunt.network.rules.partnership import can_end, can_withdraw, can_withdraw_end

from .chains import withdrawn
from .noting import begin_of, editing
from .telling import in_words


def withdraw_change(row: PlannedRow, *, by: Actor, at: datetime, revision: int | None = None) -> None:
    """What would begin on a later day does not begin; what would have ended that day goes on."""
    with editing(row.partnership, by=by, at=at, revision=revision):
        require(can_withdraw(row, localdate(at)), _("Dit is al ingegaan. Verbeter of beëindig het."))
        words = {"what": row._meta.verbose_name, "day": in_words(begin_of(row))}
        withdrawn(row, line_of(row))
        _note(row, "change-withdrawn", _("Geplande wijziging van %(day)s ingetrokken: %(what)s.") % words, by, at)


def withdraw_end(row: PlannedRow, *, by: Actor, at: datetime, revision: int | None = None) -> PlannedRow:
    """What would end on a later day goes on."""
    with editing(row.partnership, by=by, at=at, revision=revision):
        require(can_withdraw_end(row, localdate(at)), _("Dit einde is al geweest, of er is geen einde gepland."))
        require(can_end(row), _("Er staat een volgende periode gepland. Trek die in."))
        words = {"what": row._meta.verbose_name, "day": in_words(row.valid_until or date.max)}
        row.valid_until = None
        row.save(update_fields=["valid_until"])
        _note(row, "end-withdrawn", _("Gepland einde op %(day)s ingetrokken: %(what)s.") % words, by, at)
    return row


def _note(row: PlannedRow, deed: str, summary: str, by: Actor, at: datetime) -> None:
    subjects = [row.partnership.reference]
    if isinstance(row, Membership):
        subjects.append(row.organisation.reference)
    record(by=by, at=at, deed=deed, summary=summary, subjects=subjects)
    if isinstance(row, Membership):
        announce(MembershipChanged(row.partnership.public_id, row.organisation.public_id, deed, at))
    else:
        announce(PartnershipChanged(row.partnership.public_id, deed, at))
