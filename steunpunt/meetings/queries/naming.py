"""The names that stand with meetings: of who organises each."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from steunpunt.meetings.models import Meeting
from steunpunt.network.queries.people import partnership_names


def organiser_names(meetings: Iterable[Meeting], day: date) -> dict[int, str]:
    """Key of each meeting → who organises it, as it is called on that day."""
    rows = list(meetings)
    names = partnership_names([row.partnership_id for row in rows if row.partnership_id], day)
    return {row.pk: names.get(row.partnership_id or 0, "") or _("Steunpunt") for row in rows}


def organiser_name(meeting: Meeting, day: date) -> str:
    return organiser_names([meeting], day)[meeting.pk]
