"""What one's own page shows of the network: who I am here, my roles, and which partnerships I manage."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.network.models import Affiliation, Partnership, Person

from .people import affiliations_of, managed_partnerships, organisation_name, partnership_name, person_of


@dataclass(frozen=True)
class OwnRole:
    """One role of the person who looks, with the names of its place."""

    affiliation: Affiliation
    place: str
    holds: bool


def own_place(account: User, actor: Actor, day: date) -> dict[str, Any]:
    """The panel on one's own page."""
    person = person_of(account)
    roles = own_roles(person, day) if person else []
    return {
        "person": person,
        "roles": [role for role in roles if role.holds],
        "earlier": [role for role in roles if not role.holds],
        "managed": [(row, partnership_name(row, day)) for row in _managed(actor, day)],
    }


def own_roles(person: Person, day: date) -> list[OwnRole]:
    """Everything a person is or was, with the names of the places on the day."""
    return [_own(row, day) for row in affiliations_of(person)]


def _own(row: Affiliation, day: date) -> OwnRole:
    names = [
        partnership_name(row.partnership, day) if row.partnership else "",
        organisation_name(row.organisation, day),
    ]
    return OwnRole(row, " · ".join(name for name in names if name), row.covers(day))


def _managed(actor: Actor, day: date) -> list[Partnership]:
    return list(managed_partnerships(actor, day).order_by("slug"))
