"""What the meetings room holds of an account, for the download of one's own data."""

from typing import Any

from steunpunt.foundation.accounts.models import User
from steunpunt.meetings.models import MeetingLead


def held_leads(account: User) -> list[dict[str, Any]]:
    rows = MeetingLead.objects.filter(account=account).select_related("meeting")
    return [{"bijeenkomst": row.meeting.title, "leidt sinds": row.since} for row in rows]
