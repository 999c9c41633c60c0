"""The tables of meetings."""

from .invitation import InvitationAnswer, MeetingInvitation
from .meeting import Admission, Meeting, MeetingKind, MeetingLead, MeetingState, Series
from .programme import ProgrammeItem
from .question import MeetingAnswer, MeetingQuestion, QuestionKind, QuestionMoment
from .registration import AttendedHow, PartChoice, Registration, RegistrationState

__all__ = [
    "Admission",
    "AttendedHow",
    "InvitationAnswer",
    "Meeting",
    "MeetingAnswer",
    "MeetingInvitation",
    "MeetingKind",
    "MeetingLead",
    "MeetingQuestion",
    "MeetingState",
    "PartChoice",
    "ProgrammeItem",
    "QuestionKind",
    "QuestionMoment",
    "Registration",
    "RegistrationState",
    "Series",
]
