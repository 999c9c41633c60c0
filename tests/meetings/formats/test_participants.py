"""The list of who comes as a table."""

import pytest

from steunpunt.meetings.formats.participants import columns, row
from steunpunt.meetings.models import MeetingAnswer
from steunpunt.meetings.queries.registrations import Choice, lines_of, listed
from tests.factories.foundation import staff_actor
from tests.factories.meetings_registration import AttendedFactory, PartFactory, QuestionFactory, RegistrationFactory

pytestmark = pytest.mark.django_db


def test_a_row_fits_its_columns():
    first = RegistrationFactory(name="Anna")
    question = QuestionFactory(meeting=first.meeting, text="Trein?")
    second = AttendedFactory(meeting=first.meeting, name="Bo", substitute_of=first, diet="noten")
    second.choices.create(part=PartFactory(meeting=first.meeting, title="Schrijven"))
    MeetingAnswer.objects.create(question=question, registration=second, text="ja")
    leader = staff_actor()
    lines = lines_of(listed(leader, first.meeting, Choice()), leader)
    said = dict(zip(columns([question]), row(lines[1], [question]), strict=True))

    assert (said["naam"], said["in plaats van"], said["onderdelen"]) == ("Bo", "Anna", ["Schrijven"])
    assert (said["Trein?"], said["dieetwensen"], said["stand"]) == ("ja", "noten", "aangemeld")
    assert said["aanwezig sinds"].hour == 13
    assert row(lines[0], [question])[-1] == ""
