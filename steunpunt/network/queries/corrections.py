"""What can be proposed about a partnership or an organisation, and what stands there now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import parse_reference
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.models import (
    LeadOrganisation,
    Membership,
    MembershipRole,
    Organisation,
    OrganisationVersion,
    Partnership,
    PartnershipState,
    PartnershipStatus,
    PartnershipVersion,
    Ring,
)

from .editing import current
from .labels import field_label
from .organisation_editing import version_shown
from .people import organisation_name

Record = Partnership | Organisation
Plain = str | None
STATUS, LEAD, JOINS, LEAVES, MOVES, OTHER = "status", "penvoerder", "lid-erbij", "lid-weg", "kern-schil", "anders"

PARTNERSHIP_FIELDS: dict[str, str | Promise] = {
    "naam": _("De naam klopt niet"),
    "werkgebied": _("Het werkgebied klopt niet"),
    "website": _("De website klopt niet"),
    JOINS: _("Er ontbreekt een school of organisatie"),
    LEAVES: _("Een school of organisatie doet niet meer mee"),
    MOVES: _("Een school hoort in de kern of juist in de schil"),
    LEAD: _("De penvoerder klopt niet"),
    STATUS: _("De status klopt niet"),
    OTHER: _("Iets anders"),
}
ORGANISATION_FIELDS: dict[str, str | Promise] = {
    "name": _("De naam klopt niet"),
    "street": _("De straat klopt niet"),
    "house_number": _("Het huisnummer klopt niet"),
    "postcode": _("De postcode klopt niet"),
    "place": _("De plaats klopt niet"),
    "website": _("De website klopt niet"),
    OTHER: _("Iets anders, bijvoorbeeld een fusie of sluiting"),
}
"""The field (in the address) → what is the matter, in the words of a visitor."""


@dataclass(frozen=True)
class Standing:
    """What the member of staff has to know before saying yes."""

    field: str | Promise
    old: str
    new: str
    now: str
    is_changed_meanwhile: bool
    reason: str
    on: date | None


def fields_of(record: Record) -> dict[str, str | Promise]:
    return PARTNERSHIP_FIELDS if isinstance(record, Partnership) else ORGANISATION_FIELDS


def record_of(reference: str) -> Record | None:
    """The partnership or organisation behind a reference."""
    kind, public_id = parse_reference(reference)
    if kind == "partnerschap":
        return Partnership.objects.filter(public_id=public_id).first()
    return Organisation.objects.filter(public_id=public_id).first()


def value_now(record: Record, field: str, about: str, on: date) -> Plain:
    """What stands there on that day, as it is kept in a proposal; `about` names the member it is about."""
    if field == OTHER:
        return None
    if isinstance(record, Organisation):
        version = version_shown(record, on)
        return str(getattr(version, field)) if version else None
    return _PARTNERSHIP_VALUES[field](record, about, on)


def _fact(name: str) -> Callable[[Partnership, str, date], Plain]:
    def value(partnership: Partnership, about: str, on: date) -> Plain:
        version = current(PartnershipVersion.objects.filter(partnership=partnership), on)
        return getattr(version, name) if version else None

    return value


def _website(partnership: Partnership, about: str, on: date) -> Plain:
    return partnership.website


def _state(partnership: Partnership, about: str, on: date) -> Plain:
    row = current(PartnershipStatus.objects.filter(partnership=partnership), on)
    return row.state if row else None


def _lead(partnership: Partnership, about: str, on: date) -> Plain:
    rows = LeadOrganisation.objects.select_related("organisation").filter(partnership=partnership)
    row = current(rows, on)
    return row.organisation.public_id if row and row.organisation else None


def _joined(partnership: Partnership, about: str, on: date) -> Plain:
    """Whether that organisation takes part, said by its own id."""
    rows = Membership.objects.on(on).filter(partnership=partnership, organisation__public_id=about)
    return about if rows.exists() else None


def _ring_of(partnership: Partnership, about: str, on: date) -> Plain:
    """The ring of that membership, or nothing when it is over."""
    row = Membership.objects.on(on).filter(partnership=partnership, public_id=about).first()
    return (row.ring or row.role) if row else None


_PARTNERSHIP_VALUES: dict[str, Callable[[Partnership, str, date], Plain]] = {
    "naam": _fact("name"),
    "werkgebied": _fact("area_text"),
    "website": _website,
    STATUS: _state,
    LEAD: _lead,
    JOINS: _joined,
    LEAVES: _ring_of,
    MOVES: _ring_of,
}


def in_words(field: str, value: Plain, today: date) -> str:
    """A kept value as a person reads it."""
    if not value:
        return ""
    if field == STATUS:
        return str(PartnershipState(value).label)
    if field in {LEAVES, MOVES}:
        return str(Ring(value).label if value in Ring.values else MembershipRole(value).label)
    if field in {LEAD, JOINS}:
        return organisation_name(Organisation.objects.filter(public_id=value).first(), today)
    return value


def about_in_words(field: str, about: str, today: date) -> str:
    """Which member a proposal is about."""
    if field not in {LEAVES, MOVES}:
        return ""
    row = Membership.objects.select_related("organisation").filter(public_id=about).first()
    return organisation_name(row.organisation, today) if row else ""


def standing_of(item: WorkItem, today: date) -> Standing:
    """The proposal beside what stands there at this moment."""
    record, data = record_of(item.subject), item.data
    field, on = data["field"], data.get("on")
    now = value_now(record, field, data.get("about") or data.get("value", ""), today) if record else None
    label = fields_of(record).get(field, field) if record else field
    return Standing(
        field=label,
        old=data.get("old_words", ""),
        new=data.get("new_words", ""),
        now=in_words(field, now, today),
        is_changed_meanwhile=item.is_open and field != OTHER and now != data.get("old"),
        reason=data.get("reason", ""),
        on=date.fromisoformat(on) if on else None,
    )


def verbose(record: Record, field: str) -> Any:
    """The Dutch name of the field for the ledger."""
    if isinstance(record, Organisation) and field != OTHER:
        return field_label(OrganisationVersion, field)
    return _LEDGER_NAMES.get(field, field)


_LEDGER_NAMES: dict[str, str | Promise] = {
    JOINS: _("lid erbij"),
    LEAVES: _("lid eraf"),
    MOVES: _("kern of schil"),
    OTHER: _("iets anders"),
}


def correction_shown(item: WorkItem) -> dict[str, Any]:
    """What the work list shows of a proposal."""
    return {"standing": standing_of(item, localdate()), "by_hand": item.data["field"] == OTHER}
