"""The tables of meetings."""

from .meeting import Admission, Meeting, MeetingKind, MeetingLead, MeetingState, Series
from .programme import ProgrammeItem

__all__ = ["Admission", "Meeting", "MeetingKind", "MeetingLead", "MeetingState", "ProgrammeItem", "Series"]
