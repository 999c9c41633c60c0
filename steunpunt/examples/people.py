"""Makes the example people: an account each, and where they have a role also a person in the directory."""

from datetime import datetime

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.actions import ensure_example_account
from steunpunt.foundation.accounts.models import User
from steunpunt.network.actions.people import add_affiliation, add_person, connect_account, give_consent
from steunpunt.network.actions.theme_contact import set_theme_contact
from steunpunt.network.models import Affiliation, Partnership, Person, Role, Theme, ThemeContact

from .building import august
from .choosing import institutions
from .world import PEOPLE, ExamplePerson

SINCE = august(2023)
SPEAKS_FOR = {"coordinator": "kwaliteit-partnerschap", "instituut": "beoordelen"}
"""Who among them is the named contact for a theme; both agreed to have their name on the site."""


def build_people(*, by: Actor, at: datetime) -> list[User]:
    return [_build(person, order, by=by, at=at) for order, person in enumerate(PEOPLE)]


def _build(example: ExamplePerson, order: int, *, by: Actor, at: datetime) -> User:
    account = ensure_example_account(
        f"{example.key}@example.nl",
        example.first_name,
        example.last_name,
        line=example.line,
        order=order,
        at=at,
        staff_role=example.staff_role,
        sector=example.sector,
    )
    if example.role:
        _give_place(example, account, by=by, at=at)
    return account


def _give_place(example: ExamplePerson, account: User, *, by: Actor, at: datetime) -> None:
    partnership = Partnership.objects.get(slug=example.partnership)
    role = Role.objects.get(code=example.role)
    person = add_person(
        Person(first_name=example.first_name, last_name=example.last_name, email=account.email, is_example=True),
        by=by,
        at=at,
    )
    institute = institutions([example.institute])[0] if example.institute else None
    add_affiliation(
        Affiliation(person=person, role=role, partnership=partnership, organisation=institute, valid_from=SINCE),
        by=by,
        at=at,
    )
    connect_account(person, account, by=by, at=at)
    if example.key in SPEAKS_FOR:
        give_consent(person, by=by, at=at)
        theme = Theme.objects.get(slug=SPEAKS_FOR[example.key])
        contact = ThemeContact(partnership=partnership, theme=theme, role=role, person=person, valid_from=SINCE)
        set_theme_contact(contact, by=by, at=at)
