"""What is planned for later in one partnership: begins and ends after today, each with words for the page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from steunpunt.foundation.periods.models import Period
from steunpunt.network.models import (
    AcademicStrand,
    LeadOrganisation,
    Membership,
    Partnership,
    PartnershipStatus,
    PartnershipVersion,
    ThemeContact,
)

from .organisation_editing import named

PlannedRow = PartnershipVersion | PartnershipStatus | AcademicStrand | LeadOrganisation | Membership | ThemeContact
KINDS: dict[str, type[Any]] = {
    "gegevens": PartnershipVersion,
    "status": PartnershipStatus,
    "academische-kop": AcademicStrand,
    "penvoerder": LeadOrganisation,
    "lid": Membership,
    "contact": ThemeContact,
}
"""The word in the address → the table."""


@dataclass(frozen=True)
class Planned:
    """One thing that takes effect on a later day. `is_end` tells an end from a begin."""

    kind: str
    key: int
    on: date
    text: str
    is_end: bool
    row: Any


def planned_changes(partnership: Partnership, today: date) -> list[Planned]:
    """Everything that is planned, soonest first; an end on which the next period follows is part of that begin."""
    turns: list[tuple[str, Any, bool]] = []
    for kind, model in KINDS.items():
        mine = model.objects.filter(partnership=partnership).select_related(*_with(model))
        rows = list(mine.filter(Q(valid_from__gt=today) | Q(valid_until__gt=today)))
        begins = [row for row in rows if row.valid_from and row.valid_from > today]
        followed = {(_story(row), row.valid_from) for row in begins}
        turns += [(kind, row, False) for row in begins]
        turns += [
            (kind, row, True) for row in rows if row.valid_until and (_story(row), row.valid_until) not in followed
        ]
    names = named([row.organisation for _kind, row, _end in turns if getattr(row, "organisation_id", None)], today)
    found = [
        Planned(kind, row.pk, row.valid_until if is_end else row.valid_from, _words(row, names), is_end, row)
        for kind, row, is_end in turns
    ]
    return sorted(found, key=lambda change: (change.on, change.kind, change.key))


def planned_row(partnership: Partnership, kind: str, key: int) -> Period | None:
    """One row of the partnership that may be withdrawn."""
    model = KINDS.get(kind)
    if model is None:
        return None
    return model.objects.select_related(*_with(model)).filter(partnership=partnership, pk=key).first()


def _with(model: type[Any]) -> list[str]:
    names = {field.name for field in model._meta.concrete_fields if field.is_relation}
    return sorted(names & {"partnership", "organisation", "theme", "role"})


def _story(row: Period) -> tuple[object, object]:
    """Which rows follow each other: a membership's of one organisation, a contact's of one theme."""
    organisation = row.organisation_id if isinstance(row, Membership) else None
    return organisation, getattr(row, "theme_id", None)


def _words(row: Period, names: dict[int, str]) -> str:
    """What it is about, in a few words."""
    if isinstance(row, Membership):
        name = names.get(row.organisation_id, "")
        return f"{name}: {row.get_role_display()}" + (f", {row.get_ring_display()}" if row.ring else "")
    if isinstance(row, ThemeContact):
        return _("contact voor %(theme)s: %(role)s") % {"theme": row.theme.title.lower(), "role": row.role.title}
    if isinstance(row, LeadOrganisation):
        name = names.get(row.organisation_id or 0, row.name_as_published)
        return _("penvoerder %(name)s") % {"name": name}
    if isinstance(row, PartnershipStatus):
        return _("status %(state)s") % {"state": row.get_state_display()}
    if isinstance(row, PartnershipVersion):
        return _("gegevens: %(name)s") % {"name": row.name}
    return _("academische kop")
