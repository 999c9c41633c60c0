"""Makes rows about who comes to a meeting for tests: meetings to come, leads, registrations, questions, invitations."""

from datetime import UTC, datetime, timedelta
from typing import Any

import factory

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import (
    AttendedHow,
    Meeting,
    MeetingInvitation,
    MeetingKind,
    MeetingLead,
    MeetingQuestion,
    MeetingState,
    ProgrammeItem,
    QuestionKind,
    Registration,
    RegistrationState,
)
from steunpunt.meetings.queries.given import Given

from .foundation import UserFactory

NOW = datetime(2026, 9, 1, 10, tzinfo=UTC)
BEGIN = datetime(2026, 10, 8, 11, tzinfo=UTC)
"""When the meetings here begin: five weeks after `NOW`, at one o'clock in the afternoon."""


class ComingMeetingFactory(factory.django.DjangoModelFactory):
    """A public meeting on the agenda, with an online link and no limit; `capacity=…` gives one."""

    class Meta:
        model = Meeting

    slug = factory.Sequence(lambda n: f"samen-opleiden-{n}")
    kind = MeetingKind.THEME
    state = MeetingState.PUBLISHED
    title = factory.Sequence(lambda n: f"Samen opleiden {n}")
    summary = "Wat werkt er bij jullie?"
    starts_at = BEGIN
    ends_at = factory.LazyAttribute(lambda row: row.starts_at + timedelta(hours=4))
    venue = "De Werkplaats"
    address = "Voorbeeldplein 1, Utrecht"
    online_link = "https://voorbeeld.invalid/mee"
    created_at = NOW
    published_at = NOW


class PartFactory(factory.django.DjangoModelFactory):
    """A part in the first round."""

    class Meta:
        model = ProgrammeItem

    meeting = factory.SubFactory(ComingMeetingFactory)
    title = factory.Sequence(lambda n: f"Werkgroep {n}")
    round = 1
    starts_at = factory.LazyAttribute(lambda row: row.meeting.starts_at)
    ends_at = factory.LazyAttribute(lambda row: row.starts_at + timedelta(hours=1))


class MeetingLeadFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MeetingLead

    meeting = factory.SubFactory(ComingMeetingFactory)
    account = factory.SubFactory(UserFactory)
    since = NOW


class RegistrationFactory(factory.django.DjangoModelFactory):
    """Somebody with a place and without an account."""

    class Meta:
        model = Registration

    meeting = factory.SubFactory(ComingMeetingFactory)
    name = factory.Sequence(lambda n: f"Dana Deelnemer {n}")
    email = factory.Sequence(lambda n: f"deelnemer{n}@voorbeeld.invalid")
    organisation = "Basisschool De Proef"
    state = RegistrationState.REGISTERED
    turn = factory.Sequence(lambda n: n + 1)
    registered_at = NOW


class AttendedFactory(RegistrationFactory):
    """Somebody who was there."""

    attended_at = factory.LazyAttribute(lambda row: row.meeting.starts_at)
    attended_how = AttendedHow.HAND


class QuestionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MeetingQuestion

    meeting = factory.SubFactory(ComingMeetingFactory)
    kind = QuestionKind.OPEN
    text = factory.Sequence(lambda n: f"Wat neem je mee? ({n})")


class MeetingInvitationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MeetingInvitation

    meeting = factory.SubFactory(ComingMeetingFactory)
    email = factory.Sequence(lambda n: f"genodigde{n}@voorbeeld.invalid")
    sent_at = NOW


def lead_of(meeting: Meeting) -> Actor:
    """An account that leads this meeting and nothing else."""
    return Actor.of(MeetingLeadFactory(meeting=meeting).account)


def given(email: str = "dana@voorbeeld.invalid", *parts: ProgrammeItem, **facts: Any) -> Given:
    """What somebody fills in."""
    answers = facts.pop("answers", None)
    return Given({"name": "Dana Deelnemer", "email": email, **facts}, parts, answers)
