"""Reading regulations: all of them by whether they hold, and the one that a source names."""

import re

from django.db.models import F, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import InForce, Regulation

NUMBER = re.compile(r"BWBR\d{7}")
ORDER = (InForce.YES, InForce.UNKNOWN, InForce.NO)
"""What holds first, then what nobody knows of, then what is over."""


def visible_regulations(actor: Actor) -> QuerySet[Regulation]:
    """Regulations are public; the newest first, those without a date last."""
    return Regulation.objects.order_by(F("signed_on").desc(nulls_last=True), "title")


def regulation_by_number(actor: Actor, bwbr: str) -> Regulation | None:
    return visible_regulations(actor).prefetch_related("themes").filter(bwbr=bwbr).first()


def regulations_by_force(actor: Actor) -> list[tuple[InForce, list[Regulation]]]:
    """What holds now first, then what nobody knows of, then what is over; empty groups are left out."""
    rows = list(visible_regulations(actor).prefetch_related("themes"))
    groups = [(force, [row for row in rows if row.in_force == force]) for force in ORDER]
    return [(force, found) for force, found in groups if found]


def regulation_named_in(actor: Actor, source: str) -> Regulation | None:
    """The regulation whose number stands in this text."""
    number = NUMBER.search(source)
    return regulation_by_number(actor, number.group()) if number else None
