"""Who may change a partnership, and what can be so."""

from datetime import date

from steunpunt.foundation.access import Actor
from steunpunt.foundation.periods.models import Period
from steunpunt.network.models import (
    Membership,
    MembershipRole,
    Organisation,
    OrganisationKind,
    Partnership,
    PartnershipStatus,
    PartnershipVersion,
    Person,
)
from steunpunt.network.queries.editing import closed_since, has_later_period, has_other_period, is_affiliated, took_part

from .people import may_manage_partnership

ROLES_BY_KIND = {
    OrganisationKind.SCHOOL_BOARD: (MembershipRole.BOARD,),
    OrganisationKind.SCHOOL: (MembershipRole.SCHOOL,),
    OrganisationKind.SCHOOL_SITE: (MembershipRole.SCHOOL,),
    OrganisationKind.MBO: (MembershipRole.SCHOOL, MembershipRole.BOARD),
    OrganisationKind.TRAINING_INSTITUTION: (MembershipRole.INSTITUTE,),
    OrganisationKind.UNIVERSITY: (MembershipRole.INSTITUTE,),
}
"""As what each kind of organisation can take part; kinds that are not here cannot."""


def may_start_partnership(actor: Actor) -> bool:
    return actor.is_staff


def may_edit_partnership(actor: Actor, partnership: Partnership, on: date) -> bool:
    return may_manage_partnership(actor, partnership, on)


def may_set_status(actor: Actor) -> bool:
    """The status follows from a decision of others, so the partnership itself does not set it."""
    return actor.is_staff


def can_take_part(organisation: Organisation, role: str) -> bool:
    return role in roles_for(organisation)


def roles_for(organisation: Organisation) -> tuple[str, ...]:
    return ROLES_BY_KIND.get(OrganisationKind(organisation.kind), ())


def can_join(organisation: Organisation, on: date | None) -> bool:
    """An organisation that was closed before that day cannot come in any more."""
    closed = closed_since(organisation)
    return closed is None or on is None or on < closed


def can_move(membership: Membership, ring: str, on: date) -> bool:
    """To the other ring, within the period and not on its first day (that would be a correction)."""
    begun = membership.valid_from is None or membership.valid_from < on
    return membership.ring != ring and begun and (membership.valid_until is None or on < membership.valid_until)


def can_end(row: Period) -> bool:
    """Not while a next period is planned that takes over from this one."""
    return not has_later_period(row)


def may_withdraw(actor: Actor, row: Period) -> bool:
    """Whoever may plan it may take it back: a status is planned by staff only."""
    return may_set_status(actor) if isinstance(row, PartnershipStatus) else True


def can_do_without(row: Period) -> bool:
    """A partnership always has a name and a status: the only row of those stays."""
    return not isinstance(row, PartnershipStatus | PartnershipVersion) or has_other_period(row)


def can_withdraw(row: Period, today: date) -> bool:
    """Only what has still to begin."""
    return row.valid_from is not None and row.valid_from > today


def can_withdraw_end(row: Period, today: date) -> bool:
    return row.covers(today) and row.valid_until is not None and row.valid_until > today


def can_be_contact(person: Person, partnership: Partnership, on: date) -> bool:
    """Somebody who works for the partnership or for one of its members on that day."""
    return is_affiliated(person, partnership, on)


def can_have_goal(organisation: Organisation, partnership: Partnership) -> bool:
    return took_part(organisation, partnership)
