"""Whom to ask about a theme: the role always, the name only with consent and while that person works there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.foundation.periods.models import covering
from steunpunt.network.models import Affiliation, Membership, Partnership, Person, Role, RoleAlias, Theme, ThemeContact

from .people import coordinators_of, shown_name


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact as a reader may see it."""

    public_id: str
    partnership_id: int
    theme: Theme
    role: str
    local_title: str
    name: str
    since: str
    is_reached_directly: bool
    """Whether a message reaches the person or a coordinator; otherwise the support point passes it on."""

    @property
    def can_be_written(self) -> bool:
        return self.is_reached_directly or bool(settings.CONTACT_EMAIL)


def visible_contacts(actor: Actor, day: date) -> QuerySet[ThemeContact]:
    """The contacts on the day, in the order of the themes; that they exist is public."""
    rows = ThemeContact.objects.filter(covering(day)).select_related("theme", "role", "person")
    rows = rows.annotate(person_is_there=_person_is_there(day), has_coordinator=_coordinator_with_address(day))
    return rows.order_by("theme__position", "theme__title", "pk")


def contacts_of(partnership: Partnership, actor: Actor, day: date) -> list[Contact]:
    """The contacts of one partnership."""
    return shown_contacts(visible_contacts(actor, day).filter(partnership=partnership), actor)


def contacts_for_editing(partnership: Partnership, on: date) -> QuerySet[ThemeContact]:
    """Contacts of now and later, by theme, each with whether its `person_is_there` on the day."""
    rows = ThemeContact.objects.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=on), partnership=partnership)
    rows = rows.select_related("theme", "role", "person").annotate(person_is_there=_person_is_there(on))
    return rows.order_by("theme__position", "theme__title", "valid_from")


def shown_contacts(rows: Iterable[ThemeContact], actor: Actor) -> list[Contact]:
    """Rows of `visible_contacts` as the actor may read them: two queries for any number of them."""
    found = list(rows)
    titles = _local_titles(found)
    return [_shown(row, actor, titles) for row in found]


def _shown(row: Any, actor: Actor, titles: dict[tuple[int, int | None], str]) -> Contact:
    person = row.person if row.person_is_there else None
    return Contact(
        public_id=row.public_id,
        partnership_id=row.partnership_id,
        theme=row.theme,
        role=row.role.title,
        local_title=titles.get((row.role_id, row.partnership_id), titles.get((row.role_id, None), "")),
        name=shown_name(person, actor) if person else "",
        since=row.since_text(),
        is_reached_directly=bool(person and person.email) or row.has_coordinator,
    )


def contact_by_id(actor: Actor, day: date, slug: str, public_id: str) -> ThemeContact | None:
    """One contact of a partnership on the day."""
    rows = visible_contacts(actor, day).select_related("partnership")
    return rows.filter(partnership__slug=slug, public_id=public_id).first()


def addresses_of(contact: ThemeContact, on: date) -> list[str]:
    """Where a message goes: to the person, else to whoever coordinates the partnership, else to the support point."""
    return direct_addresses(contact, on) or list(filter(None, [settings.CONTACT_EMAIL]))


def direct_addresses(contact: ThemeContact, on: date) -> list[str]:
    """The addresses within the partnership itself; empty when it has none."""
    if contact.person is not None and contact.person.email and _still_there(contact, on):
        return [contact.person.email]
    people: QuerySet[Person] = coordinators_of(contact.partnership, on).exclude(email="")
    return list(people.values_list("email", flat=True)[:3])


def _still_there(contact: ThemeContact, on: date) -> bool:
    return ThemeContact.objects.filter(_person_is_there(on), pk=contact.pk).exists()


def _person_is_there(day: date) -> Exists:
    """Whether the person of a contact has a role at the partnership, or at one of its members, on that day."""
    members = Membership.objects.filter(covering(day), partnership=OuterRef(OuterRef("partnership")))
    at_member = Q(partnership__isnull=True, organisation__in=members.values("organisation"))
    place = Q(partnership=OuterRef("partnership")) | at_member
    return Exists(Affiliation.objects.filter(covering(day), place, person=OuterRef("person")))


def _coordinator_with_address(day: date) -> Exists:
    rows = Affiliation.objects.filter(covering(day), role__manages_partnership=True, person__merged_into__isnull=True)
    return Exists(rows.filter(partnership=OuterRef("partnership")).exclude(person__email=""))


def _local_titles(contacts: list[ThemeContact]) -> dict[tuple[int, int | None], str]:
    """What the partnership itself calls a role."""
    if not contacts:
        return {}
    own = Q(partnership__isnull=True) | Q(partnership__in={row.partnership_id for row in contacts})
    roles: set[Role] = {row.role for row in contacts}
    aliases = RoleAlias.objects.filter(own, role__in=roles).values_list("role_id", "partnership_id", "title")
    return {(role, partnership): title for role, partnership, title in aliases}
