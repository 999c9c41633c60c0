"""Who may lead an activity."""

from steunpunt.activities.models import Activity
from steunpunt.activities.queries.activities import is_led_by
from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Meeting


def may_stand_up(actor: Actor) -> bool:
    """Whoever has an account leads an activity of their own in a minute."""
    return actor.is_signed_in


def may_prepare(actor: Actor, meeting: Meeting) -> bool:
    """Any leader of the meeting, and the staff."""
    return is_led_by(meeting, actor)


def may_lead(actor: Actor, activity: Activity) -> bool:
    """Any leader of the meeting, from any device; nobody owns an activity alone."""
    return is_led_by(activity.item.meeting, actor)
