"""Which activities somebody sees or leads, and one by its code or address."""

from datetime import datetime

from django.db.models import Q, QuerySet

from steunpunt.activities.models import Activity, Contribution, Phase, Subgroup
from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Admission, Meeting, MeetingLead, MeetingState, ProgrammeItem

from .devices import hashed

PER_MEETING = 200


def led_activities(actor: Actor) -> QuerySet[Activity]:
    """Those of the meetings that the actor leads; the staff lead all of them."""
    rows = Activity.objects.select_related("item__meeting")
    if actor.is_staff:
        return rows
    if actor.account is None:
        return rows.none()
    return rows.filter(item__meeting__in=MeetingLead.objects.filter(account=actor.account).values("meeting"))


def visible_activities(actor: Actor) -> QuerySet[Activity]:
    """Led ones, those that this device joined, and what was shown at a meeting that everybody may see."""
    rows = Activity.objects.select_related("item__meeting")
    if actor.is_staff:
        return rows
    seen = Q(item__meeting__state=MeetingState.PUBLISHED, item__meeting__admission=Admission.PUBLIC, phase=Phase.SHOWN)
    if actor.account is not None:
        seen |= Q(item__meeting__in=MeetingLead.objects.filter(account=actor.account).values("meeting"))
    if actor.guest:
        seen |= Q(participants__token=hashed(actor.guest))
    return rows.filter(seen).distinct()


def led_activity(actor: Actor, public_id: str) -> Activity | None:
    return led_activities(actor).filter(public_id=public_id).first()


def led_item(actor: Actor, public_id: str) -> ProgrammeItem | None:
    """A part of a programme in which the actor may prepare an activity."""
    rows = ProgrammeItem.objects.select_related("meeting").filter(public_id=public_id)
    if not actor.is_staff:
        rows = rows.filter(meeting__in=MeetingLead.objects.filter(account=actor.account).values("meeting"))
    return rows.first()


def is_led_by(meeting: Meeting, actor: Actor) -> bool:
    if actor.is_staff:
        return True
    return actor.account is not None and MeetingLead.objects.filter(meeting=meeting, account=actor.account).exists()


def joinable(at: datetime) -> QuerySet[Activity]:
    """Those with a code that holds at this moment."""
    return Activity.objects.exclude(code="").filter(code_until__gt=at)


def activity_by_code(code: str, at: datetime) -> Activity | None:
    return joinable(at).select_related("item__meeting").filter(code=code).first() if code else None


def following(activity: Activity) -> Activity | None:
    """The activity to which the people of this one went on."""
    return Activity.objects.filter(previous=activity).order_by("-pk").first()


def subgroups(activity: Activity) -> QuerySet[Subgroup]:
    return Subgroup.objects.filter(activity=activity).select_related("pen")


def contribution_of(activity: Activity, public_id: str) -> Contribution | None:
    return Contribution.objects.filter(activity=activity, public_id=public_id).first()
