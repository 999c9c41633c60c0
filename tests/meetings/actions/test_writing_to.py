"""A mail to participants reaches the group that was meant and nobody else."""

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.outbox.models import Mail
from steunpunt.meetings.actions.writing_to import write_to_participants
from steunpunt.meetings.models import RegistrationState
from tests.factories.foundation import signed_in_actor
from tests.factories.meetings_registration import (
    NOW,
    AttendedFactory,
    ComingMeetingFactory,
    RegistrationFactory,
    lead_of,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("all", {"plaats", "wacht", "was-er"}),
        ("registered", {"plaats", "was-er"}),
        ("waiting", {"wacht"}),
        ("attended", {"was-er"}),
    ],
)
def test_groups(group, names):
    meeting = ComingMeetingFactory()
    RegistrationFactory(meeting=meeting, email="plaats@voorbeeld.invalid")
    RegistrationFactory(meeting=meeting, email="wacht@voorbeeld.invalid", state=RegistrationState.WAITING)
    RegistrationFactory(meeting=meeting, email="weg@voorbeeld.invalid", state=RegistrationState.WITHDRAWN)
    AttendedFactory(meeting=meeting, email="was-er@voorbeeld.invalid")
    AttendedFactory(meeting=meeting, email="", name="")
    RegistrationFactory(email="elders@voorbeeld.invalid")
    number = write_to_participants(meeting, group, "De zaal", "Neem iets mee.", by=lead_of(meeting), at=NOW)

    assert {mail.to.partition("@")[0] for mail in Mail.objects.all()} == names
    assert number == len(names)


def test_each_reads_the_own_name_and_link():
    row = RegistrationFactory(name="Dana")
    write_to_participants(row.meeting, "registered", "De zaal", "Neem iets mee.", by=lead_of(row.meeting), at=NOW)

    mail = Mail.objects.get()
    assert mail.text.startswith("Dag Dana,\n\nNeem iets mee.")
    assert row.link in mail.text


def test_only_who_leads_and_not_to_nobody():
    meeting = RegistrationFactory().meeting
    with pytest.raises(Refusal, match="leidt"):
        write_to_participants(meeting, "all", "a", "b", by=signed_in_actor(), at=NOW)
    with pytest.raises(Refusal, match="nog niemand") as refused:
        write_to_participants(meeting, "waiting", "a", "b", by=lead_of(meeting), at=NOW)
    assert refused.value.field == "group"
