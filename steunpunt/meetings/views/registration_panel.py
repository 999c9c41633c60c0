"""What the panel about registering on the page of a meeting shows."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Meeting
from steunpunt.meetings.queries.places import places_of
from steunpunt.meetings.queries.registrations import own_registration
from steunpunt.meetings.rules.registering import may_come, may_see_who_comes, why_closed

from .registering import INVITATION


def panel_for(actor: Actor, meeting: Meeting, at: datetime, invitation: str = "") -> dict[str, Any]:
    """The context of `meetings/_registration.html`: include it with `panel=` this."""
    query = "?" + urlencode({INVITATION: invitation}) if invitation else ""
    leads = may_see_who_comes(actor, meeting)
    return {
        "meeting": meeting,
        "places": places_of(meeting),
        "closed": why_closed(meeting, at),
        "may_come": may_come(actor, meeting, invitation),
        "own": own_registration(actor, meeting),
        "register_url": reverse("meetings:register", args=[meeting.slug]) + query,
        "lead_url": reverse("meetings:registrations", args=[meeting.slug]) if leads else "",
    }
