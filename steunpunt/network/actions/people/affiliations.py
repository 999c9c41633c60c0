"""Roles in time: taking one up, correcting it and ending it."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.foundation.periods.models import covering
from steunpunt.network.actions.refusing import refused_plainly
from steunpunt.network.models import Affiliation, Person
from steunpunt.network.queries.people import same_affiliation
from steunpunt.network.rules.people import can_stand, may_edit_affiliation, may_end_affiliation

from .coordinating import ask_if_unmanaged, close_if_managed

CORRECTED = ("role", "local_title", "valid_from", "begin_unknown", "valid_until")


def add_affiliation(affiliation: Affiliation, *, by: Actor, at: datetime) -> Affiliation:
    """Somebody takes up a role (an unsaved row) at a partnership or organisation."""
    require(may_edit_affiliation(by, affiliation, timezone.localdate(at)), _("Je mag hier geen rollen toevoegen."))
    return take_up(affiliation, by=by, at=at)


def take_up(affiliation: Affiliation, *, by: Actor, at: datetime) -> Affiliation:
    """The taking up itself, for deeds that have judged already who may do it."""
    with transaction.atomic():
        keep(affiliation)
        after = {"sinds": _since(affiliation)}
        note_role(affiliation, "affiliation-added", _("Rol toegevoegd: %(role)s"), after, by=by, at=at)
        _close_question(affiliation, at)
    return affiliation


def take_up_once(affiliation: Affiliation, *, by: Actor, at: datetime) -> Affiliation:
    """The same, or the role itself when the person has it here already: who gets an account may stand here by then."""
    held = same_affiliation(affiliation).filter(covering(timezone.localdate(at))).first()
    return held or take_up(affiliation, by=by, at=at)


def change_affiliation(
    affiliation: Affiliation, *, by: Actor, at: datetime, revision: int | None = None
) -> Affiliation:
    """Correct the role, its own name or its period; the ledger keeps what stood there."""
    require(may_edit_affiliation(by, affiliation, timezone.localdate(at)), _("Je mag deze rol niet wijzigen."))
    with transaction.atomic():
        before = locked_role(affiliation)
        _require_seen(before, revision)
        stood, stands = _facts(before), _facts(affiliation)
        require(stood != stands, _("Er is niets veranderd. Pas eerst iets aan."))
        keep(affiliation, CORRECTED)
        note_role(affiliation, "affiliation-changed", _("Rol gewijzigd: %(role)s"), stands, stood, by=by, at=at)
        _ask_where_lost(before, affiliation, by=by, at=at)
        _close_question(affiliation, at)
    return affiliation


def end_affiliation(affiliation: Affiliation, on: date, *, by: Actor, at: datetime) -> Affiliation:
    """The role no longer holds from that day; when it was the last coordinator, staff are asked to take over."""
    require(may_end_affiliation(by, affiliation, timezone.localdate(at)), _("Je mag deze rol niet beëindigen."))
    return end_role(affiliation, on, by=by, at=at)


def end_role(affiliation: Affiliation, on: date, *, by: Actor, at: datetime, field: str = "valid_until") -> Affiliation:
    """The ending itself, for deeds that have judged already who may do it; `field` is where the day was asked."""
    with transaction.atomic():
        row = locked_role(affiliation)
        begun = row.valid_from is None or on > row.valid_from
        require(begun, _("De einddatum moet na de begindatum liggen."), field=field)
        still = row.valid_until is None or on < row.valid_until
        require(still, _("Deze rol is op die dag al beëindigd."), field=field)
        before, row.valid_until = {"tot": in_words(row.valid_until)}, on
        row.save(update_fields=["valid_until"])
        after = {"tot": in_words(on)}
        note_role(row, "affiliation-ended", _("Rol beëindigd: %(role)s"), after, before, by=by, at=at)
        ask_if_unmanaged(row, on, by=by, at=at)
    return row


def locked_role(affiliation: Affiliation) -> Affiliation:
    """The role as the database holds it, locked for this transaction."""
    rows = Affiliation.objects.select_for_update(of=["self"])
    return rows.select_related("role", "partnership", "organisation", "person").get(pk=affiliation.pk)


def keep(affiliation: Affiliation, fields: Collection[str] | None = None) -> None:
    """Save the role; the person is locked meanwhile, so that nobody has a role twice at a time."""
    Person.objects.select_for_update().get(pk=affiliation.person_id)
    require(can_stand(affiliation), _("Deze persoon heeft deze rol hier in die periode al."), field="role")
    with refused_plainly():
        affiliation.save(update_fields=fields)


def note_role(
    affiliation: Affiliation,
    deed: str,
    summary: str,
    after: Mapping[str, object],
    before: Mapping[str, object] | None = None,
    *,
    by: Actor,
    at: datetime,
) -> None:
    """One ledger line that shows at the places of the role and at the person."""
    places = [place for place in (affiliation.partnership, affiliation.organisation) if place is not None]
    record(
        by=by,
        at=at,
        deed=deed,
        summary=summary % {"role": affiliation.role.title},
        subjects=[*(place.reference for place in places), affiliation.person.reference],
        changes=field_changes(dict(before or {}), dict(after)),
    )


def in_words(day: date | None) -> str:
    """A day as people read it in the history."""
    return date_format(day, "j F Y") if day else ""


def _since(affiliation: Affiliation) -> str:
    day = in_words(affiliation.valid_from)
    return _("%(day)s of eerder") % {"day": day} if affiliation.begin_unknown and day else day


def _facts(affiliation: Affiliation) -> dict[str, object]:
    return {
        "rol": affiliation.role.title,
        "eigen naam": affiliation.local_title,
        "sinds": _since(affiliation),
        "tot": in_words(affiliation.valid_until),
    }


def _require_seen(held: Affiliation, revision: int | None) -> None:
    """Whoever looked at an older state of the role is told how it stands now."""
    if revision in (None, held.revision):
        return
    words = {"role": held.role.title, "since": held.since_text(), "until": held.until_text()}
    sentence = _(
        "Iemand anders heeft deze rol gewijzigd terwijl jij bezig was. Nu staat er: %(role)s %(since)s %(until)s. "
        "Wat jij invulde staat hieronder nog. Kijk of het nog klopt en bewaar dan opnieuw."
    )
    raise Outdated((sentence % words).replace(" .", "."), held.revision)


def _ask_where_lost(before: Affiliation, after: Affiliation, *, by: Actor, at: datetime) -> None:
    """A correction may end the right to manage on its new end, or at once."""
    today = timezone.localdate(at)
    for on in sorted({today, after.valid_until or today}):
        if before.covers(on) and not (after.role.manages_partnership and after.covers(on)):
            ask_if_unmanaged(before, on, by=by, at=at)


def _close_question(affiliation: Affiliation, at: datetime) -> None:
    if affiliation.partnership is not None and affiliation.role.manages_partnership:
        close_if_managed(affiliation.partnership, at=at)
