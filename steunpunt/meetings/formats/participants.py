"""The list of who comes as a table, for whoever leads the meeting."""

from collections.abc import Sequence

from django.utils.timezone import localtime

from steunpunt.meetings.models import MeetingQuestion
from steunpunt.meetings.queries.registrations import Line

FIXED = (
    "naam",
    "e-mailadres",
    "organisatie",
    "partnerschap",
    "sector",
    "stand",
    "aangemeld op",
    "in plaats van",
    "onderdelen",
    "dieetwensen",
    "nodig om mee te doen",
    "aanwezig sinds",
)


def columns(questions: Sequence[MeetingQuestion]) -> list[str]:
    """What is always known, and a column for each question of the meeting."""
    return [*FIXED, *(question.text for question in questions)]


def row(line: Line, questions: Sequence[MeetingQuestion]) -> list[object]:
    found = line.row
    answers = dict(line.answers)
    return [
        found.name,
        found.email,
        found.organisation,
        line.partnership,
        found.sector,
        found.get_state_display(),
        localtime(found.registered_at).replace(microsecond=0),
        found.substitute_of.name if found.substitute_of else "",
        line.parts,
        found.diet,
        found.access,
        localtime(found.attended_at).replace(microsecond=0) if found.attended_at else "",
        *(answers.get(question.text, "") for question in questions),
    ]
