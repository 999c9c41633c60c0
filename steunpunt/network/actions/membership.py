"""Joining a partnership, moving between core and shell, leaving, and mending what was written down wrong."""

from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.events.announcing import announce
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.network.events import MembershipChanged
from steunpunt.network.models import Membership
from steunpunt.network.queries.editing import line_of
from steunpunt.network.rules.partnership import can_end, can_join, can_move, can_take_part

from .chains import rewrite
from .noting import editing
from .telling import in_words, name_of, since, told

FACTS = ("role", "ring", "valid_from", "valid_until", "begin_unknown")


def add_member(membership: Membership, *, by: Actor, at: datetime, revision: int | None = None) -> Membership:
    """An organisation joins; the membership comes unsaved, with partnership, organisation, role, ring and period."""
    with editing(membership.partnership, by=by, at=at, revision=revision):
        _require_fitting(membership)
        require(
            can_join(membership.organisation, membership.valid_from),
            _("Deze organisatie is op die dag al gesloten. Kies de organisatie die haar opvolgt."),
            field="organisation",
        )
        membership.save()
        summary = _("%(name)s doet mee als %(role)s, %(since)s.")
        _note(membership, "membership-added", summary, field_changes({}, told(membership, *FACTS)), by=by, at=at)
    return membership


def move_ring(
    membership: Membership, ring: str, on: date, *, by: Actor, at: datetime, revision: int | None = None
) -> Membership:
    """From that day on the school is in the other ring: the old period ends and a new one begins."""
    with editing(membership.partnership, by=by, at=at, revision=revision):
        old = _fresh(membership)
        require(
            can_move(old, ring, on),
            _(
                "Kies de andere ring en een dag binnen de periode, na de eerste dag. Was de ring fout, verbeter die dan."
            ),
            field="valid_from",
        )
        new = Membership(
            partnership=old.partnership,
            organisation=old.organisation,
            role=old.role,
            ring=ring,
            valid_from=on,
            valid_until=old.valid_until,
        )
        _require_fitting(new)
        old.valid_until = on
        old.save(update_fields=["valid_until"])
        new.save()
        changes = field_changes(told(old, "ring"), told(new, "ring"))
        _note(new, "membership-moved", _("%(name)s gaat naar de %(ring)s, %(since)s."), changes, by=by, at=at)
    return new


def end_membership(
    membership: Membership, on: date, *, by: Actor, at: datetime, revision: int | None = None
) -> Membership:
    """That day is the first on which the organisation no longer takes part."""
    with editing(membership.partnership, by=by, at=at, revision=revision):
        row = _fresh(membership)
        require(
            can_end(row),
            _("Er staat een volgende periode gepland. Trek die eerst in, of beëindig die."),
            field="valid_until",
        )
        before = told(row, "valid_until")
        row.valid_until = on
        row.save(update_fields=["valid_until"])
        changes = field_changes(before, told(row, "valid_until"))
        summary = _("%(name)s doet niet meer mee vanaf %(until)s.")
        _note(row, "membership-ended", summary, changes, by=by, at=at)
    return row


def correct_membership(
    membership: Membership, corrected: Membership, *, by: Actor, at: datetime, revision: int | None = None
) -> Membership:
    """What was written down was wrong: role, ring and period of `corrected` (unsaved) take its place.

    A period of the same organisation that touched this one moves along; the ledger keeps what stood here.
    """
    with editing(membership.partnership, by=by, at=at, revision=revision):
        row = _fresh(membership)
        before = told(row, *FACTS)
        corrected.partnership, corrected.organisation = row.partnership, row.organisation
        _require_fitting(corrected)
        changes = field_changes(before, told(corrected, *FACTS))
        require(bool(changes), _("Er is niets veranderd. Pas eerst iets aan."))
        rewrite(row, corrected, line_of(row))
        _note(row, "membership-corrected", _("Lidmaatschap van %(name)s verbeterd."), changes, by=by, at=at)
    return row


def remove_membership(membership: Membership, *, by: Actor, at: datetime, revision: int | None = None) -> None:
    """It was a mistake: the organisation never took part. The ledger keeps what stood here."""
    with editing(membership.partnership, by=by, at=at, revision=revision):
        row = _fresh(membership)
        changes = {name: [value, None] for name, value in told(row, *FACTS).items()}
        _note(row, "membership-removed", _("%(name)s deed niet mee: weggehaald."), changes, by=by, at=at)
        row.delete()


def _fresh(membership: Membership) -> Membership:
    return Membership.objects.select_related("organisation", "partnership").get(pk=membership.pk)


def _require_fitting(membership: Membership) -> None:
    require(
        can_take_part(membership.organisation, membership.role),
        _("Een organisatie van deze soort kan niet in deze rol meedoen."),
        field="role",
    )


def _note(
    membership: Membership, deed: str, summary: str, changes: dict[str, list], *, by: Actor, at: datetime
) -> None:
    """One line that shows on the page of the partnership and on that of the organisation."""
    words = {
        "name": name_of(membership.organisation, localdate(at)),
        "role": membership.get_role_display(),
        "ring": membership.get_ring_display(),
        "since": since(membership.valid_from),
        "until": in_words(membership.valid_until) if membership.valid_until else "",
    }
    subjects = [membership.partnership.reference, membership.organisation.reference]
    record(by=by, at=at, deed=deed, summary=summary % words, subjects=subjects, changes=changes)
    announce(MembershipChanged(membership.partnership.public_id, membership.organisation.public_id, deed, at))
