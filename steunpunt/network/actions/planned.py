"""Taking back what was planned for later: a change that has still to begin, or an end that has still to come."""

from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.events.announcing import announce
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.network.events import MembershipChanged, PartnershipChanged
from steunpunt.network.models import Membership
from steunpunt.network.queries.editing import line_of
from steunpunt.network.queries.planned import PlannedRow
from steunpunt.network.rules.partnership import can_do_without, can_end, can_withdraw, can_withdraw_end, may_withdraw

from .chains import withdrawn
from .noting import ONLY_STAFF, begin_of, editing
from .telling import in_words, told

NOT_TOLD = {"id", "public_id", "partnership", "person", "begin_unknown"}


def withdraw_change(row: PlannedRow, *, by: Actor, at: datetime, revision: int | None = None) -> None:
    """What would begin on a later day does not begin; what would have ended that day goes on."""
    require(may_withdraw(by, row), ONLY_STAFF)
    with editing(row.partnership, by=by, at=at, revision=revision):
        require(can_withdraw(row, localdate(at)), _("Dit is al ingegaan. Verbeter of beëindig het."))
        require(can_do_without(row), _("Zonder deze regel heeft het partnerschap geen naam of status meer."))
        words = {"what": row._meta.verbose_name, "day": in_words(begin_of(row))}
        changes = field_changes(_stood(row), dict.fromkeys(_stood(row)))
        withdrawn(row, line_of(row))
        summary = _("Geplande wijziging van %(day)s ingetrokken: %(what)s.") % words
        _note(row, "change-withdrawn", summary, changes, by, at)


def withdraw_end(row: PlannedRow, *, by: Actor, at: datetime, revision: int | None = None) -> PlannedRow:
    """What would end on a later day goes on."""
    require(may_withdraw(by, row), ONLY_STAFF)
    with editing(row.partnership, by=by, at=at, revision=revision):
        require(can_withdraw_end(row, localdate(at)), _("Dit einde is al geweest, of er is geen einde gepland."))
        require(can_end(row), _("Er staat een volgende periode gepland. Trek die in."))
        words = {"what": row._meta.verbose_name, "day": in_words(row.valid_until or date.max)}
        before = told(row, "valid_until")
        row.valid_until = None
        row.save(update_fields=["valid_until"])
        summary = _("Gepland einde op %(day)s ingetrokken: %(what)s.") % words
        _note(row, "end-withdrawn", summary, field_changes(before, told(row, "valid_until")), by, at)
    return row


def _stood(row: PlannedRow) -> dict[str, object]:
    """What the row said, without who it was about: a person's name does not belong in the ledger."""
    names = [field.name for field in row._meta.concrete_fields if field.name not in NOT_TOLD]
    return {name: value for name, value in told(row, *names).items() if value not in (None, "")}


def _note(row: PlannedRow, deed: str, summary: str, changes: dict[str, list], by: Actor, at: datetime) -> None:
    subjects = [row.partnership.reference]
    if isinstance(row, Membership):
        subjects.append(row.organisation.reference)
    record(by=by, at=at, deed=deed, summary=summary, subjects=subjects, changes=changes)
    if isinstance(row, Membership):
        announce(MembershipChanged(row.partnership.public_id, row.organisation.public_id, deed, at))
    else:
        announce(PartnershipChanged(row.partnership.public_id, deed, at))
