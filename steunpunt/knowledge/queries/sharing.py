"""For which partnerships somebody can share, and whom they can name as a contact."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import KnowledgeItem
from steunpunt.network.models import Partnership, Person
from steunpunt.network.queries.belonging import partnerships_of
from steunpunt.network.queries.partnerships import visible_partnerships
from steunpunt.network.queries.people import partnership_names, people_working_for, shown_name


class Choosable:
    """Partnerships to choose from, with their names of a day."""

    def __init__(self, rows: QuerySet[Partnership]) -> None:
        self.rows = rows

    def first(self) -> Partnership | None:
        """The only one that fits, or None when there is a choice to make."""
        found = list(self.rows[:2])
        return found[0] if len(found) == 1 else None

    def names(self, day: date) -> list[tuple[int, str]]:
        found: dict[int, Any] = partnership_names(self.rows.values_list("pk", flat=True), day)
        return sorted(found.items(), key=lambda pair: pair[1].lower())


def contacts_to_choose(actor: Actor, item: KnowledgeItem) -> QuerySet[Person]:
    """Oneself and colleagues with whom one shares a partnership, as far as one may see them; who stands there stays.

    Staff, who belong everywhere, choose from the partnership of the item.
    """
    theirs = Partnership.objects.filter(pk__in=[item.partnership_id] if item.partnership_id else [])
    own = theirs if actor.is_staff else partnerships_to_choose(actor, item).rows
    chosen = Person.objects.filter(pk__in=item.contacts.values("person"))
    found = people_working_for(actor, own, actor.day).values("pk")
    rows = Person.objects.filter(Q(pk__in=found) | Q(pk__in=chosen.values("pk")))
    return rows.order_by("last_name", "first_name", "pk")


def own_contact(actor: Actor, item: KnowledgeItem) -> Person | None:
    """The author, as the first proposal for whom to call."""
    if actor.account is None or actor.account.pk != item.author_id:
        return None
    return contacts_to_choose(actor, item).filter(account=actor.account).first()


def contact_label(person: Person, actor: Actor) -> str:
    """How somebody stands in the list, and whether the name will stand on the site."""
    name = shown_name(person, actor)
    if not name:
        return _("wie er nu staat (wil niet met naam op de site)")
    if actor.account is not None and person.account_id == actor.account.pk:
        name = _("ikzelf: %(name)s") % {"name": name}
    return name if person.name_is_public else _("%(name)s (naam komt niet op de site)") % {"name": name}


def partnerships_to_choose(actor: Actor, item: KnowledgeItem | None = None) -> Choosable:
    """Where the person works, and the one that the item has already; staff choose from all."""
    if actor.is_staff:
        return Choosable(visible_partnerships(actor))
    own = Q(pk__in=partnerships_of(actor, actor.day).values("pk"))
    if item is not None and item.partnership_id:
        own |= Q(pk=item.partnership_id)
    return Choosable(Partnership.objects.filter(own))
