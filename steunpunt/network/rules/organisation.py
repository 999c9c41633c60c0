"""Who may change organisations, projects and regions, and what can be so."""

from datetime import date

from steunpunt.foundation.access import Actor
from steunpunt.network.models import Organisation, OrganisationKind
from steunpunt.network.queries.trees import falls_under, is_succeeded_by

REGISTER_KINDS = frozenset(
    {
        OrganisationKind.SCHOOL_BOARD,
        OrganisationKind.SCHOOL,
        OrganisationKind.SCHOOL_SITE,
        OrganisationKind.TRAINING_INSTITUTION,
        OrganisationKind.MBO,
        OrganisationKind.UNIVERSITY,
    }
)
"""Kinds that DUO's register lists; the others are entered by hand."""


def may_edit_organisations(actor: Actor) -> bool:
    return actor.is_staff


def may_edit_surroundings(actor: Actor) -> bool:
    """Projects and regions belong to nobody in particular, so staff keep them."""
    return actor.is_staff


def is_from_register(organisation: Organisation) -> bool:
    """Whether the register speaks of it, so that a change by hand is an override."""
    return organisation.kind in REGISTER_KINDS and bool(organisation.code)


def can_be_added(organisation: Organisation) -> bool:
    """What has a code in the register comes from the register."""
    return not is_from_register(organisation)


def can_fall_under(organisation: Organisation, parent: Organisation | None, on: date) -> bool:
    """No organisation falls under itself, also not by a detour, on that day or later."""
    if parent is None:
        return True
    return organisation.pk != parent.pk and not falls_under(parent, organisation, on)


def can_succeed(predecessor: Organisation, successor: Organisation) -> bool:
    """The successor is not itself, by a detour, succeeded by what it takes over."""
    return predecessor.pk != successor.pk and not is_succeeded_by(successor, predecessor)
