"""Who may change what about people, and who manages a partnership."""

from datetime import date

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.models import Affiliation, Partnership, Person, PersonMerge
from steunpunt.network.queries.editing import is_affiliated
from steunpunt.network.queries.joining import partnership_of
from steunpunt.network.queries.people import managed_partnerships, manages, same_affiliation


def may_manage_partnership(actor: Actor, partnership: Partnership, on: date) -> bool:
    """Staff, or whoever coordinates the partnership on that day."""
    if actor.is_staff:
        return True
    return actor.account is not None and manages(actor.account, partnership, on)


def may_add_person(actor: Actor, on: date) -> bool:
    """Staff, or whoever coordinates some partnership on that day."""
    return actor.is_staff or managed_partnerships(actor, on).exists()


def may_edit_affiliation(actor: Actor, affiliation: Affiliation, on: date) -> bool:
    """Of a partnership its coordinator, of an organisation alone only staff."""
    if affiliation.partnership is None:
        return actor.is_staff
    return may_manage_partnership(actor, affiliation.partnership, on)


def may_end_affiliation(actor: Actor, affiliation: Affiliation, on: date) -> bool:
    """Everybody may leave; others need the right to edit."""
    return is_self(actor, affiliation.person) or may_edit_affiliation(actor, affiliation, on)


def may_speak_for(actor: Actor, person: Person) -> bool:
    """Consent is given by the person, or noted by staff who have it on paper."""
    return is_self(actor, person) or actor.is_staff


def may_connect(actor: Actor) -> bool:
    """To say which account belongs to whom is for staff; an invitation is the other way."""
    return actor.is_staff


def may_handle_joining(actor: Actor, item: WorkItem) -> bool:
    """A request or proposal for a partnership is its coordinator's, one for an organisation alone is for staff."""
    partnership = partnership_of(item)
    return actor.is_staff if partnership is None else may_manage_partnership(actor, partnership, actor.day)


def may_merge(actor: Actor) -> bool:
    return actor.is_staff


def is_self(actor: Actor, person: Person) -> bool:
    return actor.account is not None and person.account_id == actor.account.pk


def can_connect(person: Person, account: User) -> bool:
    """Neither of the two belongs to another already."""
    return person.account_id in (None, account.pk) and person.merged_into_id is None


def can_stand(affiliation: Affiliation) -> bool:
    """The same person has the same role in the same place only once at a time."""
    return not same_affiliation(affiliation).exists()


def can_withdraw_role(affiliation: Affiliation, today: date) -> bool:
    """Only while it has still to begin."""
    return affiliation.is_to_come(today)


def can_take_over(incoming: Person, affiliation: Affiliation, on: date) -> bool:
    """Somebody who works for the partnership, or for one of its members, on the first day."""
    return affiliation.partnership is None or is_affiliated(incoming, affiliation.partnership, on)


def can_merge(kept: Person, merged: Person) -> bool:
    return kept.pk != merged.pk and kept.merged_into_id is None and merged.merged_into_id is None


def can_unmerge(merge: PersonMerge) -> bool:
    """Only once, and not while the one who stayed was merged again."""
    return merge.undone_at is None and merge.kept.merged_into_id is None
