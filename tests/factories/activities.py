"""Makes rows of activities for tests: an activity that is open, devices that joined, groups and what they handed in."""

from datetime import UTC, datetime, timedelta

import factory

from steunpunt.activities.models import Activity, Contribution, Participant, Phase, Subgroup
from steunpunt.activities.queries.devices import hashed
from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Admission, Meeting, MeetingKind, MeetingLead, MeetingState, ProgrammeItem

from .foundation import UserFactory

MOMENT = datetime(2026, 9, 15, 13, 0, tzinfo=UTC)
CODE = "kring-lamp-water"
QUESTIONS = ["Wie ben je?", "Wat wil je weten?", "Wat lukt goed?"]


class HallFactory(factory.django.DjangoModelFactory):
    """A published meeting of which only who has the code knows."""

    class Meta:
        model = Meeting

    slug = factory.Sequence(lambda number: f"zaal-{number}")
    kind = MeetingKind.IMPROVISED
    state = MeetingState.PUBLISHED
    admission = Admission.UNLISTED
    title = "Kennismaken in de zaal"
    starts_at = MOMENT
    ends_at = MOMENT + timedelta(hours=3)
    created_at = MOMENT
    published_at = MOMENT


class PartFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ProgrammeItem

    meeting = factory.SubFactory(HallFactory)
    title = "Eerste ronde"
    starts_at = MOMENT
    ends_at = MOMENT + timedelta(hours=1)


class ActivityFactory(factory.django.DjangoModelFactory):
    """Open, and everybody answers for themselves; its code lives far beyond the clock of the tests."""

    class Meta:
        model = Activity

    item = factory.SubFactory(PartFactory)
    kind = "icebreaker"
    title = "Wie zit hier?"
    settings = factory.LazyFunction(lambda: {"questions": list(QUESTIONS)})
    phase = Phase.OPEN
    phase_since = MOMENT
    created_at = MOMENT
    code = CODE
    code_until = datetime(2100, 1, 1, tzinfo=UTC)


class SubgroupFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Subgroup

    activity = factory.SubFactory(ActivityFactory)
    number = factory.Sequence(lambda number: number + 1)


class ParticipantFactory(factory.django.DjangoModelFactory):
    """A device; its secret is `token-0`, `token-1` and so on, or what `secret` says."""

    class Meta:
        model = Participant

    class Params:
        secret = factory.Sequence(lambda number: f"token-{number}")

    activity = factory.SubFactory(ActivityFactory)
    token = factory.LazyAttribute(lambda one: hashed(one.secret))
    joined_at = MOMENT
    seen_at = MOMENT


class ContributionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Contribution

    activity = factory.SubFactory(ActivityFactory)
    participant = factory.SubFactory(ParticipantFactory, activity=factory.SelfAttribute("..activity"))
    content = factory.LazyFunction(lambda: {"drawn": 1, "seed": 5})
    sent_key = "0000000000001-first"
    made_at = MOMENT
    changed_at = MOMENT


def leader_of(activity: Activity) -> Actor:
    """Somebody who leads the meeting of this activity."""
    account = UserFactory()
    MeetingLead.objects.create(meeting=activity.item.meeting, account=account, since=MOMENT)
    return Actor.of(account)
