"""What every deed in an activity ends with: a next step for all screens, and one line in the ledger."""

from datetime import datetime

from django.db.models import F

from steunpunt.activities.models import Activity
from steunpunt.activities.queries.live import forget
from steunpunt.activities.queries.standings import forget_standing
from steunpunt.foundation.access import Actor
from steunpunt.foundation.ledger.actions import record


def locked(activity: Activity) -> Activity:
    """The row as it is now, held until the deed is done."""
    rows = Activity.objects.select_for_update(of=("self",)).select_related("item__meeting")
    return rows.get(pk=activity.pk)


def stepped(activity: Activity, *fields: str) -> None:
    """Keep these fields and let every screen look again."""
    activity.step += 1
    activity.save(update_fields=[*fields, "step"])
    screens_look(activity)


def step_on(activity: Activity) -> None:
    """Nothing of the activity itself changed, but screens show something else."""
    Activity.objects.filter(pk=activity.pk).update(step=F("step") + 1)
    screens_look(activity)


def screens_look(activity: Activity) -> None:
    forget(activity.code)
    forget_standing(activity)


def note(activity: Activity, deed: str, summary: object, *, by: Actor, at: datetime) -> None:
    subjects = [activity.reference, activity.item.meeting.reference]
    record(by=by, at=at, deed=deed, summary=summary, subjects=subjects)
