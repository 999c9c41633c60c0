"""Two persons who may well be one: staff are asked when the second one appears, and join them or leave them apart."""

from datetime import datetime

from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.worklist.actions import open_item
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.models import Person
from steunpunt.network.queries.doubles import persons_of
from steunpunt.network.queries.people import namesakes

from .merging import merge_persons

DOUBLE = "dubbel"
SYSTEM = "dubbelzoeker"
MOST = 3


def ask_about_doubles(person: Person, *, at: datetime) -> None:
    """Put the new person beside everybody with the same name or address; whoever added it learns nothing of that."""
    for other in namesakes(person)[:MOST]:
        open_item(
            kind=DOUBLE,
            subject=person.reference,
            title=_("Staat deze persoon er dubbel in?"),
            data={"kept": other.public_id, "merged": person.public_id},
            by=Actor.for_system(SYSTEM),
            at=at,
        )


def join_doubles(item: WorkItem, by: Actor, at: datetime) -> None:
    """Yes: the person who came last goes up in the one who was there; it can be taken back on the page of that one."""
    found = persons_of(item)
    if found is None:
        raise Refusal(_("Een van deze twee personen staat niet meer in de gids. Kies nee."))
    merge_persons(*found, by=by, at=at)


def leave_apart(item: WorkItem, by: Actor, at: datetime) -> None:
    """No: they are two people; the work list keeps the answer."""
