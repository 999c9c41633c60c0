"""Joining with a device, and taking a device out."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from steunpunt.activities.models import Activity, Participant, SubgroupWay
from steunpunt.activities.queries.devices import hashed
from steunpunt.activities.rules.leading import may_lead
from steunpunt.activities.rules.phases import can_be_joined
from steunpunt.foundation.access import Actor, require

from .grouping import seat
from .noting import step_on

OVER = _("Deze code werkt niet meer. Vraag een nieuwe aan wie de bijeenkomst leidt.")


def join(
    activity: Activity,
    *,
    token: str,
    sector: str = "",
    partnership: int | None = None,
    at: datetime,
) -> Participant:
    """This device takes part; a second press on the button changes nothing. `partnership` is a primary key."""
    require(can_be_joined(activity, at), OVER)
    with transaction.atomic():
        asked = {"sector": sector, "partnership_id": partnership} if activity.asks_origin else {}
        one, is_new = Participant.objects.get_or_create(
            activity=activity, token=hashed(token), defaults={"joined_at": at, "seen_at": at, **asked}
        )
        if is_new and activity.grouping in {SubgroupWay.LOT, SubgroupWay.MIXED}:
            seat(one)
    if not is_new:
        Participant.objects.filter(pk=one.pk).update(seen_at=at)
    return one


def remove_joining(activity: Activity, participant: Participant, *, by: Actor, at: datetime) -> None:
    """A device that does not belong here goes, and its contribution stays without it."""
    require(may_lead(by, activity), _("Dit kan alleen wie deze bijeenkomst leidt."))
    with transaction.atomic():
        participant.delete()
        step_on(activity)
