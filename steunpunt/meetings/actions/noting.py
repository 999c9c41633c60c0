"""What every deed about a meeting ends with: a line in the ledger, and an announcement when others could see it."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.access.refusing import Sentences
from steunpunt.foundation.events.announcing import announce
from steunpunt.foundation.ledger.actions import record
from steunpunt.meetings.events import MeetingChanged
from steunpunt.meetings.models import Admission, Meeting, MeetingState
from steunpunt.network.queries.labels import field_label

NOT_YOURS = _("Dit kan alleen wie deze bijeenkomst leidt, en het steunpunt.")
CANCELLED = _("Deze bijeenkomst gaat niet door. Je kunt haar niet meer wijzigen.")
SENTENCES: Sentences = {
    "meetings_meeting_slug_key": (_("Deze bijeenkomst staat er al. Kijk bij ‘Mijn bijeenkomsten’."), "title"),
    "meetings_series_slug_key": (_("Deze reeks staat er al."), "title"),
    "meeting_ends_after_begin": (_("Het einde moet na het begin liggen."), "ends"),
    "meeting_capacity_not_zero": (_("Vul minstens 1 in, of laat het leeg als er geen grens is."), "capacity"),
    "programme_item_ends_after_begin": (_("Het einde moet na het begin liggen."), "ends"),
    "programme_item_capacity_not_zero": (_("Vul minstens 1 in, of laat het leeg als er geen grens is."), "capacity"),
    "meeting_led_once_by_an_account": (_("Deze persoon leidt de bijeenkomst al."), "email"),
}
HIDDEN = ("online_link",)
"""Shown to who registered only, so the history tells that it changed and not what it is."""


def note(
    meeting: Meeting, deed: str, summary: object, changes: dict[str, list] | None = None, *, by: Actor, at: datetime
) -> None:
    """One ledger line about the meeting; it shows at the partnership too as soon as everybody may read of it."""
    subjects = [meeting.reference]
    if meeting.partnership is not None and is_known(meeting) and meeting.admission == Admission.PUBLIC:
        subjects.append(meeting.partnership.reference)
    personal = [field_label(meeting, name) for name in HIDDEN]
    record(by=by, at=at, deed=deed, summary=summary, subjects=subjects, changes=changes, personal=personal)


def tell_change(meeting: Meeting, *, at: datetime) -> None:
    """Announce that a meeting on the agenda says something differently; a draft is nobody else's business."""
    if meeting.state == MeetingState.PUBLISHED:
        announce(MeetingChanged(meeting.public_id, at))


def is_known(meeting: Meeting) -> bool:
    """Whether it stands or stood on the agenda."""
    return meeting.published_at is not None and meeting.state != MeetingState.DRAFT
