"""Roles in time: taking one up, ending it, handing it over, and what happens when nobody coordinates."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.worklist.actions import open_item
from steunpunt.foundation.worklist.queries import waits_for
from steunpunt.network.models import Affiliation, Partnership, Person
from steunpunt.network.queries.people import coordinators_of, partnership_name, unmanaged_partnerships
from steunpunt.network.rules.people import can_stand, may_edit_affiliation, may_end_affiliation

NO_COORDINATOR = "geen-coordinator"


def add_affiliation(affiliation: Affiliation, *, by: Actor, at: datetime) -> Affiliation:
    """Somebody takes up a role (an unsaved row) at a partnership or organisation."""
    require(may_edit_affiliation(by, affiliation, timezone.localdate(at)), _("Je mag hier geen rollen toevoegen."))
    return take_up(affiliation, by=by, at=at)


def take_up(affiliation: Affiliation, *, by: Actor, at: datetime) -> Affiliation:
    """The taking up itself, for deeds that have judged already who may do it."""
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=affiliation.person_id)
        _check(affiliation)
        affiliation.save()
        _note(
            affiliation,
            by,
            at,
            "affiliation-added",
            _("Rol toegevoegd: %(role)s"),
            {"sinds": _day(affiliation.valid_from)},
        )
    return affiliation


def change_affiliation(affiliation: Affiliation, *, by: Actor, at: datetime) -> Affiliation:
    """Correct the period or the own name of a role; the ledger keeps what stood there."""
    require(may_edit_affiliation(by, affiliation, timezone.localdate(at)), _("Je mag deze rol niet wijzigen."))
    with transaction.atomic():
        before = Affiliation.objects.select_for_update().get(pk=affiliation.pk)
        _check(affiliation)
        affiliation.save()
        _note(
            affiliation,
            by,
            at,
            "affiliation-changed",
            _("Rol gewijzigd: %(role)s"),
            _facts(affiliation),
            _facts(before),
        )
        _notice_if_unmanaged(affiliation, by=by, at=at)
    return affiliation


def end_affiliation(affiliation: Affiliation, on: date, *, by: Actor, at: datetime) -> Affiliation:
    """The role no longer holds from that day; when it was the last coordinator, staff are asked to take over."""
    require(may_end_affiliation(by, affiliation, timezone.localdate(at)), _("Je mag deze rol niet beëindigen."))
    with transaction.atomic():
        affiliation = Affiliation.objects.select_for_update(of=["self"]).get(pk=affiliation.pk)
        begun = affiliation.valid_from is None or on > affiliation.valid_from
        require(begun, _("De einddatum moet na de begindatum liggen."), field="on")
        still = affiliation.valid_until is None or on < affiliation.valid_until
        require(still, _("Deze rol is op die dag al beëindigd."), field="on")
        before = affiliation.valid_until
        affiliation.valid_until = on
        affiliation.save(update_fields=["valid_until"])
        _note(
            affiliation,
            by,
            at,
            "affiliation-ended",
            _("Rol beëindigd: %(role)s"),
            {"tot": _day(on)},
            {"tot": _day(before)},
        )
        _notice_if_unmanaged(affiliation, by=by, at=at)
    return affiliation


def succeed(outgoing: Affiliation, incoming: Person, on: date, *, by: Actor, at: datetime) -> Affiliation:
    """Hand a role over on a day: the one ends, the other begins, in one deed."""
    require(may_edit_affiliation(by, outgoing, timezone.localdate(at)), _("Je mag deze rol niet overdragen."))
    require(incoming.pk != outgoing.person_id, _("Kies iemand anders als opvolger."), field="incoming")
    with transaction.atomic():
        successor = Affiliation(
            person=incoming,
            role=outgoing.role,
            organisation=outgoing.organisation,
            partnership=outgoing.partnership,
            local_title=outgoing.local_title,
            valid_from=on,
        )
        successor = add_affiliation(successor, by=by, at=at)
        end_affiliation(outgoing, on, by=by, at=at)
    return successor


def notice_missing_coordinators(*, at: datetime) -> int:
    """Ask staff to take over where the last coordinator's period ran out by itself; how many."""
    system, today, count = Actor.for_system("geheugensteun"), timezone.localdate(at), 0
    for partnership in unmanaged_partnerships(today):
        count += _ask_staff(partnership, today, by=system, at=at)
    return count


def _check(affiliation: Affiliation) -> None:
    try:
        affiliation.full_clean(exclude=["person", "role", "organisation", "partnership"], validate_constraints=True)
    except ValidationError as error:
        raise Refusal(" ".join(error.messages)) from error
    require(can_stand(affiliation), _("Deze persoon heeft deze rol hier in die periode al."))


def _notice_if_unmanaged(affiliation: Affiliation, *, by: Actor, at: datetime) -> None:
    until, partnership = affiliation.valid_until, affiliation.partnership
    if partnership is None or until is None or not affiliation.role.manages_partnership:
        return
    if not coordinators_of(partnership, until).exists():
        _ask_staff(partnership, until, by=by, at=at)


def _ask_staff(partnership: Partnership, on: date, *, by: Actor, at: datetime) -> bool:
    if waits_for(NO_COORDINATOR, partnership.reference):
        return False
    words = {"name": partnership_name(partnership, on), "day": date_format(on, "j F Y")}
    title = _("%(name)s heeft vanaf %(day)s geen coördinator: het steunpunt neemt over") % words
    data = {"partnership": partnership.public_id, "from": on}
    open_item(kind=NO_COORDINATOR, subject=partnership.reference, title=title, data=data, by=by, at=at)
    return True


def _day(day: date | None) -> str:
    """A day as people read it in the history."""
    return date_format(day, "j F Y") if day else ""


def _facts(affiliation: Affiliation) -> dict[str, object]:
    return {
        "sinds": _day(affiliation.valid_from),
        "tot": _day(affiliation.valid_until),
        "eigen naam": affiliation.local_title,
    }


def _note(
    affiliation: Affiliation,
    by: Actor,
    at: datetime,
    deed: str,
    summary: str,
    after: dict[str, object],
    before: dict[str, object] | None = None,
) -> None:
    places = [place for place in (affiliation.partnership, affiliation.organisation) if place is not None]
    record(
        by=by,
        at=at,
        deed=deed,
        summary=summary % {"role": affiliation.role.title},
        subjects=[*(place.reference for place in places), affiliation.person.reference],
        changes=field_changes(before or {}, after),
    )
