"""What one's own page shows of the network: who I am here, my roles, and which partnerships I manage."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.network.models import Affiliation, Partnership, Person

from .people import affiliations_of, managed_partnerships, organisation_names, partnership_names, person_of


@dataclass(frozen=True)
class OwnRole:
    """One role of the person who looks, with the names of its place."""

    affiliation: Affiliation
    place: str
    holds: bool
    is_to_come: bool


def own_place(account: User, actor: Actor, day: date) -> dict[str, Any]:
    """The panel on one's own page."""
    person = person_of(account)
    roles = own_roles(person, day) if person else []
    return {
        "person": person,
        "roles": [role for role in roles if role.holds],
        "coming": [role for role in roles if role.is_to_come],
        "earlier": [role for role in roles if not role.holds and not role.is_to_come],
        "managed": _managed(actor, day),
    }


def own_roles(person: Person, day: date) -> list[OwnRole]:
    """Everything a person is, was or will be, with the names of the places: three queries for any number."""
    rows = list(affiliations_of(person))
    partnerships = partnership_names([row.partnership_id for row in rows if row.partnership_id], day)
    organisations = organisation_names([row.organisation_id for row in rows if row.organisation_id], day)

    def place(row: Affiliation) -> str:
        names = [
            partnerships.get(row.partnership.pk, row.partnership.slug) if row.partnership else "",
            organisations.get(row.organisation.pk, str(row.organisation)) if row.organisation else "",
        ]
        return " · ".join(name for name in names if name)

    return [OwnRole(row, place(row), row.covers(day), row.is_to_come(day)) for row in rows]


def own_role(account: User | None, pk: int, day: date) -> OwnRole | None:
    """One role that the person behind the account has on that day."""
    person = person_of(account)
    roles = own_roles(person, day) if person else []
    return next((role for role in roles if role.holds and role.affiliation.pk == pk), None)


def _managed(actor: Actor, day: date) -> list[tuple[Partnership, str]]:
    rows = list(managed_partnerships(actor, day).order_by("slug"))
    names = partnership_names([row.pk for row in rows], day)
    return [(row, names.get(row.pk, row.slug)) for row in rows]
